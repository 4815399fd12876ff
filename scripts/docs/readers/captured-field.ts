import type { FactShape, RequiredMark } from '../../evidence/facts/facts.ts';

/** A value as a page shows it: what a field or a body holds. */
export interface CapturedShape extends FactShape {
  readonly fields?: readonly CapturedField[];
  /** Whether the page leaves open what the value holds: its members, its items or its type. */
  readonly isOpen?: true;
}

/** A parameter or a field as a page shows it. */
export interface CapturedField extends CapturedShape {
  readonly name: string;
  readonly required?: RequiredMark;
  readonly deprecated?: boolean;
  /** Spellings of the name on the page that the reader corrected: full-width letters, blanks at an end. */
  readonly misspelled?: readonly string[];
}
