import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { WeibanConfigError } from '../../../src/index.ts';
import { answerOf, clientOf, endless, post, probe, REVISIONS, serveHttp } from './served.ts';

describe.each(REVISIONS)('over HTTP, in the protocol of %s', (revision) => {
  test('a client lists and calls the tools', async () => {
    const client = await clientOf((await serveHttp()).url, revision);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'search_operations',
      'describe_operation',
      'call_read',
      'call_write',
      'run_script',
      'explain_error',
    ]);
    const found = await client.callTool({ name: 'search_operations', arguments: { query: '群发结果' } });
    expect(found.structuredContent).toEqual(answerOf(found));
    expect(Object(found.structuredContent).operations[0]).toEqual({
      name: 'groupMsg.subMissionResult',
      summary: '按员工获取客户群发的执行结果。',
      safety: 'read',
      effect: 'none',
    });
  });

  test('only a call needs credentials, and its error says what to set', async () => {
    const openCaller = () => Promise.reject(new WeibanConfigError('set WEIBAN_CORP_ID'));
    const client = await clientOf((await serveHttp({ openCaller })).url, revision);
    const described = await client.callTool({
      name: 'describe_operation',
      arguments: { operation: 'tag.list' },
    });
    expect(described.isError).toBeUndefined();
    const called = await client.callTool({ name: 'call_read', arguments: { operation: 'tag.list' } });
    expect(called).toMatchObject({ isError: true });
    expect(answerOf(called)).toMatchObject({
      error: { name: 'NotConfigured', message: 'set WEIBAN_CORP_ID' },
    });
  });

  test('wrong arguments are answered by the right ones', async () => {
    const client = await clientOf((await serveHttp()).url, revision);
    const called = await client.callTool({ name: 'search_operations', arguments: { qery: 'x', limit: 99 } });
    expect(called).toMatchObject({ isError: true });
    expect(JSON.stringify(called.content)).toContain('did you mean query?');
    expect(JSON.stringify(called.content)).toContain('must be at most 25, not 99');
  });

  test('thousands of wrong arguments are a short answer', async () => {
    const client = await clientOf((await serveHttp()).url, revision);
    const fields = Array.from({ length: 50_000 }, () => 1);
    const wrong = { operation: 'tag.list', fields, ['x'.repeat(100_000)]: 1 };
    const { content, isError } = await client.callTool({ name: 'call_read', arguments: wrong });
    expect(isError).toBe(true);
    expect(JSON.stringify(content).length).toBeLessThan(2000);
    expect(JSON.stringify(content)).toMatch(/fields\[0\].* and 49992 more/);
  });

  test('a query of 1 MB is answered like its beginning', async () => {
    const client = await clientOf((await serveHttp()).url, revision);
    const found = async (query: string) =>
      (await client.callTool({ name: 'search_operations', arguments: { query } })).structuredContent;
    expect(await found('客户标签'.repeat(250_000))).toEqual(await found('客户标签'.repeat(125)));
  });

  test('progress arrives, and grows', async () => {
    const tools = probe(async ({ progress }) => {
      progress('none', 0, 3);
      progress('one', 1, 3);
      progress('one again', 1, 3);
      progress('three', 3, 3);
      return { value: {} };
    });
    const client = await clientOf((await serveHttp({ tools })).url, revision);
    const seen: unknown[] = [];
    await client.callTool(
      { name: 'probe' },
      { onprogress: ({ progress, message }) => seen.push([progress, message]) },
    );
    expect(seen).toEqual([
      [0, 'none'],
      [1, 'one'],
      [3, 'three'],
    ]);
  });

  test('a client that hangs up aborts the call in flight', async () => {
    const { tools, started, aborted } = endless();
    const client = await clientOf((await serveHttp({ tools })).url, revision);
    const call = client.callTool({ name: 'probe' }).catch(() => 'no answer');
    await started;
    await client.close();
    await aborted;
    expect(await call).toBe('no answer');
  });

  test('200 calls at once are all answered', async () => {
    const tools = probe(async (_, { at }) => ({ value: { at } }));
    const client = await clientOf((await serveHttp({ tools })).url, revision);
    const all = Array.from({ length: 200 }, (_, at) => at);
    const answers = await Promise.all(all.map((at) => client.callTool({ name: 'probe', arguments: { at } })));
    expect(answers.map((answer) => answerOf(answer).at)).toEqual(all);
  });

  test('a fault of the program is reported to the operator, and the model learns no more than that', async () => {
    const tools = probe(() => Promise.reject(new Error('a stack with internals')));
    const { url, reported } = await serveHttp({ tools });
    const called = await (await clientOf(url, revision)).callTool({ name: 'probe' });
    expect(JSON.stringify(called)).not.toContain('internals');
    expect(called).toMatchObject({ isError: true });
    expect(reported).toEqual(['a stack with internals']);
  });

  test('resources and prompts', async () => {
    const client = await clientOf((await serveHttp()).url, revision);
    const { resources } = await client.listResources();
    const uris = resources.map(({ uri }) => uri);
    expect(uris).toEqual(
      expect.arrayContaining([
        'weiban://catalogue/tickets',
        'weiban://errors',
        'weiban://guide',
        'weiban://changes',
      ]),
    );
    const [tickets] = (await client.readResource({ uri: 'weiban://catalogue/tickets' })).contents;
    expect(JSON.parse(Object(tickets).text)).toContainEqual(
      expect.objectContaining({ name: 'workorder.list' }),
    );
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name, arguments: named }) => [name, named?.length])).toEqual([
      ['new_customers', 2],
      ['untagged_customers', 1],
      ['open_tickets', 1],
      ['broadcast_results', 1],
      ['opportunities_by_stage', 1],
    ]);
    const { messages } = await client.getPrompt({ name: 'open_tickets', arguments: { days: '5' } });
    expect(JSON.stringify(messages)).toContain('找出创建超过 5 天');
  });
});

