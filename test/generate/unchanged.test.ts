import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openRunCache } from '../../scripts/generate/unchanged.ts';

test('where no run can be remembered, each does the work', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-runs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const blocked = join(folder, 'blocked');
  writeFileSync(blocked, 'no folder');
  const cache = openRunCache(join(blocked, 'below'), '/out', () => []);
  expect(() => cache.remember([], 'done')).not.toThrow();
  expect(cache.unchanged()).toBeUndefined();
});
