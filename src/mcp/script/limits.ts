/** What a program may use. A program that needs more ends with an error that names the limit. */
export interface ScriptLimits {
  /** How long a program may take, in seconds, if the call does not say. Waiting for a person does not count. */
  readonly seconds: number;
  /** The longest time that a call may ask for, in seconds. */
  readonly maxSeconds: number;
  /** How long a program may compute, in seconds: without its waits for answers. */
  readonly computeSeconds: number;
  /** Its memory, in MB. */
  readonly memory: number;
  /** Its stack, in KB. */
  readonly stack: number;
  /** Calls of the API, each page of a list being one. */
  readonly calls: number;
  /** Rows of lists that it reads. */
  readonly rows: number;
  /** Characters of its source, and of the arguments of one call. */
  readonly characters: number;
  /** Characters of its result, before it is cut to the budget of an answer. */
  readonly result: number;
  /** Lines of its log, and messages of its progress. */
  readonly lines: number;
  /** Programs that run at a time. */
  readonly programs: number;
}

/** The limits if the options say nothing else. */
export const SCRIPT_LIMITS: ScriptLimits = {
  seconds: 120,
  maxSeconds: 600,
  computeSeconds: 10,
  memory: 64,
  stack: 256,
  calls: 1000,
  rows: 100_000,
  characters: 200_000,
  result: 2_000_000,
  lines: 200,
  programs: 4,
};
