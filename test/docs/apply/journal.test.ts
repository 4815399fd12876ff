import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commitFiles } from '../../../scripts/docs/apply/journal.ts';
import { withSpecLock } from '../../../scripts/spec/lock-spec.ts';
import { applyPlace } from './apply-place.ts';

test('no file outside the specification is ever written', async () => {
  const place = applyPlace();
  const outside = join(place.folder, 'outside.yaml');
  const inside = join(place.spec, 'inside.yaml');
  const files = new Map([
    [inside, 'x'],
    [outside, 'x'],
  ]);
  await expect(withSpecLock(place.spec, 'test', async (lock) => commitFiles(lock, files))).rejects.toThrow(
    /outside the specification/,
  );
  expect([outside, inside].map((path) => existsSync(path))).toEqual([false, false]);
});
