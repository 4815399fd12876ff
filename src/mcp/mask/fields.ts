/** A kind of personal data that is replaced. */
export type MaskKind = 'phone' | 'openid' | 'unionid' | 'email' | 'name';

/** The kinds that are replaced by default. */
export const DEFAULT_KINDS: readonly MaskKind[] = ['phone', 'openid', 'unionid', 'email'];

/**
 * The kind of a field's value, by the field's name: a name has one meaning throughout the API. A test holds the table
 * against every answer of the specification, by names and by descriptions in both languages. A list has its own kind
 * for its items.
 */
const FIELDS: readonly (readonly [MaskKind, RegExp])[] = [
  ['phone', /(^|_)(phone|mobile|cellphone|telephone|tel)s?(_(num|number|no|list|numbers))?$/],
  ['unionid', /(^|_)union_?ids?(_list)?$/],
  ['openid', /(^|_)open_?ids?(_list)?$/],
  ['email', /(^|_)e?mails?(_(address|list))?$/],
  [
    'name',
    /^((staff|creator|handler|last_handler|relation|staff_relation|external_user|user|customer|from|sender|remark|english|real|nick)_name|nickname|payer)$/,
  ],
];

/** Fields that the table would take by mistake: business numbers of receipts. */
const NO_PERSON: ReadonlySet<string> = new Set(['returned_union_id']);

/** Objects whose keys are data, and of which kind. */
const KEYS: Readonly<Record<string, MaskKind>> = { fail_list: 'phone' };

/** Names in the objects of persons; a tag, a group or an activity has a `name` too. */
const NAMES_OF_PERSONS: ReadonlySet<string> = new Set(['name', 'alias', 'remark']);
/** Fields that show that an object is a person. */
const PERSONAL = ['gender', 'avatar', 'unionid', 'email', 'mobile', 'phone', 'phone_number', 'relate_staff'];

/** The kind of the value of a field in an object; undefined if it is not personal by its name. */
export function kindOfField(name: string, holder: object): MaskKind | undefined {
  if (NO_PERSON.has(name)) return undefined;
  if (NAMES_OF_PERSONS.has(name))
    return PERSONAL.some((field) => Object.hasOwn(holder, field)) ? 'name' : undefined;
  return FIELDS.find(([, pattern]) => pattern.test(name))?.[0];
}

/** The kind of the keys of the object in a field. */
export function kindOfKeys(name: string): MaskKind | undefined {
  return Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
}
