import { exactJson } from '../../kit/exact-json.ts';
import type { Parents } from '../facts/example-evidence.ts';
import type { FactField, LimitName } from '../facts/facts.ts';
import type { Located } from './located.ts';
import type { Correction, EvidenceMark, Omission } from './reasoned.ts';

/** What of a field is held against its page (CONTRIBUTING, "Corrections"). */
export type Aspect = 'type' | 'required' | 'values' | 'default' | 'presence' | 'members' | LimitName;

/** One aspect of one field, held against one page. */
export interface Compared {
  readonly url: string;
  /** The page's id. */
  readonly page: string;
  /** The field as a person names it: `query limit`, `answer staff_list.id`. */
  readonly where: string;
  readonly aspect: Aspect;
  /** What the page says, spelt as a correction spells it; of the presence `public-code` where only public programs show it. */
  readonly documented: unknown;
  /** What the specification says, spelt likewise. */
  readonly specified: unknown;
  readonly agrees: boolean;
  /** The field in the specification, or what should hold it. */
  readonly at: Located;
  /** Corrections of this aspect that stand at the field. */
  readonly corrections: readonly Correction[];
  /** Of the presence of a field: the mark that it is known from elsewhere than the page. */
  readonly evidence?: EvidenceMark;
  /** The reason for which the specification leaves the field out. */
  readonly omission?: Omission;
  readonly missing?: MissingField;
}

/** A documented field that the specification has not. */
export interface MissingField {
  readonly field: FactField;
  /** Every field of the same object, itself included, in the page's order. */
  readonly siblings: readonly FactField[];
  /** The objects of the documented example that it stands in. */
  readonly parents: Parents;
}

/** Two documented values are the same: lists as sets, and a number and its digits as one. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}

/**
 * Whether a correction speaks of what this page says. A correction at a shared schema may list what several pages say.
 */
export function speaksOf(correction: Correction, compared: Compared): boolean {
  return alternatives(correction).some((documented) => isSame(documented, compared.documented));
}

/** Whether a page and the specification agree at a place, or a reason or other evidence stands there for the difference. */
export function isExplained(compared: Compared): boolean {
  return (
    compared.agrees ||
    compared.omission !== undefined ||
    compared.evidence !== undefined ||
    compared.corrections.some((correction) => speaksOf(correction, compared))
  );
}

/** What a correction says is documented, one entry for each page that says something of its own. */
export function alternatives(correction: Correction): readonly unknown[] {
  const { documented, what } = correction;
  if (!Array.isArray(documented)) return [documented];
  const list: readonly unknown[] = documented;
  if (what === 'values' && !list.some((one) => Array.isArray(one))) return [list];
  return list;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical).sort());
  if (typeof value === 'object' && value !== null) return exactJson(value);
  return typeof value === 'string' ? sortAlternatives(value) : String(value);
}

/** `null|string` and `string|null` are one type. */
function sortAlternatives(text: string): string {
  return /^[a-z<>|]+$/.test(text) && text.includes('|') && !text.includes('<')
    ? text.split('|').sort().join('|')
    : text;
}
