import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foreignClient } from '../support/foreign-client.ts';
import { type RecordingServer, type Reply, startRecordingServer } from '../support/recording-server.ts';

const json = (schema: string) => `{description: ok, content: {application/json: {schema: ${schema}}}}`;
const ANSWERS = `openapi: 3.1.0
info: {title: Parcels, version: 1.0.0}
servers: [{url: 'http://127.0.0.1:1'}]
security: [{session: []}]
components: {securitySchemes: {session: {type: http, scheme: bearer}}}
`;
/** A profile without envelope: the HTTP status decides. Its call for a token has neither `corpId` nor a lifetime. */
const BY_STATUS = `${ANSWERS}x-token: {operation: login, request: {secret: key}, result: {token: data.auth.value, seconds: 60}}
paths:
  /login: {post: {operationId: login, security: [], requestBody: {required: true, content: {application/json: {schema: {type: object, required: [key], properties: {key: {type: string}}}}}}, responses: {'201': ${json('{type: object}')}}}}
  /parcel: {post: {operationId: create, x-safety: write, responses: {'201': ${json('{type: object}')}, '409': {description: taken}}}}
  /gone: {delete: {operationId: remove, x-safety: idempotent, responses: {'204': {description: gone}}}}
  /later: {put: {operationId: later, x-safety: idempotent, responses: {'202': {description: accepted}}}}
  /parcels: {get: {operationId: list, x-safety: read, responses: {'200': ${json('{type: array}')}}}}
`;
/** \`code\`, \`msg\` and the result in \`data\`, beside calls that have no envelope. */
const BY_CODE = `${ANSWERS}x-token: {operation: login, request: {corpId: id, secret: key}, fixed: {grant: client}, result: {token: auth.value, lifetime: auth.ttl}}
x-envelopes: {usual: {code: code, message: msg, ok: [0, 200], result: data}}
paths:
  /login: {post: {operationId: login, security: [], requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {grant: {type: string}, id: {type: string}, key: {type: string}}}}}}, responses: {'200': ${json('{type: object}')}}}}
  /parcel: {get: {operationId: one, x-safety: read, responses: {'200': ${json('{type: object}')}}}}
  /parcels: {get: {operationId: list, x-safety: read, responses: {'200': ${json('{type: array}')}}}}
`;

type Methods = Readonly<
  Record<string, (params?: object) => Promise<unknown> & { result(): Promise<Result> }>
>;
interface Result {
  readonly value?: unknown;
  readonly error?: Readonly<Record<string, unknown>>;
}

/** A server that answers from `replies`, and a client of a document. Every login gives another token. */
function play(document: string, login: (count: number) => Reply) {
  const replies: (Reply | (() => Promise<Reply>))[] = [];
  let logins = 0;
  let server: RecordingServer;
  let runtime: Awaited<ReturnType<typeof foreignClient>>['runtime'];
  beforeAll(async () => {
    server = await startRecordingServer(async ({ url }) => {
      if (url === '/login') return login(++logins);
      const reply = replies.shift() ?? {};
      return typeof reply === 'function' ? reply() : reply;
    });
    ({ runtime } = await foreignClient(document, server.url));
  });
  afterAll(() => server.close());
  return {
    /** A new client, which has no token yet. The server will give these answers. */
    answering(...given: typeof replies) {
      replies.splice(0, replies.length, ...given);
      server?.take();
      const client = runtime.createWeiban({
        baseUrl: server.url,
        corpId: 'me',
        secret: 'hush-hush',
        retry: false,
      });
      return { client, methods: client as Methods };
    },
    take: () =>
      server.take().map(({ method, url, headers, text }) => [method, url, headers.authorization ?? text]),
  };
}

