// Every answer of the sandbox, successes and documented errors, is one of the API by both documents.
import { expect, test } from 'vitest';
import { parseOperation } from '../../src/base/operation-row.ts';
import { createCaller } from '../../src/client/index.ts';
import type { ErrorName } from '../../src/errors.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { exampleCalls } from '../support/call-with-examples.ts';
import { problemsOf } from './both-documents.ts';

const sandbox = createSandbox({ rows: 20, limits: false });

/** What the sandbox answers to the requests for a path, while a client makes one call. */
async function answersOf(row: string, params: object): Promise<object[]> {
  const { path } = parseOperation(row);
  const answers: object[] = [];
  const caller = createCaller({
    corpId: sandbox.corpId,
    secret: sandbox.secret,
    retry: false,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const response = await sandbox.handle(request);
      if (new URL(request.url).pathname === path) answers.push(await response.clone().json());
      return response;
    },
  });
  // A failure is an answer, too.
  await caller['~call'](row, params).catch(() => undefined);
  return answers;
}

test.each(exampleCalls.map((call) => [call.id, call] as const))('%s', async (id, { row, params, errors }) => {
  sandbox.reset();
  const [success, ...more] = await answersOf(row, params);
  expect([success, more.length]).toEqual([expect.any(Object), 0]);
  expect(problemsOf(id, success)).toEqual({});
  const { path } = parseOperation(row);
  for (const [code, name] of errors) {
    sandbox.when(path as `/${string}`, { error: name as ErrorName }, { times: 1 });
    const answers = await answersOf(row, params);
    expect(Object.values(answers[0] ?? {}), name).toContain(code);
    for (const answer of answers) expect(problemsOf(id, answer), name).toEqual({});
  }
});
