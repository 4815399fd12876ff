import { isObject } from '../base/is-object.ts';
import type { JsonObject } from './paths.ts';
import { hashOf } from './random.ts';

/** A fictitious person whose data is in the sandbox's answers. */
export interface SandboxPerson {
  readonly name: string;
  /** Eleven digits. */
  readonly phone: string;
  readonly email: string;
  /** In the form of WeCom's ids of customers. */
  readonly externalUserId: string;
  /** In the form of WeChat's union ids. */
  readonly unionid: string;
  readonly openid: string;
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张';
const GIVEN = '安柏辰东恩芳国涵佳凯兰铭楠沛琪然书婷文欣雅哲子昊';

/** Creates persons, the same for the same seed. No two of them share a name, a phone or an id. */
export function makePersons(count: number, seed: number): readonly SandboxPerson[] {
  return Array.from({ length: count }, (_, at) => personAt(at, seed));
}

/** The person with a number, counted from 0; the same for the same seed. */
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

/** Encodes `at` in the characters of given names, so that all names differ. */
function nameOf(at: number, seed: number): string {
  const base = GIVEN.length;
  const digits = [at % base, Math.floor(at / base) % base, Math.floor(at / base ** 2)];
  const [first = 0, second = 0, suffix = 0] = digits;
  const surname = SURNAMES.charAt((at + seed) % SURNAMES.length);
  return `${surname}${GIVEN.charAt(first)}${GIVEN.charAt(second)}${suffix > 0 ? suffix : ''}`;
}

/** The member of a person that belongs in a field, by the field's name. */
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
/** The value of a field that identifies a person, by the field's name; '' without a person. */
export function personValue(field: string, person: SandboxPerson | undefined): string | undefined {
  const member = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  return member && (person?.[member] ?? '');
}

/** Fields that show that an object with a name is a person. */
const PERSONAL = ['gender', 'avatar', 'unionid', 'phone', 'mobile', 'email'];

/** A copy of a value whose identifying fields are those of a person. */
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
  // Employees have an `id` too, in another form.
  return key === 'id' && typeof item === 'string' && /^w[mo]/.test(item) ? 'externalUserId' : undefined;
}
