import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runDocs } from '../../../scripts/docs/command-line.ts';
import { runCommand } from '../../support/run-command.ts';
import { applyPlace } from '../apply/apply-place.ts';

test('an import that is killed half-way is restored as a whole', async () => {
  const place = applyPlace();
  const before = place.tree();
  const pages = Array.from(
    { length: 2000 },
    (_, at) =>
      `  - {page: api-${at}, title: t${at}, kind: endpoint, method: GET, path: /open-api/many/n${at}, query: [], complete: true}\n`,
  );
  const sheet = join(place.folder, 'sheet.yaml');
  writeFileSync(sheet, `category: 很多\nslug: many\npages:\n${pages.join('')}`);
  const args = ['--import', 'tsx', 'scripts/docs.ts', 'import', sheet, '--spec', place.spec];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  // The test waits for the first page, so that the kill falls between two of them on a machine of any speed.
  const many = join(place.spec, 'docs/many');
  const hasFirst = () => existsSync(many) && readdirSync(many).some((name) => name.endsWith('.yaml'));
  while (!hasFirst() && child.exitCode === null) await setImmediate();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(place.tree()).not.toEqual(before);
  const restored = await runCommand(runDocs, ['restore', '--spec', place.spec]);
  expect(restored).toMatchObject({ code: 0, out: 'restored: every file is as it was before' });
  expect(place.tree()).toEqual(before);
});
