import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWeiban, debugHooks, type FetchLike, type Hooks } from '../../src/index.ts';
import { opportunityOne } from '../../src/operations.ts';
import { everythingIn, leaks } from '../support/canary.ts';
import { fastClock } from '../support/clocks.ts';
import { runs } from '../support/runs.ts';

// Characters that some encoding changes. The words between them identify a leak, even if it is cut.
const odd = fc.string({
  unit: fc.constantFrom(...'/+= &?#%"\'\\<>{}[]$^*().|:;,~`@!-中文é🐤'),
  maxLength: 4,
});
const canaryOf = (word: string) =>
  fc.tuple(odd, odd, odd).map(([a, b, c]) => `CANARY${a}${word}${b}CANARY${c}${word}`);

const perCharacter = (write: (code: string, char: string) => string) => (text: string) =>
  Array.from(text, (char) => write(Number(char.codePointAt(0)).toString(16), char)).join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const names: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  '+': 'plus',
  '=': 'equals',
  '/': 'sol',
  '%': 'percnt',
};
const simple: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  percent: encodeURIComponent,
  'percent, every byte': (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&'),
  form: (text) => new URLSearchParams({ a: text }).toString().slice(2),
  json: (text) => JSON.stringify(text).slice(1, -1),
  'json escapes': (text) =>
    text.replace(/[^\w]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'json escapes, every character': (text) =>
    text.replace(/[\s\S]/g, (char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`),
  'entities by name': (text) =>
    text.replace(/[&<>"'+=/%]/g, (char) => (names[char] ? `&${names[char]};` : char)),
  'entities by number': perCharacter((code) => `&#${Number.parseInt(code, 16)};`),
  'entities in hex': perCharacter((code) => `&#x${code.toUpperCase()};`),
  base64,
  'base64, one byte before': (text) => base64(`,${text}`),
  'base64, two bytes before': (text) => base64(`, ${text},`),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  'hex in capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
};
// Escapes around anything: base64 in a URL in HTML.
const outer = Object.entries(simple).filter(([name]) => /^(percent|form|json|entities)/.test(name));
const encodings: Readonly<Record<string, (text: string) => string>> = {
  ...simple,
  'percent twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  ...Object.fromEntries(
    Object.entries(simple).flatMap(([name, encode]) =>
      outer.map(([around, wrap]) => [`${name} in ${around}`, (text: string) => wrap(encode(text))]),
    ),
  ),
};

/** A text that reveals the request, as error pages and error objects do. */
type Echo = (url: string, body: string, secrets: readonly string[]) => string;
const echoes: readonly Echo[] = [
  (url) => `cannot reach ${url}`,
  (url, body) => `${url} ${body}`,
  (_, __, secrets) => secrets.join(' and '),
  (_, __, secrets) => `token=${secrets[1]}; secret: ${secrets[0]}`,
];

interface Scene {
  readonly secret: string;
  readonly token: string;
  readonly fault: string;
  readonly encoding: string;
  readonly echo: number;
  /** Characters before the echo, so that a cut falls inside it. */
  readonly padding: number;
  readonly atToken: boolean;
  readonly form: string;
  readonly giveSecret: boolean;
}

const ANSWERS = [
  'vendor message',
  'html',
  'no envelope',
  'truncated',
  'text',
  'headers',
  'limit',
  'rejected',
  'half token',
  'success',
];
const THROWN = ['error', 'cause', 'aggregate', 'fields', 'string', 'object', 'stream', 'stall'];
const FORMS = ['method', 'result', 'withResponse', 'http', 'fetch', 'function', 'items'];

const scene: fc.Arbitrary<Scene> = fc.record({
  secret: canaryOf('secret'),
  token: canaryOf('token'),
  fault: fc.constantFrom(...ANSWERS, ...THROWN),
  encoding: fc.constantFrom(...Object.keys(encodings)),
  echo: fc.nat(echoes.length - 1),
  padding: fc.oneof(fc.constant(0), fc.integer({ min: 120, max: 210 }), fc.integer({ min: 440, max: 510 })),
  atToken: fc.boolean(),
  form: fc.constantFrom(...FORMS),
  giveSecret: fc.boolean(),
});

const json = (body: object, init?: ResponseInit) => Response.json(body, init);

/** Answers or throws for the faulty call, with the echo in it. */
function misbehave(
  fault: string,
  text: string,
  token: string,
  signal: AbortSignal,
): Promise<Response> | Response {
  const error = new TypeError(text);
  switch (fault) {
    case 'vendor message':
      return json({ errcode: 29999, errmsg: text });
    case 'success':
      // The caller gets the unchanged answer; observers do not.
      return json({ errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7200, text });
    case 'html':
      return new Response(`<html>${text}</html>`, { status: 502 });
    case 'no envelope':
      return json({ text });
    case 'truncated':
      return new Response(`{"errcode":0,"errmsg":${JSON.stringify(text)}`);
    case 'text':
      return new Response(text, { status: 500, headers: { 'content-type': 'text/plain' } });
    case 'headers':
      return json(
        { errcode: 29999 },
        { headers: { 'x-original-url': encodeURIComponent(text), location: encodeURI(text) } },
      );
    case 'limit':
      return json({ errcode: 10053, errmsg: text });
    case 'rejected':
      return json({ errcode: 10001, errmsg: text });
    case 'half token':
      return new Response(JSON.stringify({ errcode: 0, access_token: token, expires_in: 7200 }).slice(0, -9));
    case 'error':
      throw error;
    case 'cause':
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error(text, { cause: error }), { code: text }),
      });
    case 'aggregate':
      throw new AggregateError([error, new Error(text)], text);
    case 'fields':
      throw Object.assign(new Error('failed'), {
        url: text,
        input: text,
        request: { url: text },
        config: { params: text },
      });
    case 'string':
      throw text;
    case 'object':
      throw { message: text, name: text, code: text, toString: () => text };
    case 'stream':
      return new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode('{"errcode":0,')),
          pull: (controller) => controller.error(error),
        }),
      );
    default:
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  }
}

