// A page in a browser calls the sandbox only if the sandbox says that it may.
import { describe, expect, test } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.ts';

const PAGE = 'http://localhost:5173';
const address = 'http://sandbox/open-api/staff/list';

function preflight(headers: Record<string, string> = {}): Request {
  return new Request(address, {
    method: 'OPTIONS',
    headers: {
      origin: PAGE,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-sandbox-scenario',
      ...headers,
    },
  });
}

describe('CORS', () => {
  test('no header without the option', async () => {
    const sandbox = createSandbox();
    const names = [
      ...(await sandbox.handle(new Request(address, { headers: { origin: PAGE } }))).headers.keys(),
    ];
    expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await sandbox.handle(preflight())).status).not.toBe(204);
  });

  test.each<[cors: boolean | string, want: string, vary: string | null]>([
    [true, '*', null],
    ['*', '*', null],
    [PAGE, PAGE, 'origin'],
    [`${PAGE}/`, PAGE, 'origin'],
    ['HTTP://LocalHost:5173', PAGE, 'origin'],
  ])('cors: %s', async (cors, want, vary) => {
    const sandbox = createSandbox({ cors, limits: false });
    const asked = await sandbox.handle(preflight({ 'access-control-request-private-network': 'true' }));
    expect(asked.status).toBe(204);
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      'access-control-allow-origin': want,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type,x-sandbox-scenario',
      'access-control-allow-private-network': 'true',
    });
    // A preflight is no call: it is not kept, and limits do not count it.
    expect(sandbox.requests).toEqual([]);
    for (const scenario of ['', 'html502', 'truncated', 'error:AccessTokenInvalid']) {
      const headers = { origin: PAGE, ...(scenario && { 'x-sandbox-scenario': scenario }) };
      const answer = await sandbox.handle(new Request(address, { headers }));
      expect(answer.headers.get('access-control-allow-origin')).toBe(want);
      expect(answer.headers.get('vary')).toBe(vary);
      expect(answer.headers.get('access-control-expose-headers')).toBe('*');
    }
    const wrong = await sandbox.handle(new Request('http://sandbox/none', { headers: { origin: PAGE } }));
    expect(wrong.headers.get('access-control-allow-origin')).toBe(want);
  });

  test('a broken connection stays one', async () => {
    const sandbox = createSandbox({ cors: true, scenarios: { '*': 'reset' } });
    const { corp_id, secret } = { corp_id: sandbox.corpId, secret: sandbox.secret };
    const body = JSON.stringify({ corp_id, secret });
    const token = new Request('http://sandbox/open-api/access_token/get', { method: 'POST', body });
    const { access_token } = (await (await sandbox.handle(token)).json()) as { access_token: string };
    const call = new Request(`${address}?access_token=${access_token}`);
    expect((await sandbox.handle(call)).type).toBe('error');
  });

  test.each(['localhost:5173', 'http://localhost/path', 'null', 'file:///page', ''])(
    '%s is no origin',
    (cors) => {
      expect(() => createSandbox({ cors })).toThrow(/cors is .*; pass true/);
    },
  );
});
