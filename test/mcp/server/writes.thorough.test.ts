// The program itself, without --allow-writes: no write reaches the API, whichever tool it is tried with.
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, onTestFinished, test } from 'vitest';
import { tokenOperation } from '../../../generated/profile.ts';
import { parseOperation } from '../../../src/base/operation-row.ts';
import { listOperations } from '../../../src/catalogue/index.ts';
import { exampleCalls } from '../../support/call-with-examples.ts';
import { credentials, serve } from '../../support/over-server.ts';
import { answerOf } from './served.ts';

const methods = new Map(listOperations().map(({ id, name }) => [id, name]));
const writes = exampleCalls.filter(
  ({ id, row }) => parseOperation(row).safety !== 'r' && id !== tokenOperation,
);

test(`none of the ${writes.length} writes reaches the server`, async () => {
  const server = await serve();
  const client = new Client(
    { name: 'test', version: '1' },
    { versionNegotiation: { mode: 'legacy' }, capabilities: { elicitation: { form: {} } } },
  );
  const questions: unknown[] = [];
  // A person who agrees to everything is not asked.
  client.setRequestHandler('elicitation/create', async ({ params }) => {
    questions.push(params);
    return { action: 'accept', content: { confirm: true } };
  });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ['--import', 'tsx', 'src/cli/main.ts', 'mcp', '--base-url', server.url],
      env: { ...env(), WEIBAN_CORP_ID: credentials.corpId, WEIBAN_SECRET: credentials.secret },
    }),
  );
  onTestFinished(() => client.close());
  const call = async (name: string, args: object) =>
    answerOf(await client.callTool({ name, arguments: { ...args } }));

  const answers: Record<string, unknown> = {};
  for (const { id, params } of writes) {
    const input = { operation: id, arguments: params };
    const write = await call('call_write', input);
    const confirmed = await call('call_write', { ...input, confirm: 'yes' });
    const read = await call('call_read', input);
    answers[id] = [write, confirmed, read].map(({ error }) => Object(error).name);
  }
  const refused = ['WriteNotAllowed', 'WriteNotAllowed', 'WrongTool'];
  expect(answers).toEqual(Object.fromEntries(writes.map(({ id }) => [id, refused])));
  const calls = writes.map(({ id, params }) => `() => weiban.${methods.get(id)}(${JSON.stringify(params)})`);
  const source = `const names = {};
    for (const call of [${calls.join(',\n')}])
      try { await call(); names.sent = (names.sent ?? 0) + 1; } catch ({ name }) { names[name] = (names[name] ?? 0) + 1; }
    return names;`;
  expect((await call('run_script', { source })).result).toEqual({ WriteNotAllowed: writes.length });
  expect(questions).toEqual([]);
  expect(server.seen).toEqual([]);

  // The same program does reach the server with a read.
  await call('call_read', { operation: 'staff.list' });
  expect(server.seen.length).toBeGreaterThan(0);
});

function env(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
