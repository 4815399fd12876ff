/**
 * How an answer departs from the specification. `missing`: a required field is absent. `mistyped`: a value
 * has another type; also null if the specification does not allow it. `wrong-value`: a value that the
 * specification does not allow, such as another code for success. `undocumented`: a field that the
 * specification does not have. `new-value`: a value that is missing from an open list of documented values.
 */
export type DepartureKind = 'missing' | 'mistyped' | 'wrong-value' | 'undocumented' | 'new-value';

/**
 * One departure of an answer from the specification. It contains names, types and counts, and no values
 * except small numbers and booleans where the specification lists values. A customer's name never gets into a
 * report.
 */
export interface Departure {
  readonly kind: DepartureKind;
  /**
   * `error` if the answer contradicts its type. `info` if the answer only contains more: the vendor adds
   * fields and values without notice, and `validateAnswers` never rejects a call for them.
   */
  readonly severity: 'error' | 'info';
  /**
   * JSON pointer from the root of the complete answer. `*` stands for every item of a list, and for a name
   * that may be data, such as an id or a phone number.
   */
  readonly at: string;
  /** What is specified: `string`, `integer or null`, `one of 1, 2`; `nothing` for an undocumented field. */
  readonly expected: string;
  /** What arrived, by type: `null`, `string`, `integer`, `integer beyond 2^53`; `nothing` for a missing field. */
  readonly got: string;
  /** The number of places with this departure. */
  readonly count: number;
  /** The number of places where it could occur: rows of the list, or other objects that could have the field. */
  readonly of: number;
}

/** How one answer departs from the specification. */
export interface AnswerReport {
  /** The operationId. */
  readonly operation: string;
  /** Whether the envelope says success. For a failure, only the code is checked: is it documented? */
  readonly isSuccess: boolean;
  /** Whether there is no departure of severity `error`. */
  readonly isValid: boolean;
  /** Errors first, then by place; each kind at each place once. */
  readonly departures: readonly Departure[];
}
