import { expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import type { Drift } from '../../src/sandbox/index.ts';
import { type AnswerReport, validateAnswers } from '../../src/validate/index.ts';
import { record, start } from './record-sandbox.ts';

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
