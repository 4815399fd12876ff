import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { customersChanged } from '../support/customers-changed.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A team's folder of answers, by `<operationId>/<name>`. */
function answers(files: Readonly<Record<string, object | string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'weiban-answers-'));
  folders.push(folder);
  for (const [name, body] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), typeof body === 'string' ? body : JSON.stringify(body));
  }
  return folder;
}

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'examples/check-answers.ts', ...args],
    { encoding: 'utf8' },
  );
  return { status, lines: stdout.trim().split('\n'), stderr };
}

const valid = customersChanged();
const grown = customersChanged((row) => ({ ...row, level: 'gold' }));
const broken = customersChanged(({ name, ...row }) => ({ ...row, full_name: name }));

describe("a consumer's continuous integration", () => {
  test('passes answers as specified, including a documented failure, and reports new fields', () => {
    const folder = answers({
      'externalUserUpdateList/first.json': valid,
      'externalUserUpdateList/grown.json': grown,
      'externalUserUpdateList/refused.json': { errcode: 10049, errmsg: 'no' },
      'externalUserUpdateList/notes.txt': 'not an answer',
    });
    const { status, lines } = check(folder);
    expect(lines).toEqual([
      'ok    externalUserUpdateList/first.json: externalUserUpdateList answers as specified.',
      'ok    externalUserUpdateList/grown.json: externalUserUpdateList departs from the specification in one place:',
      '  info  /external_user_list/*/level is not documented, got string (in 3 of 3)',
      'ok    externalUserUpdateList/refused.json: externalUserUpdateList answers as specified.',
      '3 of 3 answers are as specified',
    ]);
    expect(status).toBe(0);
    expect(check(folder, '--strict').status).toBe(1);
  });

  test('fails on drift, on a text that is not an answer and on an unknown operation, and reports all of them', () => {
    const { status, lines } = check(
      answers({
        'externalUserUpdateList/broken.json': broken,
        'externalUserUpdateList/cut.json': '{"errcode": 0,',
        'externalUserUpdateLists/first.json': valid,
      }),
    );
    expect(status).toBe(1);
    const text = lines.join('\n');
    expect(text).toContain('error /external_user_list/*/name is missing, expected string (in 3 of 3)');
    expect(text).toContain('info  /external_user_list/*/full_name is not documented, got string');
    expect(text).toContain('FAILS externalUserUpdateList/cut.json: The answer given for');
    expect(text).toContain('There is no operation "externalUserUpdateLists"');
    expect(lines.at(-1)).toBe('0 of 3 answers are as specified');
  });

  test('fails if there is nothing to check', () => {
    expect(check(answers({}))).toMatchObject({ status: 1 });
    expect(check()).toMatchObject({ status: 2, stderr: expect.stringContaining('Give the folder') });
  });
});
