/** An answer that was not recorded: its recording might have held something that must not be committed. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  /** The operationId. */
  readonly operation: string;
  /** The JSON pointer, in the recording, of what stopped it; the value itself is nowhere in the error. */
  readonly pointer: string;

  constructor(message: string, { operation, pointer }: { operation: string; pointer: string }) {
    super(message);
    this.operation = operation;
    this.pointer = pointer;
  }
}
