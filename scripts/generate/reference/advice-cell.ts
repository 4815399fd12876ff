import { lineText } from './markdown.ts';

/** A table's cell with the advice for an error: in Chinese, where there is any, and in English below it. */
export function adviceCell(chinese: string | undefined, english: string): string {
  return [chinese ?? '', english].map(lineText).filter(Boolean).join('<br>');
}
