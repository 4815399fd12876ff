/** The right to handle a message, which nobody else has meanwhile. */
export interface ReplayClaim {
  /** The message was handled: a redelivery is answered without handling it. */
  finish(): Promise<void>;
  /** The message could not be handled: a redelivery is handled again. */
  release(): Promise<void>;
}

/** Remembers which messages are handled, so that each is handled once however often it is delivered. */
export interface ReplayStore {
  /**
   * Claims a message. Resolves to a claim if nobody has it, to `done` if the message was handled, to
   * `running` if another process is handling it.
   *
   * @param key 43 characters that identify the message.
   */
  claim(key: string): Promise<ReplayClaim | 'done' | 'running'>;
}
