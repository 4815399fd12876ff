import { afterEach, describe, expect, test, vi } from 'vitest';
import { createWeiban, type Weiban } from '../../src/index.ts';
import { createCaller, externalUserUpdateList } from '../../src/operations.ts';
import {
  type AnswerReport,
  isMismatch,
  type ValidateMode,
  validateAnswers,
} from '../../src/validate/index.ts';
import { everythingIn } from '../support/canary.ts';
import { customersChanged, type Row } from '../support/customers-changed.ts';
import { credentials, rejectionOf, serve } from '../support/over-server.ts';

const without = (name: string, row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => key !== name));

/** A server whose answer has drifted, a client of it, and the client's reports. */
async function drifted(body: object | string, mode: ValidateMode = 'report') {
  const reports: AnswerReport[] = [];
  const server = await serve();
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  server.answer('external_user/update/list', () => ({
    body: text,
    headers: { 'content-type': 'application/json' },
  }));
  const validate = validateAnswers(mode, { onReport: (report) => reports.push(report) });
  const options = { ...credentials, baseUrl: server.url, validate };
  return { reports, options, weiban: createWeiban(options) };
}

/** Each departure as `kind at: got, expected (count of of)`. */
const described = (reports: readonly AnswerReport[]) =>
  reports.map(({ departures }) =>
    departures.map(
      ({ kind, at, got, expected, count, of }) => `${kind} ${at}: ${got}, ${expected} (${count}/${of})`,
    ),
  );

const KNOWN = 'one of 0, 1, 2';
const DRIFT: [name: string, change: (row: Row, index: number) => Row, want: string[], isValid: boolean][] = [
  [
    'a renamed field',
    ({ name, ...row }) => ({ ...row, customer_name: name }),
    [
      'missing /external_user_list/*/name: nothing, string (3/3)',
      'undocumented /external_user_list/*/customer_name: string, nothing (3/3)',
    ],
    false,
  ],
  [
    'a new value',
    (row, index) => (index === 1 ? { ...row, gender: 3 } : row),
    [`new-value /external_user_list/*/gender: 3, ${KNOWN} (1/3)`],
    true,
  ],
  [
    'a null',
    (row, index) => (index < 2 ? { ...row, created_at: null } : row),
    ['mistyped /external_user_list/*/created_at: null, integer (2/3)'],
    false,
  ],
  [
    'a missing field',
    (row) => without('avatar', row),
    ['missing /external_user_list/*/avatar: nothing, string (3/3)'],
    false,
  ],
  [
    'a field with one new type',
    (row, index) => (index === 0 ? { ...row, gender: 'female' } : row),
    ['mistyped /external_user_list/*/gender: string, integer (1/3)'],
    false,
  ],
  [
    'a field with several new types',
    (row, index) => ({ ...row, unionid: [7, 1.5, { a: 1 }][index] }),
    [
      'mistyped /external_user_list/*/unionid: integer, string or null (1/3)',
      'mistyped /external_user_list/*/unionid: number, string or null (1/3)',
      'mistyped /external_user_list/*/unionid: object, string or null (1/3)',
    ],
    false,
  ],
  [
    'a new field with an object',
    (row) => ({ ...row, vip: { level: 3 } }),
    ['undocumented /external_user_list/*/vip: object, nothing (3/3)'],
    true,
  ],
  [
    'new fields named like ids and phone numbers, without their names',
    (row) => ({ ...row, '13800138000': 1, wmqPhANwAAqIgAeFX6WLtSWWl0Qd7ZjA: 1, 张三: 1 }),
    ['undocumented /external_user_list/*/*: integer, nothing (9/45)'],
    true,
  ],
];

describe.each(DRIFT)('%s', (_name, change, want, isValid) => {
  test('is reported in the mode report, and the call continues', async () => {
    const answer = customersChanged(change);
    const { weiban, reports } = await drifted(answer);

    const value = await weiban.externalUser.updateList({ source: 'external_user' });

    expect(value.external_user_list).toEqual(answer.external_user_list);
    expect(described(reports)).toEqual([want]);
    expect(reports[0]).toMatchObject({ operation: 'externalUserUpdateList', isSuccess: true, isValid });
  });

  test(`is reported in the mode throw, and ${isValid ? 'the call continues' : 'the call rejects'}`, async () => {
    const { weiban, reports } = await drifted(customersChanged(change), 'throw');

    const { ok, error } = await weiban.externalUser.updateList({ source: 'external_user' }).result();

    expect(described(reports)).toEqual([want]);
    expect(ok).toBe(isValid);
    if (isValid) return;
    expect(error).toMatchObject({
      name: 'WeibanResponseError',
      kind: 'response',
      problem: 'mismatch',
      operation: 'externalUserUpdateList',
      status: 200,
    });
    expect(isMismatch(error) && error.report).toEqual(reports[0]);
  });
});

