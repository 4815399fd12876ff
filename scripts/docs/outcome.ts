import { exactJson } from '../kit/exact-json.ts';

/** What a command did, as data; `text` is the same for a person. */
export interface Outcome {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The exit code; 0 when left out. */
  readonly code?: 0 | 1;
}

/** Prints what a command did, as text or as JSON, and gives its exit code. */
export function report(
  { text, data, code = 0 }: Outcome,
  isJson: boolean,
  print: (text: string) => void,
): 0 | 1 {
  print(isJson ? exactJson(data, 2) : text.trimEnd());
  return code;
}
