import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commitFiles } from '../../../scripts/docs/apply/journal.ts';
import { applyPlace } from './apply-place.ts';

test('no file outside the specification is ever written', () => {
  const place = applyPlace();
  const outside = join(place.folder, 'outside.yaml');
  const inside = join(place.spec, 'inside.yaml');
  expect(() =>
    commitFiles(
      place.spec,
      new Map([
        [inside, 'x'],
        [outside, 'x'],
      ]),
    ),
  ).toThrow(/outside the specification/);
  expect([outside, inside].map((path) => existsSync(path))).toEqual([false, false]);
});
