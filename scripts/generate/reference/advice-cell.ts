import { lineText } from './markdown.ts';

/** A table cell with the advice for an error: in Chinese, if there is any, and in English below it. */
export function adviceCell(chinese: string | undefined, english: string): string {
  return [chinese ?? '', english].map(lineText).filter(Boolean).join('<br>');
}
