import { createHash } from 'node:crypto';
import type { Spec } from '../../spec/load.ts';
import type { Text } from './texts.ts';

/** The file with one row for each pair of texts that a person has compared: the hash of the English and of the Chinese. */
export const PAIRS_FILE = 'texts.yaml';

const COMMENT = `# Each English text with its Chinese twin, as two hashes: a person has read that they say the same.
# Written by npm run check -- --texts; sorted, so that branches merge.
`;

/** The row of a text; undefined if it has no twin. White space does not count. */
export function pairOf({ en, zh }: Text): string | undefined {
  return zh === undefined ? undefined : `${hash(en)} ${hash(zh)}`;
}

function hash(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  // The letter keeps YAML from reading digits as a number.
  return `t${createHash('sha256').update(words).digest('hex').slice(0, 9)}`;
}

/** The pairs that were compared; undefined if the specification keeps no such file. */
export function readPairs({ beside }: Spec): readonly string[] | undefined {
  const value = beside(PAIRS_FILE)?.value;
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map(String) : [];
}

/** The text of the file for these texts. */
export function pairsText(texts: readonly Text[]): string {
  const pairs = new Set(texts.flatMap((text) => pairOf(text) ?? []));
  return (
    COMMENT +
    [...pairs]
      .sort()
      .map((pair) => `- ${pair}\n`)
      .join('')
  );
}