test('an answer that matches the specification is not reported', async () => {
  const { weiban, reports } = await drifted(customersChanged(), 'throw');
  await weiban.externalUser.updateList({ source: 'external_user' });
  expect(reports).toEqual([]);
});

test('off returns no observer, and an unknown mode is rejected', () => {
  expect(validateAnswers('off')).toBeUndefined();
  expect(() => validateAnswers('on' as ValidateMode)).toThrow('"off", "report" or "throw"');
});

test('off reports nothing', async () => {
  const { weiban, reports } = await drifted({ errcode: 0, errmsg: 'ok' }, 'off');
  await weiban.externalUser.updateList({ source: 'external_user' });
  expect(reports).toEqual([]);
});

test('answers of the function form and of calls by path are checked too', async () => {
  const { options, weiban, reports } = await drifted({ errcode: 0, errmsg: 'ok', total: '1' });
  await externalUserUpdateList(createCaller(options), { source: 'external_user' });
  await weiban.http.GET('/open-api/external_user/update/list', {
    params: { query: { source: 'external_user' } },
  });
  const want = [
    'missing /external_user_list: nothing, array (1/1)',
    'mistyped /total: string, integer (1/1)',
  ];
  expect(described(reports)).toEqual([want, want]);
});

test('failures, and paths that the specification does not know, are ignored', async () => {
  const reports: AnswerReport[] = [];
  const server = await serve();
  server.answer('external_user/update/list', () => ({ body: { errcode: 10049, errmsg: 'no', extra: 1 } }));
  server.answer('unread/page', () => ({ body: { errcode: 0, errmsg: 'ok', extra: 1 } }));
  const validate = validateAnswers('throw', { onReport: (report) => reports.push(report) });
  const weiban = createWeiban({ ...credentials, baseUrl: server.url, validate });

  expect(await rejectionOf(weiban.externalUser.updateList({ source: 'external_user' }))).toMatchObject({
    kind: 'api',
    code: 10049,
  });
  expect((await weiban.fetch('/open-api/unread/page')).status).toBe(200);
  expect(reports).toEqual([]);
});

test('an unexpected integer beyond 2^53 is reported as such, and not as the string that it becomes', async () => {
  const text = JSON.stringify(customersChanged()).replace(
    '"created_at":1579243948',
    '"created_at":1579243948000000001',
  );
  const { weiban, reports } = await drifted(text);
  await weiban.externalUser.updateList({ source: 'external_user' });
  expect(described(reports)).toEqual([
    ['mistyped /external_user_list/*/created_at: integer beyond 2^53, integer (1/3)'],
  ]);
});

test('neither a report nor an error contains a value of the answer', async () => {
  const personal = {
    name: 13800138000,
    gender: '机密',
    type: 13800138000,
    created_at: 'SECRET-1',
    avatar: { SECRET: 1 },
  };
  const { weiban, reports } = await drifted(
    customersChanged((row) => ({ ...row, ...personal, secret_note: 'SECRET-2' })),
    'throw',
  );
  const error = await rejectionOf(weiban.externalUser.updateList({ source: 'external_user' }));
  const shown = everythingIn(error) + everythingIn(reports);
  expect(shown).toContain('/external_user_list/*/secret_note');
  expect(shown).not.toMatch(/SECRET|机密|13800138000|示例客户|wmAbCd/);
});

describe('without onReport', () => {
  afterEach(() => vi.restoreAllMocks());

  const client = async (body: object): Promise<Weiban> => {
    const server = await serve();
    server.answer('external_user/update/list', () => ({ body }));
    return createWeiban({ ...credentials, baseUrl: server.url, validate: validateAnswers('report') });
  };

  test('each departure is one line of console.warn per process', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const answer = customersChanged((row) => ({ ...row, updated_at: 'now' }));
    const [first, second] = [await client(answer), await client(answer)];
    await first.externalUser.updateList({ source: 'external_user' });
    await first.externalUser.updateList({ source: 'external_user' });
    await second.externalUser.updateList({ source: 'external_user' });
    expect(warn.mock.calls).toEqual([
      [
        'weiban externalUserUpdateList: /external_user_list/*/updated_at is string, expected integer (in 3 of 3)',
      ],
    ]);
  });
});

test('an error of onReport does not affect the call', async () => {
  const caught: unknown[] = [];
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  const thrown = new Promise<void>((resolve) => {
    process.once('uncaughtException', (error) => {
      caught.push(error);
      resolve();
    });
  });
  try {
    const fault = new Error('the log is full');
    const server = await serve();
    server.answer('external_user/update/list', () => ({ body: { errcode: 0, errmsg: 'ok' } }));
    const onReport = () => {
      throw fault;
    };
    const validate = validateAnswers('report', { onReport });
    const weiban = createWeiban({ ...credentials, baseUrl: server.url, validate });
    expect(await weiban.externalUser.updateList({ source: 'external_user' })).toEqual({});
    await thrown;
    expect(caught).toEqual([fault]);
  } finally {
    for (const listener of listeners) process.on('uncaughtException', listener);
  }
});
