import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createRecord } from '../../scripts/record/command-line.ts';
import { readSpecification } from '../../scripts/record/run-shape.ts';
import { createWeiban } from '../../src/index.ts';
import {
  type Drift,
  type Sandbox,
  type SandboxServerOptions,
  startSandbox,
} from '../../src/sandbox/index.ts';
import { type AnswerReport, validateAnswers } from '../../src/validate/index.ts';
import { runCommand } from '../support/run-command.ts';

// Read once: all tests use the specification in spec/.
const specification = readSpecification('spec');

async function start(options: SandboxServerOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ limits: false, ...options });
  onTestFinished(sandbox.close);
  return sandbox;
}

/** Runs `npm run record` against a sandbox. Returns its output and the text of every written file except the key. */
async function record(sandbox: Sandbox, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const calls = args.includes('--calls') ? ['--calls', join(folder, 'calls.yaml')] : [];
  if (calls[1]) writeFileSync(calls[1], args[1] ?? '');
  const run = await runCommand(
    createRecord(() => specification),
    ['--base-url', sandbox.url, '--recordings', folder, ...calls, ...args.slice(calls.length)],
    { env: { WEIBAN_CORP_ID: sandbox.corpId, WEIBAN_SECRET: sandbox.secret } },
  );
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  return { ...run, files };
}

const PERSONS = 1000;

test(`recording a sandbox with ${PERSONS} persons leaves no name, phone, id, token or secret of theirs`, async () => {
  const tokens: string[] = [];
  const makeToken = (count: number) => {
    const token = `zzToken-${count}-of-this-session`;
    tokens.push(token);
    return token;
  };
  const sandbox = await start({ persons: PERSONS, rows: PERSONS, makeToken });
  // Every page of the customers, and the first page of the other lists.
  const pages = Array.from({ length: PERSONS / 100 }, (_, page) => ({
    operation: 'externalUserList',
    params: { limit: 100, offset: page * 100 },
  }));
  const customers = await record(sandbox, '--calls', JSON.stringify(pages));
  const lists = await record(sandbox);
  const all = [...customers.files, ...lists.files].join('\n');

  const texts = [
    ...sandbox.persons.flatMap((person) => Object.values(person)),
    ...tokens,
    sandbox.secret,
    sandbox.corpId,
  ];
  expect(sandbox.persons).toHaveLength(PERSONS);
  expect(tokens.length).toBeGreaterThan(0);
  expect(customers.files).toHaveLength(pages.length);
  expect(lists.files.length).toBeGreaterThan(30);
  expect(texts.filter((text) => all.includes(text))).toEqual([]);
  console.log(
    `${customers.files.length + lists.files.length} recordings, ${Math.round(all.length / 1000)} kB, searched for ${texts.length} texts: none found`,
  );
});

const ROW = '/external_user_list/0';
// The names and places that validate and record report for each drift of the sandbox.
const DRIFTS: [drift: Drift, field: string, reported: string[], recorded: string[]][] = [
  ['rename', 'name', ['missing name', 'undocumented name_renamed'], ['renamed name']],
  ['enum', 'gender', ['new-value gender'], ['new-value gender']],
  ['null', 'created_at', ['mistyped created_at'], ['null created_at']],
  ['missing', 'avatar', ['missing avatar'], ['missing avatar']],
  ['retype', 'created_at', ['mistyped created_at'], ['retyped created_at']],
];

test.each(DRIFTS)('validate and record report %s of %s', async (drift, field, reported, recorded) => {
  const sandbox = await start({ rows: 1 });
  sandbox.when('externalUserList', { drift, at: `${ROW}/${field}` });
  const reports: AnswerReport[] = [];
  const validate = validateAnswers('report', { onReport: (report) => reports.push(report) });
  await createWeiban({ ...sandbox.clientOptions, validate }).externalUser.list({ limit: 1 });
  const told = reports.flatMap(({ departures }) =>
    departures.map(({ kind, at }) => `${kind} ${at.replace('/external_user_list/*/', '')}`),
  );
  expect(told.sort()).toEqual(reported.sort());

  const calls = [{ operation: 'externalUserList', params: { limit: 1 } }];
  const { code, out } = await record(sandbox, '--calls', JSON.stringify(calls), '--json');
  const { findings } = JSON.parse(out) as {
    findings: { kind: string; pointer: string; isDrift: boolean }[];
  };
  const found = findings
    .filter(({ isDrift }) => isDrift)
    .map(({ kind, pointer }) => `${kind} ${pointer.replace('/external_user_list/*/', '')}`);
  expect(code).toBe(1);
  expect(found).toEqual(recorded);
});
