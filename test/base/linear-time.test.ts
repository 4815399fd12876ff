import { describe, expect, test } from 'vitest';
import { parseExactJson } from '../../scripts/kit/exact-json.ts';
import { parseExact, parseWithBigints } from '../../src/base/exact-json.ts';
import { createRedactor } from '../../src/base/redact.ts';
import { findLeak } from '../../src/record/find-leak.ts';
import { createPseudonyms } from '../../src/record/pseudonyms.ts';
import { specification } from '../../src/record/specification.ts';

const { redact, excerpt } = createRedactor('s3cr3t-abc/def+ghi=');
const pseudonyms = () => createPseudonyms(new Uint8Array(32));
const leakIn = (value: object) =>
  findLeak({
    file: JSON.stringify(value),
    own: new Set(),
    originals: [],
    secrets: ['s3cr3t-abc/def+ghi='],
    specification: specification(),
    pseudonyms: pseudonyms(),
  });

/** Milliseconds, the least of a few runs. */
function least(work: () => unknown): number {
  const runs = Array.from({ length: 2 }, () => {
    const start = performance.now();
    try {
      work();
    } catch (error) {
      // Text that is not JSON is refused, and how soon is what counts.
      if (!(error instanceof SyntaxError)) throw error;
    }
    return performance.now() - start;
  });
  return Math.min(...runs);
}

const SHORT = 2_500;
const TIMES = 16;

const texts: readonly (readonly [name: string, piece: string, before?: string, after?: string])[] = [
  ['backslashes after a name', '\\', 'secret=\\"'],
  ['backslashes', '\\'],
  ['escaped quotes', '\\"', '"'],
  ['names', 'secret=\\"'],
  ['names in quotes', 'secret:"'],
  ['entities', '&quot;secret&quot;:&quot;'],
  ['spaces after a name', ' ', 'secret'],
  ['spaces after an equals sign', ' ', 'secret='],
  ['percent signs', '%'],
  ['percent signs, encoded again and again', '25', '%', '41'],
  ['encoded percent signs', '%25'],
  ['escapes', '\\u0041%41&#65;'],
  ['the start of the secret', 's3cr3t-abc/def+ghi'],
  ['secrets', 's3cr3t-abc/def+ghi='],
  ['letters', 'a'],
  ['letters and dots', '.a', 'a@', ' '],
  ['starts of addresses', 'a@'],
  ['starts of tokens', 'eyJ'],
  ['underlines', '_', 'a', 'a'],
  ['digits', '1'],
  ['digits and dots', '1.', '2024-01-01 ', '\n'],
  ['dates', '0', '2024-0-', '\n'],
  ['brackets', '['],
  ['numbers', '1234567890123456,', '['],
  ['a string without an end', '\\a', '[1234567890123456,"'],
];

const readers: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['redact', redact],
  ['excerpt', excerpt],
  ['parse an answer', parseExact],
  ['parse for a recording', parseWithBigints],
  ['parse for the maintainers', parseExactJson],
  ['give a pseudonym', (text) => pseudonyms().ofText(text)],
  ['search a recording', (text) => leakIn({ text })],
  ['search a name in a recording', (text) => leakIn({ [text]: 1 })],
];

/** In linear time, sixteen times the text takes sixteen times as long; in square time, 256 times. */
describe.each(readers)('%s takes linear time', (_, read) => {
  test.each(texts)('%s', (__, piece = '', before = '', after = '') => {
    const ofLength = (length: number) => before + piece.repeat(Math.ceil(length / piece.length)) + after;
    const [short, long] = [ofLength(SHORT), ofLength(SHORT * TIMES)];
    least(() => read(short));
    // Below ten milliseconds the clock and the compiler weigh more than the text.
    const allowed =
      Math.max(
        10,
        least(() => read(short)),
      ) *
      TIMES *
      4;
    expect(least(() => read(long))).toBeLessThan(allowed);
  });
});
