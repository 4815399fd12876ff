/** A piece of a paragraph. */
export interface ProsePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** Splits a text into paragraphs, and each into plain text and what stands between backticks. */
export function paragraphsOf(text: string): ProsePart[][] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line
        .split(/(`[^`]+`)/)
        .filter((part) => part !== '')
        .map((part) =>
          /^`[^`]+`$/.test(part) ? { text: part.slice(1, -1), isCode: true } : { text: part, isCode: false },
        ),
    );
}
