import { existsSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { runCheckCommand } from './check-command.ts';
import { MissingProgram } from './run-check.ts';

const folders: string[] = [];

function command(names: readonly string[]) {
  const run = (name: string) => async () => {
    if (name === 'bad') throw new Error('it is bad');
    if (name === 'absent') throw new MissingProgram('needs a program');
    return 'it is well';
  };
  return {
    name: 'check:some',
    help: 'the help',
    checks: names.map((name) => ({ name, run: run(name) })),
    open: async (work: string) => {
      folders.push(work);
      return { context: undefined };
    },
  };
}

const runs: [args: readonly string[], code: number, printed: RegExp][] = [
  [['--only', 'good'], 0, /check:some: 1 passed, 0 failed, 0 skipped/],
  [['--only', 'absent', '--only', 'good'], 0, /check:some: 1 passed, 0 failed, 1 skipped/],
  [[], 1, /it is bad[\s\S]*check:some: 1 passed, 1 failed, 1 skipped/],
  [['--only', 'gold'], 2, /--only gold: there is no check of that name[\s\S]*the help/],
  [['--olny', 'good'], 2, /--olny[\s\S]*the help/],
  [['--help'], 0, /^the help$/],
];

test.each(runs)('%j ends with %i', async (args, code, printed) => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const error = vi.spyOn(console, 'error').mockReturnValue();
  expect(await runCheckCommand(command(['good', 'bad', 'absent']), args)).toBe(code);
  expect([...log.mock.calls, ...error.mock.calls].join('\n')).toMatch(printed);
  expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
});

test('what was opened is closed, whatever the checks came to; it learns the switches that were given', async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  const told: unknown[] = [];
  const code = await runCheckCommand(
    {
      ...command(['good', 'bad']),
      switches: ['fast', 'loud'],
      open: async (_, given) => {
        told.push([...given]);
        return { context: undefined, close: async () => void told.push('closed') };
      },
    },
    ['--loud'],
  );
  expect([code, told]).toEqual([1, [['loud'], 'closed']]);
});
