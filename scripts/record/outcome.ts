/** The result of a run, as text and as data. */
export interface Outcome {
  readonly text: string;
  readonly data: object;
  /** Whether everything was recorded and the specification agrees. */
  readonly isClean: boolean;
}