test('in the protocol of 2026, a question ends the request, and the tool goes on with the answer', async () => {
  let begun = 0;
  const tools = probe(async ({ ask }) => {
    begun++;
    return { value: { first: await ask?.('first?'), second: await ask?.('second?') } };
  });
  const client = await clientOf((await serveHttp({ tools })).url, '2026-07-28');
  const asked: string[] = [];
  client.setRequestHandler('elicitation/create', ({ params: { message } }) => {
    asked.push(message);
    return { action: 'accept', content: { confirm: message === 'second?' } };
  });
  const called = await client.callTool({ name: 'probe' });
  expect(called.structuredContent).toEqual({ first: false, second: true });
  expect([asked, begun]).toEqual([['first?', 'second?'], 1]);
});

const unanswered: [what: string, inputResponses: unknown][] = [
  ['no answer', {}],
  ['the answer to another question', { other: { action: 'accept', content: { confirm: true } } }],
  ['an answer that cannot be read', { confirm: { action: 'perhaps' } }],
];

test.each(unanswered)(
  '%s is no refusal: the question comes again, and the tool waits',
  async (_, responses) => {
    const tools = probe(async ({ ask }) => ({ value: { confirmed: await ask?.('sure?') } }));
    const { url } = await serveHttp({ tools });
    const call = async (more: object) => {
      const { result = {} } = await post(url, 'tools/call', { name: 'probe', arguments: {}, ...more });
      return result;
    };
    const asked = await call({});
    const again = await call({ requestState: asked.requestState, inputResponses: responses });
    expect(again).toMatchObject({ resultType: 'input_required', inputRequests: asked.inputRequests });
    const inputResponses = { confirm: { action: 'accept', content: { confirm: true } } };
    const answered = await call({ requestState: again.requestState, inputResponses });
    expect(answered.structuredContent).toEqual({ confirmed: true });
  },
);

