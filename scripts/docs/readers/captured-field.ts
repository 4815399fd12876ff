import type { FactField } from '../../evidence/facts/facts.ts';

/** A parameter or a field as a page shows it. */
export interface CapturedField extends FactField {
  readonly fields?: readonly CapturedField[];
  /** Whether the page leaves open what the field holds: its members, its items or its type. */
  readonly isOpen?: true;
  /** Spellings of the name on the page that the reader corrected: full-width letters, blanks at an end. */
  readonly misspelled?: readonly string[];
}
