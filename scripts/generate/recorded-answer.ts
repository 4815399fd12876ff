/** A recorded answer of an operation. */
export interface RecordedAnswer {
  readonly operation: string;
  readonly file: string;
  readonly response: { readonly body: unknown };
}

/** The recorded answer that stands for an operation: of several, the one that the documentation prints, otherwise the first. */
export function recordedAnswer(
  recordings: readonly RecordedAnswer[],
  operationId: string,
): RecordedAnswer | undefined {
  const own = recordings.filter(({ operation }) => operation === operationId);
  return own.find(({ file }) => file.endsWith('documented.json')) ?? own[0];
}
