import type { Located } from '../../evidence/compare/located.ts';
import type { Diagnostic, Place } from '../../kit/diagnostic.ts';

/** How recordings and specification disagree at one place, or what recordings show that the specification leaves open. */
export type DriftKind =
  | 'renamed'
  | 'missing'
  | 'undocumented'
  | 'null'
  | 'retyped'
  | 'too-large'
  | 'new-value'
  | 'error-code'
  | 'learned-type'
  | 'learned-field'
  | 'never-seen';

/** One finding, with the lines of YAML that resolve it. */
export interface Drift {
  readonly kind: DriftKind;
  /** The operationId. */
  readonly operation: string;
  /** The JSON pointer in the answer; `*` stands for every item of a list. */
  readonly pointer: string;
  /** What was seen, as a clause that follows the field's name. */
  readonly says: string;
  /** Where the lines go. */
  readonly place: Place;
  /** What to do with the lines. */
  readonly mend: string;
  /** YAML to paste at the place; empty if there is nothing to write. */
  readonly patch: string;
}

/** Findings that are not drift: the specification leaves a place open, or a field was not seen yet. */
const NOTES: ReadonlySet<DriftKind> = new Set(['learned-type', 'learned-field', 'never-seen']);

/** Whether a finding contradicts the specification, rather than completing it. */
export function isDrift({ kind }: Drift): boolean {
  return !NOTES.has(kind);
}

/** Converts a finding into a diagnostic. */
export function diagnosticOf({ kind, operation, pointer, says, place, mend, patch }: Drift): Diagnostic {
  const lines = patch.trimEnd().split('\n');
  const fix = patch === '' ? mend : [`${mend}:`, ...lines.map((line) => `        ${line}`)].join('\n');
  return { code: kind, message: `${operation} ${pointer === '' ? '/' : pointer} ${says}`, fix, place };
}

/** A schema of the specification that is compared with a shape. */
export interface ComparedSchema {
  readonly operation: string;
  readonly schema: Located;
  readonly pointer: string;
}
