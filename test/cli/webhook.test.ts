import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createWebhookReceiver, encryptMessage } from '../../src/webhooks/index.ts';
import { ownEnvironment, type RunOptions, runWeiban } from './run-weiban.ts';

const key = {
  token: 'CANARYtoken',
  encodingAesKey: 'CANARYtokenCANARYtokenCANARYtokenCANARYtokA',
  receiveId: 'ww1',
};
const variables = {
  WEIBAN_WEBHOOK_TOKEN: key.token,
  WEIBAN_WEBHOOK_AES_KEY: key.encodingAesKey,
  WEIBAN_WEBHOOK_RECEIVE_ID: key.receiveId,
};
const environment = () => ({ ...ownEnvironment(), ...variables });
const message = { event: 'test', number: 1 };

function encrypted(given: string | object, timestamp?: number) {
  const { encrypt, signature, ...query } = encryptMessage({ ...key, message: given, timestamp });
  return { encrypt, query: new URLSearchParams({ msg_signature: signature, ...query }) };
}

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function startReceiver(): Promise<{ url: string; received: unknown[] }> {
  const received: unknown[] = [];
  const { listener } = createWebhookReceiver({ ...key, onEvent: (_, { text }) => received.push(text) });
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  // The cast is safe because a server that listens on TCP has an address with a port.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received };
}

test.each([
  ['a query', ''],
  ['a full URL', 'https://example.com/hook?'],
])('verify decrypts a message with %s', async (_, front) => {
  const { encrypt, query } = encrypted(message);
  const words = ['webhook', 'verify', '--query', `${front}${query}`];
  const { code, out, err } = await runWeiban(words, {
    env: environment(),
    input: JSON.stringify({ encrypt }),
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('"number": 1');
});

test('verify prints the echo for a check of the address', async () => {
  const { encrypt, query } = encrypted('12345678');
  query.set('echostr', encrypt);
  const { out } = await runWeiban(['webhook', 'verify', '--query', `${query}`], { env: environment() });
  expect(out).toBe('12345678\n');
});

test('verify accepts an old message only with --any-time', async () => {
  const { encrypt, query } = encrypted(message, 1_600_000_000);
  const options = { env: environment(), input: JSON.stringify({ encrypt }) };
  const words = ['webhook', 'verify', '--query', `${query}`];
  expect(await runWeiban(words, options)).toMatchObject({ code: 5, out: '' });
  expect(await runWeiban([...words, '--any-time'], options)).toMatchObject({ code: 0 });
});

const other = 'CANARYotherCANARYotherCANARYotherCANARYothA';
const refused: [
  name: string,
  change: Record<string, string>,
  timestamp: number | undefined,
  en: RegExp,
  zh: RegExp,
][] = [
  [
    'another token',
    { WEIBAN_WEBHOOK_TOKEN: 'CANARYother' },
    undefined,
    /WEIBAN_WEBHOOK_TOKEN did not sign/,
    /TOKEN 不符/,
  ],
  [
    'another key',
    { WEIBAN_WEBHOOK_AES_KEY: other },
    undefined,
    /WEIBAN_WEBHOOK_AES_KEY does not open/,
    /无法解密/,
  ],
  [
    'both',
    { WEIBAN_WEBHOOK_TOKEN: 'CANARYother', WEIBAN_WEBHOOK_AES_KEY: other },
    undefined,
    /neither WEIBAN_WEBHOOK_TOKEN nor/,
    /都不符/,
  ],
  [
    'another receiver',
    { WEIBAN_WEBHOOK_RECEIVE_ID: 'ww2' },
    undefined,
    /it is for "ww1".*--receive-id/,
    /接收方是 "ww1"/,
  ],
  ['an old time', {}, 1_600_000_000, /is \d{8,} seconds old/, /相差 \d{8,} 秒/],
];

test.each(refused)('verify names the reason: %s', async (_, change, timestamp, en, zh) => {
  const { encrypt, query } = encrypted(message, timestamp);
  const options = { env: { ...environment(), ...change }, input: JSON.stringify({ encrypt }) };
  const words = ['webhook', 'verify', '--query', `${query}`];
  for (const [language, said] of [
    ['en', en],
    ['zh', zh],
  ] as const) {
    const { code, out, err } = await runWeiban([...words, '--lang', language], options);
    expect({ code, out }).toEqual({ code: 5, out: '' });
    expect(err).toMatch(said);
    expect(err).not.toMatch(/CANARY/);
  }
});

test('send delivers a message that verify accepts, with all digits', async () => {
  const { url, received } = await startReceiver();
  const input = '{"event": "test", "id": 1234567890123456789}';
  const { code, out, err } = await runWeiban(['webhook', 'send', url], { env: environment(), input });
  expect({ code, out, err }).toEqual({ code: 0, out: '200 {"errcode":0}\n', err: '' });
  expect(received).toEqual(['{"event":"test","id":1234567890123456789}']);
});

test('send --check asks for the echo', async () => {
  const { url } = await startReceiver();
  const words = ['webhook', 'send', url, '--check'];
  expect(await runWeiban(words, { env: environment() })).toMatchObject({
    code: 0,
    out: 'The receiver returned the echo.\n',
  });
  const wrong = { ...environment(), WEIBAN_WEBHOOK_TOKEN: 'other' };
  expect(await runWeiban(words, { env: wrong })).toMatchObject({
    code: 5,
    out: expect.stringContaining('HTTP 401'),
  });
});

const failures: [name: string, words: string[], options: RunOptions, code: number, said: RegExp][] = [
  ['no key', ['verify', '--query', 'a=b'], {}, 2, /set WEIBAN_WEBHOOK_TOKEN, .*--receive-id/],
  ['no query', ['verify'], { env: variables }, 2, /pass --query/],
  [
    'no message',
    ['verify', '--query', 'a=b'],
    { env: variables },
    5,
    /refused: these parameters of --query .* msg_signature, timestamp, nonce/,
  ],
  ['no address', ['send', 'file:///etc/passwd'], { env: variables }, 2, /http or https/],
  ['not JSON', ['send', 'http://127.0.0.1:1'], { env: variables, input: 'x' }, 2, /is not valid JSON/],
  ['no receiver', ['send', 'http://127.0.0.1:1'], { env: variables, input: '{}' }, 3, /did not answer/],
  [
    'an invalid key',
    ['send', 'http://127.0.0.1:1'],
    { env: { ...variables, WEIBAN_WEBHOOK_AES_KEY: 'CANARYtoken' }, input: '{}' },
    2,
    /encodingAesKey must be/,
  ],
];

test.each(failures)('%s', async (_, words, options, code, said) => {
  const env = { ...ownEnvironment(), ...options.env };
  const result = await runWeiban(['webhook', ...words], { ...options, env });
  expect(result.err).toMatch(said);
  expect(result.code).toBe(code);
  expect(result.out + result.err).not.toMatch(/CANARY/);
});
