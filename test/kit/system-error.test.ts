import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCommand } from '../../scripts/kit/command.ts';
import { describeSystemError } from '../../scripts/kit/system-error.ts';
import { writeFiles } from '../../scripts/kit/write-files.ts';
import { runCommand } from '../support/run-command.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}

// A device of Linux that is always full.
test.runIf(existsSync('/dev/full'))('a full disk is a sentence with the mend, and exit code 1', async () => {
  const command = createCommand({
    usage: '',
    help: '',
    badInput: 1,
    run: async () => {
      writeFileSync('/dev/full', 'text');
      return 0;
    },
  });
  const { code, err } = await runCommand(command, []);
  expect(err).toMatch(/^.* cannot be used \(ENOSPC in write\): the disk is full; free some space/);
  expect(code).toBe(1);
});

test('files are written all or not at all, and the file is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-write-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'file'), 'old');
  const below = join(folder, 'file', 'below.ts');
  const error = thrownBy(() =>
    writeFiles(
      new Map([
        [join(folder, 'a.ts'), 'a'],
        [below, 'b'],
      ]),
    ),
  );
  expect(describeSystemError(error)).toContain(`${join(folder, 'file')} cannot be used (E`);
  expect(existsSync(join(folder, 'a.ts'))).toBe(false);
});

test.each([
  ['a bug', new TypeError('x is not a function')],
  ['wrong arguments', Object.assign(new TypeError('no'), { code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' })],
  ['a file of our own that is missing', Object.assign(new Error('no'), { code: 'ENOENT', syscall: 'open' })],
  ['no error', undefined],
])('%s is not described', (_, error) => {
  expect(describeSystemError(error)).toBeUndefined();
});