/** Plays a scene. Returns everything that a program could see of it. */
async function play(given: Scene): Promise<string> {
  const { secret, token, fault, encoding, echo, padding, atToken, form, giveSecret } = given;
  const encode = encodings[encoding] ?? String;
  const fetch: FetchLike = async (url, init) => {
    const isToken = url.includes('access_token/get');
    if (isToken !== atToken) {
      return json({ errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7200 });
    }
    // A token that the client never received is not one of its secrets.
    const known = [secret, atToken ? secret : token];
    const text = echoes[echo]?.(url, String(init.body ?? ''), known) ?? '';
    return misbehave(fault, ' '.repeat(padding) + encode(text), token, init.signal as AbortSignal);
  };
  const seen: unknown[] = [];
  const note = (event: object) => void seen.push(event);
  const hooks: Hooks = { onRequest: note, onResponse: note, onRetry: note, onWait: note, onToken: note };
  const weiban = createWeiban({
    corpId: 'corp',
    secret,
    fetch,
    clock: fastClock(10_000),
    timeout: 100_000,
    retry: 1,
    hooks: [hooks, debugHooks((line) => seen.push(line))],
    record: note,
    validate: note,
  });
  const params = { id: giveSecret && !atToken ? secret : '1' };
  const path = '/open-api/opportunity/one';
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    method: () => weiban.opportunity.one(params),
    result: () => weiban.opportunity.one(params).result(),
    withResponse: () => weiban.opportunity.one(params).withResponse(),
    http: () => weiban.http.GET(path, { params: { query: params } }),
    fetch: async () => {
      const response = await weiban.fetch(path);
      // An answer from Weiban itself is data here, and belongs to the caller.
      return [...response.headers];
    },
    function: () => opportunityOne(weiban, params),
    items: async () => {
      for await (const row of weiban.externalUser.list.items()) return row;
      return undefined;
    },
  };
  const outcome = await calls[form]?.().then(
    (value) => (form === 'http' ? Reflect.get(Object(value), 'response') : value),
    (error: unknown) => error,
  );
  const isGiven = fault === 'success' && !(outcome instanceof Error);
  return [
    isGiven ? '' : everythingIn(outcome),
    ...seen.map(everythingIn),
    inspect(weiban, { depth: 6, showHidden: true }),
  ].join('\n');
}

test('a scene contains secrets, and the check would find them', async () => {
  const given: Scene = {
    secret: 'CANARY/secret+CANARY secret',
    token: 'CANARY&token',
    fault: 'vendor message',
    encoding: 'plain',
    echo: 1,
    padding: 0,
    atToken: false,
    form: 'method',
    giveSecret: false,
  };
  expect(await play(given)).toContain('[redacted]');
  expect(leaks(`${given.secret}`) && leaks(given.token)).toBe(true);
});

test('whatever fails, in any form of call, neither the token nor the secret leaks', async () => {
  const numRuns = runs(300, 10_000);
  const counts = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(scene, async (given) => {
      counts.set(given.fault, (counts.get(given.fault) ?? 0) + 1);
      expect(leaks(await play(given))).toBe(false);
    }),
    { numRuns },
  );
  console.log(
    `${numRuns} failures, no leak: ${[...counts].map(([fault, count]) => `${fault} ${count}`).join(', ')}`,
  );
}, 600_000);
