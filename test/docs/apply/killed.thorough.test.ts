import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runDocs } from '../../../scripts/docs/command-line.ts';
import { loadSpec } from '../../../scripts/spec/load.ts';
import { runCommand } from '../../support/run-command.ts';
import { applyPlace } from './apply-place.ts';

// The test waits for a file, so that the kill falls into the replacement on a machine of any speed.
test.each([
  ['after the old texts are recorded', '.apply.json'],
  ['after the first file is in place', 'added/0.yaml'],
])('killed %s: the specification is refused until restore puts every file back', async (_, file) => {
  const place = applyPlace();
  const before = place.tree();
  const added = Array.from({ length: 2000 }, (_, index) => [
    join(place.spec, `added/${index}.yaml`),
    'x: 1\n',
  ]);
  const old = [...before.keys()].map((name) => [join(place.spec, name), 'changed: true\n']);
  const list = join(place.folder, 'list.json');
  writeFileSync(list, JSON.stringify([...added, ...old]));
  const script = `import { readFileSync } from 'node:fs';
    import { commitFiles } from ${JSON.stringify(resolve('scripts/docs/apply/journal.ts'))};
    import { withSpecLock } from ${JSON.stringify(resolve('scripts/spec/lock-spec.ts'))};
    const files = new Map(JSON.parse(readFileSync(${JSON.stringify(list)}, 'utf8')));
    await withSpecLock(${JSON.stringify(place.spec)}, 'test', async (lock) => commitFiles(lock, files));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: 'inherit',
  });
  while (!existsSync(join(place.spec, file)) && child.exitCode === null) await setImmediate();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(join(place.spec, '.apply.json'))).toBe(true);
  expect(place.tree()).not.toEqual(before);
  // The dead process left its lock behind.
  expect(existsSync(join(place.spec, '.lock'))).toBe(true);
  expect(() => loadSpec(place.spec)).toThrow(/half-applied.*was interrupted[\s\S]*npm run docs -- restore/);
  expect(await runCommand(runDocs, ['restore', '--spec', place.spec])).toMatchObject({
    code: 0,
    out: expect.stringContaining('every file is as it was before'),
  });
  expect(place.tree()).toEqual(before);
  expect((await runCommand(runDocs, ['restore', '--spec', place.spec])).out).toContain('nothing to restore');
});
