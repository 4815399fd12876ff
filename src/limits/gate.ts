/** A call that is waiting to be sent, and its limits. */
export interface GateCall {
  /** The company's id. Each company has its own limits. */
  readonly company: string;
  /** The endpoint's path. Windows count the calls to one endpoint. */
  readonly endpoint: string;
  /** The quota that counts the call: `r` for read, `w` for write, `b` for bulk. */
  readonly limit: string;
  /** How many calls of the company may be in flight at once. */
  readonly inFlight: number;
  /** How many calls to the endpoint are allowed in a time span. */
  readonly windows: readonly Window[];
}

/** At most `most` calls within any `span` milliseconds. */
export type Window = readonly [span: number, most: number];

/** Why a call may not be sent yet. */
export interface Refusal {
  /** Milliseconds after which to ask again. */
  readonly wait: number;
  /** Whether another process hit a limit, so that all calls of this class wait. */
  readonly paused: boolean;
  /**
   * Why the call waits, if its quota is not the reason: part of a sentence for the error of a call that cannot wait so
   * long. Such a wait may end sooner than announced, so the client asks again every second.
   */
  readonly because?: string;
}

/** Limits shared with other processes. The client applies its own limits first, and asks the gate last. */
export interface Gate {
  /**
   * Requests a place among the calls of all processes. Waits for a place in flight until the signal aborts.
   * Resolves to a refusal, or to a function that gives the place back when the call has ended. Never rejects
   * because the shared store is unavailable.
   */
  enter(call: GateCall, signal: AbortSignal): Promise<Refusal | (() => void)>;
  /** Makes the other processes hold the calls of this class for the given milliseconds. */
  pause(call: GateCall, milliseconds: number): void;
}
