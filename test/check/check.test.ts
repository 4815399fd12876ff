import { describe, expect, test } from 'vitest';
import { runCheck } from '../../scripts/check/command-line.ts';
import { runCommand } from '../support/run-command.ts';
import { type Changes, writeSpec } from './small-spec.ts';

const OPERATION = 'paths/deal/add.yaml';

describe('npm run check', () => {
  test.each<readonly [string, Changes, 0 | 1, RegExp]>([
    [
      'no findings',
      {},
      0,
      /^category {2}pages .*\ndeals {9}2 {8}1 {7}1 {6}0 {7}9 {12}1 {11}0 {7}1\n.*\n0 findings; 1 operations of 2 pages, 9 fields, \d+ places compared: 2 differences, 2 explained by 1 corrections and 1 omissions$/,
    ],
    [
      'a finding, with its fix',
      { [OPERATION]: ['dealAdd', 'addDeal'] },
      1,
      /add\.yaml:2:3 operation-id: .*\n {4}fix: write operationId: dealAdd\ncategory (?:.*\n)+1 finding; /,
    ],
    [
      'a form error ends the check early',
      { [OPERATION]: ['operationId', 'operatonId'] },
      1,
      /add\.yaml:2:3 unknown-key: .*\n.*\n1 finding; the rules run once the specification can be read/,
    ],
    [
      'a reference to nothing',
      { 'schemas/Deal.yaml': undefined },
      1,
      /add\.yaml:\d+:\d+ reference: .*Deal\.yaml.* does not exist/,
    ],
    [
      'facts of the wrong form',
      { 'docs/deal/add.yaml': ['type: string, required: false, max', 'type: text, required: false, max'] },
      1,
      /add\.yaml:\d+:\d+ facts-form: limit has the type "text"/,
    ],
    [
      'a ledger of the wrong form',
      { 'docs/pages.yaml': ['state: unread', 'state: red'] },
      1,
      /pages\.yaml:2:3 ledger-form: /,
    ],
  ])('%s', async (_name, changes, code, want) => {
    const run = await runCommand(runCheck, ['--spec', writeSpec(changes)]);
    expect(run).toEqual({ code, out: expect.stringMatching(want), err: '' });
  });

  test('--json prints the findings as data', async () => {
    const { code, out } = await runCommand(runCheck, [
      '--json',
      '--spec',
      writeSpec({ [OPERATION]: ['dealAdd', 'addDeal'] }),
    ]);
    const { diagnostics, summary } = JSON.parse(out);
    expect([code, diagnostics.length, summary.operations]).toEqual([1, 1, 1]);
    expect(diagnostics[0]).toMatchObject({
      code: 'operation-id',
      fix: 'write operationId: dealAdd',
      place: { line: 2, column: 3 },
    });
  });

  test('--help prints the help', async () => {
    expect(await runCommand(runCheck, ['--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Exit codes:'),
    });
  });

  test.each([[['--all']], [['spec']], [['--spec', '/nowhere']]])('wrong arguments %j', async (args) => {
    expect(await runCommand(runCheck, args)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('usage: npm run check'),
    });
  });
});
