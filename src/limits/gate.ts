/** A call that asks to go out, and what limits it. */
export interface GateCall {
  /** The company's id: limits are counted for each on its own. */
  readonly company: string;
  /** The endpoint's path; windows count the calls to one of them. */
  readonly endpoint: string;
  /** Which quota counts the call: read, write, bulk. */
  readonly limit: string;
  /** Calls of the company that may be in flight at once. */
  readonly inFlight: number;
  /** In any span of so many milliseconds, at most so many calls to the endpoint. */
  readonly windows: readonly Window[];
}

/** At most `most` calls within any `span` milliseconds. */
export type Window = readonly [span: number, most: number];

/** Why a call may not go out yet. */
export interface Refusal {
  /** Milliseconds after which to ask again. */
  readonly wait: number;
  /** Whether another process ran into a limit, and all calls of this class wait. */
  readonly paused: boolean;
}

/** Limits shared with other processes. The client keeps to its own limits first and asks here last. */
export interface Gate {
  /**
   * Asks for a place among the calls of all processes. Resolves to a refusal, or to the function that gives the place
   * back when the call has ended. Waits for one of the places in flight, until the signal aborts; never rejects because
   * the place where the limits are shared is away.
   */
  enter(call: GateCall, signal: AbortSignal): Promise<Refusal | (() => void)>;
  /** Tells the other processes to hold the calls of a class for so many milliseconds. */
  pause(call: GateCall, milliseconds: number): void;
}
