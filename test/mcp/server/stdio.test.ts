import { expect, test } from 'vitest';
import { endless, INITIALIZE, type Message, probe, serveStreams } from './served.ts';

/** The server numbers its own requests too. */
const answerTo = (id: number) => (message: Message) => message.id === id && message.method === undefined;

const call = (id: number, args: object = {}) => ({
  id,
  method: 'tools/call',
  params: { name: 'probe', arguments: args },
});

test('nothing but protocol is written, and the server ends when its input does', async () => {
  const { stdin, send, until, ended, messages } = serveStreams({
    tools: probe(async () => ({ value: { ok: true } })),
  });
  send(INITIALIZE);
  expect((await until(answerTo(0))).result).toMatchObject({
    protocolVersion: '2025-11-25',
    serverInfo: { name: 'weiban', version: '1.2.3' },
  });
  send(call(1));
  expect((await until(answerTo(1))).result?.structuredContent).toEqual({ ok: true });
  stdin.end();
  await ended;
  expect(messages.map(({ id }) => id)).toEqual([0, 1]);
});

test.each(['input ends', 'interrupt'])('a call in flight is aborted: %s', async (how) => {
  const { tools, started, aborted } = endless();
  const { stdin, send, ended, interrupt } = serveStreams({ tools });
  send(INITIALIZE);
  send(call(1));
  await started;
  if (how === 'interrupt') interrupt.abort();
  else stdin.end();
  await Promise.all([aborted, ended]);
});

test('a cancelled call is aborted, and the server goes on', async () => {
  const { tools, started, aborted } = endless();
  const { send, until } = serveStreams({ tools });
  send(INITIALIZE);
  send(call(1));
  await started;
  send({ method: 'notifications/cancelled', params: { requestId: 1 } });
  await aborted;
  send({ id: 2, method: 'tools/list' });
  expect((await until(answerTo(2))).result?.tools).toHaveLength(1);
});

const rubbish: [what: string, line: string][] = [
  ['no JSON', 'hello'],
  ['half of a message', '{"jsonrpc": "2.0", "id":'],
  ['JSON that is no message', '[1, null, {"a": 1}]'],
  ['bytes', '\u0000\u0001\ufffd'],
  ['a very deep list', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ['an unknown method', '{"jsonrpc": "2.0", "id": 7, "method": "nothing/at/all"}'],
  ['a prototype', '{"jsonrpc": "2.0", "id": 8, "method": "tools/call", "params": {"name": "__proto__"}}'],
];

test.each(rubbish)('%s on the input does not stop the server', async (_, line) => {
  const { stdin, send, until } = serveStreams();
  send(INITIALIZE);
  stdin.write(`${line}\n`);
  send({ id: 1, method: 'tools/list' });
  expect((await until(answerTo(1))).result?.tools).toHaveLength(6);
});

test('an endless line ends the server instead of filling the memory', async () => {
  const { stdin, ended, reported } = serveStreams();
  stdin.write('x'.repeat(11_000_000));
  await ended;
  expect(reported.join()).toMatch(/size|buffer/i);
});

const answers: [what: string, answer: object, isConfirmed: boolean][] = [
  ['accepts', { action: 'accept', content: { confirm: true } }, true],
  ['accepts without saying yes', { action: 'accept', content: { confirm: false } }, false],
  ['declines', { action: 'decline' }, false],
  ['closes the form', { action: 'cancel' }, false],
];

test.each(answers)(
  'a tool asks the person, who %s; what it did before is done once',
  async (_, answer, want) => {
    let begun = 0;
    const tools = probe(async ({ ask }) => {
      begun++;
      return { value: { first: await ask?.('first?'), second: await ask?.('second?') } };
    });
    const { send, until } = serveStreams({ tools });
    send(INITIALIZE);
    send(call(1));
    for (const message of ['first?', 'second?']) {
      const asked = await until(
        ({ method, params }) => method === 'elicitation/create' && params?.message === message,
      );
      send({ id: asked.id, result: answer });
    }
    expect((await until(answerTo(1))).result?.structuredContent).toEqual({
      first: want,
      second: want,
    });
    expect(begun).toBe(1);
  },
);

test('a client that cannot ask is not asked', async () => {
  const tools = probe(async ({ ask }) => ({ value: { canAsk: ask !== undefined } }));
  const { send, until } = serveStreams({ tools });
  send({ ...INITIALIZE, params: { ...INITIALIZE.params, capabilities: {} } });
  send(call(1));
  expect((await until(answerTo(1))).result?.structuredContent).toEqual({ canAsk: false });
});
