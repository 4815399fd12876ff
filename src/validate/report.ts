/**
 * In what way an answer departs from the specification. `missing`: a required field is not there. `mistyped`: a value of
 * another type, null where null is not specified included. `wrong-value`: a value that the specification rules out, such
 * as another code for success. `undocumented`: a field that the specification does not have. `new-value`: a value that is not among
 * the documented ones, where the list is open.
 */
export type DepartureKind = 'missing' | 'mistyped' | 'wrong-value' | 'undocumented' | 'new-value';

/**
 * One way in which an answer departs from the specification. It holds names, types and counts, and no value but a small
 * number or a boolean where the specification lists values: what a customer is called never gets into a report.
 */
export interface Departure {
  readonly kind: DepartureKind;
  /**
   * `error` where the answer is not what the types say. `info` where it is and says more: the vendor adds fields and
   * values without notice, and nothing is ever rejected for one.
   */
  readonly severity: 'error' | 'info';
  /**
   * JSON pointer from the root of the whole answer. `*` stands for every item of a list, and for a name that the answer's
   * data may have chosen: it could be an id or a phone number.
   */
  readonly at: string;
  /** What is specified: `string`, `integer or null`, `one of 1, 2`; `nothing` for an undocumented field. */
  readonly expected: string;
  /** What arrived, by type: `null`, `string`, `integer`, `integer beyond 2^53`; `nothing` for a missing field. */
  readonly got: string;
  /** In how many places. */
  readonly count: number;
  /** Of how many places: rows of the list, or other objects in which the field could stand. */
  readonly of: number;
}

/** How one answer departs from the specification. */
export interface AnswerReport {
  /** The operationId. */
  readonly operation: string;
  /** Whether the envelope says success. Of a failure only the code is looked at: is it documented? */
  readonly isSuccess: boolean;
  /** Whether there is no departure of severity `error`. */
  readonly isValid: boolean;
  /** Errors first, then by place; each kind at each place once. */
  readonly departures: readonly Departure[];
}