test('a key that the server did not sign is refused, and one that was used is told as expired', async () => {
  const tools = probe(async ({ ask }) => ({ value: { confirmed: await ask?.('sure?') } }));
  const { url } = await serveHttp({ tools });
  const call = (more: object) => post(url, 'tools/call', { name: 'probe', arguments: {}, ...more });
  const inputResponses = { confirm: { action: 'accept', content: { confirm: true } } };
  const { requestState } = (await call({})).result ?? {};
  const forged = await call({ requestState: `${requestState}x`, inputResponses });
  expect([forged.error?.code, forged.result]).toEqual([-32602, undefined]);
  const answered = await call({ requestState, inputResponses });
  expect(answered.result?.structuredContent).toEqual({ confirmed: true });
  const late = await call({ requestState, inputResponses });
  expect(answerOf(late.result ?? {})).toMatchObject({ error: { name: 'Expired' } });
});

test('an answer that arrives twice is acted on once, and the second is not told that nothing was done', async () => {
  let sent = 0;
  const tools = probe(async ({ ask }) => {
    if (await ask?.('send?')) sent++;
    return { value: {} };
  });
  const { url } = await serveHttp({ tools });
  const call = (more: object) => post(url, 'tools/call', { name: 'probe', arguments: {}, ...more });
  const { requestState } = (await call({})).result ?? {};
  const inputResponses = { confirm: { action: 'accept', content: { confirm: true } } };
  const answers = await Promise.all([1, 2].map(() => call({ requestState, inputResponses })));
  const late = answers.map((answer) => JSON.stringify(answer)).filter((text) => text.includes('Expired'));
  expect([sent, late.length]).toEqual([1, 1]);
  expect(late[0]).toContain('answered already');
  expect(late[0]).not.toContain('nothing was');
});

test('the protocol of 2025 over HTTP has no way to ask, so the tool learns that it cannot', async () => {
  const tools = probe(async ({ ask }) => ({ value: { canAsk: ask !== undefined } }));
  const client = await clientOf((await serveHttp({ tools })).url, '2025-11-25');
  expect((await client.callTool({ name: 'probe' })).structuredContent).toEqual({ canAsk: false });
});

const rubbish: [what: string, init: RequestInit, status: number][] = [
  ['no JSON', { body: '{"jsonrpc"' }, 400],
  ['JSON that is no message', { body: '[1, null, "x"]' }, 400],
  ['another media type', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415],
  ['a body beyond the limit', { body: ' '.repeat(5_000_000) }, 413],
  ['a session of 2025', { method: 'GET' }, 405],
];

test.each(rubbish)('%s is refused, and the server goes on', async (_, init, status) => {
  const { url } = await serveHttp();
  const headers = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, ...init });
  expect(response.status).toBe(status);
  await response.arrayBuffer();
  expect((await (await clientOf(url, '2026-07-28')).listTools()).tools).toHaveLength(6);
});

const strangers: [what: string, headers: Record<string, string>, status: number][] = [
  ['the Host of another name', { host: 'evil.example' }, 403],
  ['the Host of a name that looks local', { host: 'localhost.evil.example' }, 403],
  ['the Origin of a web page', { origin: 'https://evil.example' }, 403],
  ['the Origin of a sandboxed page', { origin: 'null' }, 403],
  ['the names of this machine', { host: 'localhost', origin: 'http://localhost:5173' }, 400],
];

test.each(strangers)('%s', async (_, headers, status) => {
  const { url } = await serveHttp();
  expect(await statusOf(url, headers)).toBe(status);
});

test('another path says where the server is', async () => {
  const { url } = await serveHttp();
  const response = await fetch(new URL('/', url));
  expect([response.status, await response.json()]).toEqual([404, { error: 'The server is at /mcp.' }]);
});

/** `fetch` sets Host itself, so this uses Node's client. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    });
    sent.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end('{}');
  });
}
