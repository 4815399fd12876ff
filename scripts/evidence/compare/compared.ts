import { exactJson } from '../../kit/exact-json.ts';
import type { Parents } from '../facts/example-evidence.ts';
import type { FactField, LimitName } from '../facts/facts.ts';
import type { Located } from './located.ts';
import type { Correction, EvidenceMark, Omission } from './reasoned.ts';

/** An aspect of a field that is compared with its page (docs/corrections.md, "Corrections"). */
export type Aspect = 'type' | 'required' | 'values' | 'default' | 'presence' | 'members' | LimitName;

/** One aspect of one field, compared with one page. */
export interface Compared {
  readonly url: string;
  /** The method in lower case; undefined for a webhook. */
  readonly method?: string | undefined;
  /** The page's id. */
  readonly page: string;
  /** The field in a readable form: `query limit`, `answer staff_list.id`, `answer(404) reason`. */
  readonly where: string;
  readonly aspect: Aspect;
  /** What the page says, in the form that a correction uses; `public-code` for the presence of a field that only public programs show. */
  readonly documented: unknown;
  /** What the specification says, in the same form. */
  readonly specified: unknown;
  readonly agrees: boolean;
  /** The field in the specification, or the object that should hold it. */
  readonly at: Located;
  /** Corrections of this aspect at the field. */
  readonly corrections: readonly Correction[];
  /** Only for `presence`: the mark that says what else shows the field. */
  readonly evidence?: EvidenceMark;
  /** Why the specification leaves the field out. */
  readonly omission?: Omission;
  readonly missing?: MissingField;
}

/** A documented field that the specification does not have. */
export interface MissingField {
  readonly field: FactField;
  /** Every field of the same object, itself included, in the page's order. */
  readonly siblings: readonly FactField[];
  /** The objects of the documented example that should contain it. */
  readonly parents: Parents;
  /** Whether it stands beside the result, in the envelope. */
  readonly isInEnvelope?: boolean;
}

/** Whether two documented values are the same. Lists count as sets, and a number equals its digits. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}

/**
 * Whether a correction applies to what this page says. A correction at a shared schema may list what several pages say.
 */
export function speaksOf(correction: Correction, compared: Compared): boolean {
  return alternatives(correction).some((documented) => isSame(documented, compared.documented));
}

/** Whether the page and the specification agree, or a correction, an omission or other evidence explains the difference. */
export function isExplained(compared: Compared): boolean {
  return (
    compared.agrees ||
    compared.omission !== undefined ||
    compared.evidence !== undefined ||
    compared.corrections.some((correction) => speaksOf(correction, compared))
  );
}

/** The documented values that a correction names: one, or one for each page that differs. */
export function alternatives(correction: Correction): readonly unknown[] {
  const { documented, what } = correction;
  if (!Array.isArray(documented)) return [documented];
  const list: readonly unknown[] = documented;
  if (what === 'values' && !list.some(Array.isArray)) return [list];
  return list;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical).sort());
  if (typeof value === 'object' && value !== null) return exactJson(value);
  return typeof value === 'string' ? sortAlternatives(value) : String(value);
}

/** Sorts the alternatives of a type, because `null|string` and `string|null` are the same type. */
function sortAlternatives(text: string): string {
  return /^[a-z<>|]+$/.test(text) && text.includes('|') && !text.includes('<')
    ? text.split('|').sort().join('|')
    : text;
}
