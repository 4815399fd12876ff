import { exactJson } from '../kit/exact-json.ts';

/** The result of a command, as data and as text for a person. */
export interface Outcome {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The exit code, 0 by default. */
  readonly code?: 0 | 1;
}

/** Prints the result of a command as text or as JSON, and returns its exit code. */
export function report(
  { text, data, code = 0 }: Outcome,
  isJson: boolean,
  print: (text: string) => void,
): 0 | 1 {
  print(isJson ? exactJson(data, 2) : text.trimEnd());
  return code;
}
