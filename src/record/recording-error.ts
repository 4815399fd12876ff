/** An answer was not recorded, because its recording might have contained data that must not be committed. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  /** The operationId. */
  readonly operation: string;
  /** The JSON pointer to that data in the recording. The value itself is nowhere in the error. */
  readonly pointer: string;

  constructor(message: string, { operation, pointer }: { operation: string; pointer: string }) {
    super(message);
    this.operation = operation;
    this.pointer = pointer;
  }
}
