import { expect, test } from 'vitest';
import { runs } from '../support/runs.ts';
import { created, posted, postedFrame, signed } from '../support/webhooks.ts';
import { isRefused, type Posted, refusal } from './refusal.ts';

/** Generates the same bytes in every run. */
function randomBytes(seed: number) {
  let state = seed;
  return (count: number): Buffer => {
    const bytes = Buffer.alloc(count);
    for (let at = 0; at < count; at++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      bytes[at] = state >>> 24;
    }
    return bytes;
  };
}

const INPUTS = runs(10_000, 100_000);

test(`${INPUTS.toLocaleString('en')} random inputs cause one kind of error, and no crash`, () => {
  const random = randomBytes(42);
  const valid = posted(created);
  const kinds: ((bytes: Buffer) => Posted)[] = [
    (bytes) => ({ ...valid, body: bytes }),
    (bytes) => ({ ...valid, body: { encrypt: bytes.toString('base64') } }),
    (bytes) => ({ query: { ...valid.query, nonce: bytes.toString('latin1') }, body: valid.body }),
    (bytes) => ({ query: new URLSearchParams(bytes.toString('latin1')), body: bytes.toString('latin1') }),
    // Signed, so that they reach the code after the signature check.
    (bytes) => signed(bytes.toString('latin1')),
    (bytes) => signed(bytes.toString('base64')),
    (bytes) => postedFrame(Buffer.concat([bytes, bytes]).subarray(0, bytes.length & ~31)),
    (bytes) => postedFrame(Buffer.concat([bytes.subarray(0, 31), Buffer.from([1])])),
  ];
  const accepted: unknown[] = [];
  for (let round = 0; round < INPUTS; round++) {
    const bytes = random(32 + (round % 97));
    const message = kinds[round % kinds.length]!(bytes);
    if (!isRefused(message)) accepted.push([message, refusal(message)]);
  }
  expect(accepted).toEqual([]);
});