describe('without an envelope, the HTTP status decides', () => {
  const { answering, take } = play(BY_STATUS, (count) => ({
    status: 201,
    text: JSON.stringify({ data: { auth: { value: `T${count % 2}` } } }),
  }));

  const values: [id: string, reply: Reply, want: unknown][] = [
    ['create', { status: 201, text: '{"id":1}' }, { id: 1 }],
    ['create', { status: 200, text: '{"errcode":7}' }, { errcode: 7 }],
    ['remove', { status: 204, text: '' }, undefined],
    ['later', { status: 202, text: '' }, undefined],
    ['list', { text: '[1,2]' }, [1, 2]],
    ['list', { text: '[]' }, []],
  ];

  test.each(values)('%s answers %o', async (id, reply, want) => {
    expect(await answering(reply).methods[id]!()).toEqual(want);
  });

  const failures: [id: string, reply: Reply, want: object][] = [
    [
      'create',
      { status: 400, text: '{"why":"name"}' },
      { kind: 'api', code: 400, vendorMessage: '{"why":"name"}' },
    ],
    ['create', { status: 409, text: 'taken' }, { kind: 'api', code: 409, vendorMessage: 'taken' }],
    ['list', { status: 403, text: '' }, { kind: 'api', code: 403 }],
    [
      'remove',
      { status: 404, text: 'no hush-hush' },
      { kind: 'api', code: 404, vendorMessage: 'no [redacted]' },
    ],
    ['later', { status: 422, text: '{}' }, { kind: 'api', code: 422, vendorMessage: '{}' }],
    ['create', { status: 500, text: 'oops' }, { status: 500 }],
    ['list', { text: '<html>' }, { kind: 'response', status: 200 }],
  ];

  test.each(failures)('%s fails with %o', async (id, reply, want) => {
    const { error } = await answering(reply).methods[id]!().result();
    expect(error).toMatchObject({ operation: id, status: reply.status ?? 200, ...want });
  });

  test('the token is taken from below data, and renewed once after 401', async () => {
    const { methods } = answering({ status: 401, text: '' }, { text: '[1]' });
    expect(await methods.list!()).toEqual([1]);
    const [login, refused, again, last] = take();
    expect([login, again]).toEqual(Array(2).fill(['POST', '/login', '{"key":"hush-hush"}']));
    expect([refused?.[1], last?.[1]]).toEqual(['/parcels', '/parcels']);
    expect(new Set([refused?.[2], last?.[2]])).toEqual(new Set(['Bearer T0', 'Bearer T1']));
    const { error } = await answering({ status: 401 }, { status: 401 }).methods.list!().result();
    expect(error).toMatchObject({ kind: 'api', code: 401, operation: 'list' });
  });

  test('without limits, every call is in flight at once', async () => {
    let release: (reply: Reply) => void = () => {};
    const all = new Promise<Reply>((resolve) => {
      release = resolve;
    });
    let waiting = 0;
    const { methods } = answering(
      ...Array(40).fill(() => {
        if (++waiting === 40) release({ text: '[]' });
        return all;
      }),
    );
    expect(await Promise.all(Array.from({ length: 40 }, () => methods.list!()))).toEqual(Array(40).fill([]));
  });
});

describe('with code, msg and data', () => {
  let login: Reply = {};
  const success = { text: '{"code":200,"msg":"","data":{"auth":{"value":"T","ttl":7200}}}' };
  const { answering, take } = play(BY_CODE, () => login);

  const values: [id: string, text: string, want: unknown][] = [
    ['one', '{"code":0,"msg":"ok","data":{"code":9}}', { code: 9 }],
    ['one', '{"code":"200","msg":"ok","data":{"a":1}}', { a: 1 }],
    ['list', '{"code":0,"msg":"ok","data":[1]}', [1]],
    ['list', '{"code":0,"msg":"ok","data":null}', null],
  ];

  test.each(values)('%s answers %s', async (id, text, want) => {
    login = success;
    expect(await answering({ text }).methods[id]!()).toEqual(want);
    expect(take()).toEqual([
      ['POST', '/login', '{"grant":"client","id":"me","key":"hush-hush"}'],
      ['GET', id === 'one' ? '/parcel' : '/parcels', 'Bearer T'],
    ]);
  });

  const failures: [reply: Reply, want: object][] = [
    [
      { text: '{"code":5,"msg":"no parcel","data":null}' },
      { kind: 'api', code: 5, status: 200, vendorMessage: 'no parcel' },
    ],
    [
      { status: 404, text: '{"code":6,"msg":"none"}' },
      { kind: 'api', code: 6, status: 404, vendorMessage: 'none' },
    ],
    [
      { status: 502, text: '{"code":0,"msg":"ok","data":{}}' },
      { kind: 'response', status: 502 },
    ],
    [{ text: '{"message":"ok"}' }, { kind: 'response', status: 200 }],
  ];

  test.each(failures)('%o fails', async (reply, want) => {
    login = success;
    const { error } = await answering(reply).methods.one!().result();
    expect(error).toMatchObject({ operation: 'one', ...want });
  });

  test('a refused login is an error of the login', async () => {
    login = { status: 401, text: '{"code":11,"msg":"bad hush-hush"}' };
    const { error } = await answering().methods.one!().result();
    expect(error).toMatchObject({ operation: 'login', code: 11, vendorMessage: 'bad [redacted]' });
    expect(String(error)).toContain('check corpId and secret');
  });
});
