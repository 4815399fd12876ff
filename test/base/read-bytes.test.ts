import { expect, test } from 'vitest';
import { readBytes } from '../../src/base/read-bytes.ts';

const bytes = new Uint8Array([0, 255, 1]);

test.each([
  ['a web stream', () => new Response(bytes)],
  // As a custom `fetch` may return it.
  [
    'no web stream',
    () => ({ body: { pipe() {} }, arrayBuffer: async () => bytes.buffer }) as unknown as Response,
  ],
])('%s is read, unless it is too large', async (_, response) => {
  expect(await readBytes(response(), 3)).toEqual(bytes);
  expect(await readBytes(response(), 2)).toBeUndefined();
});
