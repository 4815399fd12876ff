import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { environmentOf, portOf, startExample } from './start-example.ts';

const STATE = 'state-of-the-card-0123456789abcdef';
const CODE = '00000000-0000-4000-8000-000000000001';

test('a code becomes a session; a missing state or code, or a changed cookie, is refused', async () => {
  await using sandbox = await startSandbox();
  const example = startExample('sidebar-login', [], {
    ...environmentOf(sandbox),
    PORT: '0',
    CARD_STATE: STATE,
    SESSION_KEY: 'key-of-the-session-0123456789abcdef',
  });
  const url = `http://127.0.0.1:${await portOf(example)}`;
  const open = (path: string, headers: Record<string, string> = {}) =>
    fetch(url + path, { headers, redirect: 'manual' });
  const statusOf = async (path: string, headers?: Record<string, string>) =>
    (await open(path, headers)).status;

  const answer = await open(`/login/${STATE}?corp_id=1&code=${CODE}&origin=x`);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/card']);
  const cookie = answer.headers.get('set-cookie') ?? '';
  for (const part of ['HttpOnly', 'Secure', 'SameSite=None', 'Partitioned', 'Path=/card'])
    expect(cookie).toContain(part);
  const [session = ''] = cookie.split(';');
  const card = await open('/card', { cookie: `other=1; ${session}` });
  expect([card.status, await card.text()]).toEqual([
    200,
    expect.stringMatching(/^Employee \S+ looks at customer \S+\.\n$/),
  ]);

  expect(await statusOf(`/login/another-state?code=${CODE}`)).toBe(403);
  expect(await statusOf(`/login/${STATE}`)).toBe(400);
  expect(await statusOf('/card')).toBe(401);
  const text = Buffer.from(session.slice('card='.length).split('.')[0] ?? '', 'base64url').toString();
  const grown = Buffer.from(text.replace(/"until":\d+/, '"until":99999999999')).toString('base64url');
  const signature = session.split('.')[1];
  expect(await statusOf('/card', { cookie: `card=${grown}.${signature}` })).toBe(401);
  expect(await statusOf('/card', { cookie: 'card=' })).toBe(401);
  expect(sandbox.requests.filter(({ operation }) => operation === 'openAuthSidebarGetAuthInfo')).toHaveLength(
    1,
  );

  sandbox.when('openAuthSidebarGetAuthInfo', { error: 'SidebarCodeInvalid' }, { times: 1 });
  expect(await statusOf(`/login/${STATE}?code=${CODE}`)).toBe(401);
  sandbox.when('openAuthSidebarGetAuthInfo', 'code:99999');
  expect(await statusOf(`/login/${STATE}?code=${CODE}`)).toBe(502);
  example.kill('SIGTERM');
  expect((await example.ended).output).not.toMatch(/state-of|key-of|sandbox-secret/);
});

test('it does not start with a weak key', async () => {
  const { ended } = startExample('sidebar-login', [], { CARD_STATE: STATE, SESSION_KEY: 'short' });
  expect(await ended).toMatchObject({
    code: 1,
    output: expect.stringContaining('SESSION_KEY must be a random'),
  });
});
