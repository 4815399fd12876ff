import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreignClient } from '../support/foreign-client.ts';
import { rejectionOf } from '../support/over-server.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';

const operations: [id: string, security: string | undefined][] = [
  ['usual', undefined],
  ['none', '[]'],
  ['basic', '[{login: []}]'],
  ['bearer', '[{oauth: [read]}]'],
  ['digest', '[{signed: []}]'],
  ['query', '[{key: []}]'],
  ['cookie', '[{sid: []}]'],
  ['both', '[{login: [], key: [], sid: []}]'],
  ['either', '[{key: []}, {login: []}]'],
  ['optional', '[{}, {appKey: []}]'],
  ['mutual', '[{tls: []}]'],
];
const DOCUMENT = `openapi: 3.1.0
info: {title: Locks, version: 1.0.0}
servers: [{url: 'http://127.0.0.1:1'}]
security: [{appKey: []}]
components:
  securitySchemes:
    appKey: {type: apiKey, in: header, name: X-App-Key}
    key: {type: apiKey, in: query, name: 'api[key]'}
    sid: {type: apiKey, in: cookie, name: sid}
    login: {type: http, scheme: Basic}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example', scopes: {read: Read.}}}}
    signed: {type: http, scheme: Signature}
    tls: {type: mutualTLS}
paths:
${operations
  .map(
    ([id, security]) =>
      `  /${id}:\n    get:\n      operationId: ${id}\n      x-safety: read\n` +
      `      parameters: [{name: lang, in: cookie, schema: {type: string}}, {name: page, in: query, schema: {type: integer}}]\n` +
      (security === undefined ? '' : `      security: ${security}\n`) +
      "      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}\n",
  )
  .join('')}`;

let server: RecordingServer;
let runtime: Awaited<ReturnType<typeof foreignClient>>['runtime'];

beforeAll(async () => {
  server = await startRecordingServer();
  ({ runtime } = await foreignClient(DOCUMENT, server.url));
});
afterAll(() => server.close());

/** Calls an operation with credentials. Returns where the server found one. */
async function call(id: string, credentials?: object, params: object = {}) {
  const client = runtime.createWeiban({ baseUrl: server.url, ...(credentials && { credentials }) });
  await (client[id] as (params: object) => Promise<unknown>)(params);
  return arrived();
}

function arrived() {
  const [request] = server.take();
  const { authorization, cookie, 'x-app-key': appKey } = request!.headers;
  const found = { url: request!.url, authorization, cookie, appKey };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const login = { username: 'Ünal', password: '密:码' };
const basic = `Basic ${Buffer.from('Ünal:密:码').toString('base64')}`;
const [appKey, key, sid] = ['a', 'k&1', 's;1'];

const placed: [name: string, id: string, credentials: object | undefined, want: object, params?: object][] = [
  ['what every call needs', 'usual', { appKey }, { url: '/usual', appKey }],
  ['nothing, although one is there', 'none', { appKey }, { url: '/none' }],
  ['nothing, and none is there', 'none', undefined, { url: '/none' }],
  ['HTTP basic in UTF-8', 'basic', { login }, { url: '/basic', authorization: basic }],
  ['an OAuth token as bearer', 'bearer', { oauth: 'o' }, { url: '/bearer', authorization: 'Bearer o' }],
  ['another HTTP scheme', 'digest', { signed: 'x' }, { url: '/digest', authorization: 'Signature x' }],
  ['a key in the query', 'query', { key }, { url: '/query?api%5Bkey%5D=k%261' }],
  ['a key after a parameter', 'query', { key }, { url: '/query?page=2&api%5Bkey%5D=k%261' }, { page: 2 }],
  ['a cookie', 'cookie', { sid }, { url: '/cookie', cookie: 'sid=s%3B1' }],
  [
    'a cookie and a parameter',
    'cookie',
    { sid },
    { url: '/cookie', cookie: 'lang=zh; sid=s%3B1' },
    { lang: 'zh' },
  ],
  [
    'three together',
    'both',
    { login, key, sid },
    { url: '/both?api%5Bkey%5D=k%261', authorization: basic, cookie: 'sid=s%3B1' },
  ],
  ['the first of two', 'either', { key, login }, { url: '/either?api%5Bkey%5D=k%261' }],
  ['the only one that is there', 'either', { login }, { url: '/either', authorization: basic }],
  [
    'one that is undefined is not there',
    'either',
    { key: undefined, login },
    { url: '/either', authorization: basic },
  ],
  ['an optional one that is there', 'optional', { appKey }, { url: '/optional', appKey }],
  ['nothing where it is optional', 'optional', undefined, { url: '/optional' }],
  ['nothing where the connection has it', 'mutual', undefined, { url: '/mutual' }],
];

test.each(placed)('a call carries %s', async (_, id, credentials, want, params) => {
  expect(await call(id, credentials, params)).toEqual(want);
});

const missing: [id: string, credentials: object | undefined, want: RegExp][] = [
  [
    'usual',
    undefined,
    /usual was not sent: it needs the credential appKey; pass credentials: \{ "appKey": … \}/,
  ],
  ['both', { login, key }, /needs the credential login and key and sid; pass credentials: \{ "sid": … \}/],
  ['either', { appKey }, /needs the credential key, or login; pass credentials: \{ "key": … \}/],
  ['query', { key: undefined }, /needs the credential key/],
];

test.each(missing)('%s with %o is refused before it is sent', async (id, credentials, want) => {
  const error = await rejectionOf(call(id, credentials));
  expect(error).toMatchObject({ kind: 'config', operation: id, message: expect.stringMatching(want) });
  expect(server.take()).toEqual([]);
});

test('a function is asked before every request', async () => {
  let count = 0;
  const appKey = async () => `K-${++count}`;
  const client = runtime.createWeiban({ baseUrl: server.url, credentials: { appKey } });
  for (const want of ['K-1', 'K-2']) {
    await (client.usual as () => Promise<unknown>)();
    expect(arrived()).toEqual({ url: '/usual', appKey: want });
  }
});

test('weiban.http and weiban.fetch carry the credentials of the operation behind a path', async () => {
  const client = runtime.createWeiban({ baseUrl: server.url, credentials: { appKey, login } });
  await client.http.GET!('/basic');
  expect(arrived()).toEqual({ url: '/basic', authorization: basic });
  await client.fetch('/either');
  expect(arrived()).toEqual({ url: '/either', authorization: basic });
  await client.fetch('/usual');
  expect(arrived()).toEqual({ url: '/usual', appKey });
});

test('an answer that repeats the credentials is redacted', async () => {
  const credentials = { login: { username: 'u', password: 'CANARY-1' }, key: 'CANARY-2', sid: 'CANARY-3' };
  const echo = await startRecordingServer(({ url, headers }) => ({
    status: 400,
    text: JSON.stringify({ url, headers }),
  }));
  try {
    const client = runtime.createWeiban({ baseUrl: echo.url, credentials });
    const error = (await rejectionOf((client.both as () => Promise<unknown>)())) as Error;
    const shown = JSON.stringify({ ...error, message: error.message });
    expect(shown).toContain('[redacted]');
    expect(shown).not.toMatch(/CANARY/);
    expect(shown).not.toContain(btoa('u:CANARY-1'));
  } finally {
    echo.close();
  }
});
