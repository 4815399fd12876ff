import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openTextCache } from '../../scripts/kit/text-cache.ts';
import { flipBit, spreadBits } from '../support/flip-bit.ts';
import { runs } from '../support/runs.ts';

const VALUES: Readonly<Record<string, unknown>> = {
  'a text': 'const schema = { type: "object" };\n',
  'another text': { id: 12345678901234567890n, list: [null, true, 'x', { deep: [1, 2.5] }] },
  'a Chinese text: 微伴': '微伴助手',
  empty: '',
  number: 7,
};

test('whichever bit of the file is damaged, an entry is right or unknown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-damaged-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'cache');
  const cache = openTextCache(file, '1');
  for (const [text, value] of Object.entries(VALUES)) cache.set(text, value);
  cache.save();
  const bytes = readFileSync(file);
  let [flips, unknown] = [0, 0];
  for (const bit of spreadBits(bytes, runs(600))) {
    flips += 1;
    writeFileSync(file, flipBit(bytes, bit));
    const damaged = openTextCache(file, '1');
    for (const [text, value] of Object.entries(VALUES)) {
      const found = damaged.get(text);
      if (found === undefined) unknown += 1;
      else expect([bit, found.value]).toEqual([bit, value]);
    }
  }
  // Every flip is noticed, and most of them cost one entry.
  expect(unknown).toBeGreaterThanOrEqual(flips);
  expect(unknown).toBeLessThan(flips * 1.5);
});
