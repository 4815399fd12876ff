import { isObject, type JsonObject } from './paths.ts';
import { hashOf } from './random.ts';

/** A made-up person whose data stands in the sandbox's answers. */
export interface SandboxPerson {
  readonly name: string;
  /** Eleven digits. */
  readonly phone: string;
  readonly email: string;
  /** As WeCom writes the id of a customer. */
  readonly externalUserId: string;
  /** As WeChat writes them. */
  readonly unionid: string;
  readonly openid: string;
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张';
const GIVEN = '安柏辰东恩芳国涵佳凯兰铭楠沛琪然书婷文欣雅哲子昊';

/** So many persons, the same for the same seed; no two have a name, a phone or an id in common. */
export function makePersons(count: number, seed: number): readonly SandboxPerson[] {
  return Array.from({ length: count }, (_, at) => personAt(at, seed));
}

/** The person of a number, counted from 0, the same for the same seed. */
export function personAt(at: number, seed: number): SandboxPerson {
  const mark = hashOf(seed, 'person', at).toString(36).padStart(7, '0');
  const id = `${mark}${at.toString(36).padStart(5, '0')}`;
  return {
    name: nameOf(at, seed),
    phone: `199${String((at * 7919 + (seed % 10_000) * 1009) % 100_000_000).padStart(8, '0')}`,
    email: `${id}@sandbox.example`,
    externalUserId: `wmSANDBOX${id}AAAAAAAAAAA`,
    unionid: `oSANDBOXu${id}0000000`,
    openid: `oSANDBOXo${id}0000000`,
  };
}

/** The digits of `at` in the given names' characters, so that each is another name. */
function nameOf(at: number, seed: number): string {
  const base = GIVEN.length;
  const digits = [at % base, Math.floor(at / base) % base, Math.floor(at / base ** 2)];
  const [first = 0, second = 0, rest = 0] = digits;
  const surname = SURNAMES.charAt((at + seed) % SURNAMES.length);
  return `${surname}${GIVEN.charAt(first)}${GIVEN.charAt(second)}${rest > 0 ? rest : ''}`;
}

/** Which member of a person stands in a field, by the field's name. */
const FIELDS: Readonly<Record<string, keyof SandboxPerson>> = {
  phone: 'phone',
  phone_number: 'phone',
  phone_num: 'phone',
  mobile: 'phone',
  telephone: 'phone',
  email: 'email',
  unionid: 'unionid',
  openid: 'openid',
  external_user_id: 'externalUserId',
  eu_ext_id: 'externalUserId',
  external_user_name: 'name',
  staff_name: 'name',
  creator_name: 'name',
  handler_name: 'name',
  relation_name: 'name',
  customer_name: 'name',
  nickname: 'name',
};
/** What only a person has beside a name. */
const PERSONAL = ['gender', 'avatar', 'unionid', 'phone', 'mobile', 'email'];

/** A copy of a value in which the fields that tell who somebody is are that person's. */
export function withPerson(value: unknown, person: SandboxPerson): unknown {
  if (Array.isArray(value)) return value.map((item) => withPerson(item, person));
  if (!isObject(value)) return value;
  const isPerson = PERSONAL.some((field) => Object.hasOwn(value, field));
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const field = FIELDS[key] ?? personalField(key, item, isPerson);
    copy[key] =
      field && (typeof item === 'string' || item === null) ? person[field] : withPerson(item, person);
  }
  return copy;
}

function personalField(key: string, item: unknown, isPerson: boolean): keyof SandboxPerson | undefined {
  if (!isPerson) return undefined;
  if (key === 'name' || key === 'alias') return 'name';
  // An employee has one too, of another form.
  return key === 'id' && typeof item === 'string' && /^w[mo]/.test(item) ? 'externalUserId' : undefined;
}
