/** A message that this process may handle, and nobody else meanwhile. */
export interface ReplayClaim {
  /** It is handled: a redelivery is answered without handling it. */
  finish(): Promise<void>;
  /** It could not be handled: a redelivery is handled. */
  release(): Promise<void>;
}

/** Remembers which messages are handled, so that each is handled once however often it is delivered. */
export interface ReplayStore {
  /**
   * Claims a message: a claim where it is nobody's, `done` where it is handled, `running` where another process is at it.
   *
   * @param key 43 characters that stand for the message.
   */
  claim(key: string): Promise<ReplayClaim | 'done' | 'running'>;
}
