import { expect, test } from 'vitest';
import { createWeiban, type FetchLike } from '../../src/index.ts';
import { canary, everythingIn, leaks } from '../support/canary.ts';
import { rejectionOf } from '../support/over-server.ts';

/** A client whose calls get this answer, and the requests that it sent. */
function answering(answer: () => Response) {
  const sent: { path: string; init: RequestInit }[] = [];
  const fetch: FetchLike = async (url, init) => {
    const path = new URL(url).pathname;
    sent.push({ path, init });
    if (path.endsWith('/access_token/get'))
      return Response.json({ errcode: 0, access_token: canary.token, expires_in: 7200 });
    return answer();
  };
  const { corpId, secret } = canary;
  return { weiban: createWeiban({ corpId, secret, baseUrl: 'https://weiban.test', fetch }), sent };
}

/** An answer with properties that its constructor does not set. */
const answer = (properties: object) =>
  Object.defineProperties(new Response(null), Object.getOwnPropertyDescriptors(properties));

const to = (status: number, location?: string) => () =>
  new Response('moved', { status, headers: location === undefined ? {} : { location } });

const refused: [name: string, answer: () => Response, want: RegExp, status: number][] = [
  [
    'with its address',
    to(302, 'https://open.weiban.test/x'),
    /HTTP 302 to https:\/\/open\.weiban\.test\/x.*baseUrl/,
    302,
  ],
  ['with the token in its address', to(307, `/x?access_token=${canary.token}`), /HTTP 307/, 307],
  ['without an address', to(308), /HTTP 308.*baseUrl/, 308],
  // Browsers hide a redirect that they were told not to follow.
  ['that a browser hides', () => answer({ type: 'opaqueredirect', status: 0 }), /redirect.*baseUrl/, 0],
  [
    'that was followed all the same',
    () => answer({ redirected: true, status: 200 }),
    /redirect.*baseUrl/,
    200,
  ],
];

test.each(refused)('refuses a redirect %s, once and with a clear error', async (_, respond, want, status) => {
  const { weiban, sent } = answering(respond);
  for (const call of [() => weiban.staff.list(), () => weiban.fetch('/open-api/staff/list')]) {
    sent.length = 0;
    const error = await rejectionOf(call());
    expect(error).toMatchObject({ kind: 'transport', operation: 'staffList', status });
    expect(String(error)).toMatch(want);
    expect(leaks(everythingIn(error))).toBe(false);
    expect(sent.filter(({ path }) => path.endsWith('/staff/list'))).toHaveLength(1);
  }
});

test('no request uses a redirect mode that Cloudflare Workers do not have', async () => {
  const { weiban, sent } = answering(() => Response.json({ errcode: 0 }));
  await weiban.staff.list();
  await weiban.fetch('/open-api/staff/list', { redirect: 'error' });
  expect(sent.map(({ init }) => init.redirect)).toEqual(['manual', 'manual', 'manual']);
});
