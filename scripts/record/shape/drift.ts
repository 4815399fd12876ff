import type { Located } from '../../evidence/compare/located.ts';
import type { Diagnostic, Place } from '../../kit/diagnostic.ts';

/** How recordings and specification disagree at one place, or what recordings teach where the specification says nothing. */
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

/** One finding, with the lines of YAML that would settle it. */
export interface Drift {
  readonly kind: DriftKind;
  /** The operationId. */
  readonly operation: string;
  /** The JSON pointer in the answer; `*` stands for every item of a list. */
  readonly pointer: string;
  /** What was seen, as one clause. */
  readonly says: string;
  /** Where the lines go. */
  readonly place: Place;
  /** What to do with the lines. */
  readonly mend: string;
  /** YAML, ready to be pasted at the place; empty where nothing is to be written. */
  readonly patch: string;
}

/** What the specification does not say can be learned, and what was never seen may still come: neither is drift. */
const NOTES: ReadonlySet<DriftKind> = new Set(['learned-type', 'learned-field', 'never-seen']);

/** Whether the specification is wrong, and not only silent. */
export function isDrift({ kind }: Drift): boolean {
  return !NOTES.has(kind);
}

/** A finding as `formatDiagnostic` prints it. */
export function diagnosticOf({ kind, operation, pointer, says, place, mend, patch }: Drift): Diagnostic {
  const lines = patch.trimEnd().split('\n');
  const fix = patch === '' ? mend : [`${mend}:`, ...lines.map((line) => `        ${line}`)].join('\n');
  return { code: kind, message: `${operation} ${pointer === '' ? '/' : pointer} ${says}`, fix, place };
}

/** A place of the specification that a shape is held against. */
export interface Held {
  readonly operation: string;
  readonly schema: Located;
  readonly pointer: string;
}
