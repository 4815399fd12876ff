import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validators } from '../../generated/validators/index.ts';
import { changeAt, parseExact } from '../../src/base/exact-json.ts';
import { parseOperation } from '../../src/base/operation-row.ts';
import { createWeiban, type ObservedAnswer, type Weiban } from '../../src/index.ts';
import { type OperationId, type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { type ExampleCall, exampleCalls } from '../support/call-with-examples.ts';

let sandbox: Sandbox;
let weiban: Weiban;
let last: ObservedAnswer | undefined;
/** The scenario header of the next requests, except those for a token. */
let header: string | undefined;
const counts = { answered: 0, valid: 0, provoked: 0, byHeader: 0 };
const documented = exampleCalls.reduce((sum, { errors }) => sum + errors.length, 0);

beforeAll(async () => {
  sandbox = await startSandbox({ limits: false, rows: 40 });
  weiban = createWeiban({
    ...sandbox.clientOptions,
    limits: false,
    retry: false,
    fetch: (url, init) => {
      const headers = new Headers(init.headers);
      if (header !== undefined && !url.includes('access_token/get'))
        headers.set('x-sandbox-scenario', header);
      return fetch(url, { ...init, headers });
    },
    record: (answer) => {
      last = answer;
    },
  });
});
afterAll(async () => {
  const { length } = exampleCalls;
  console.log(
    `sandbox: ${counts.answered} of ${length} operations answer, ${counts.valid} of ${length} answers pass their own ` +
      `validator, ${counts.provoked} of ${documented} documented errors arrive typed, ${counts.byHeader} of ` +
      `${documented} by a header as well`,
  );
  await sandbox.close();
});

/** The answer in the form that the client returns: exact integers are strings. */
function answered(row: string, text: string): unknown {
  const { value } = parseExact(text);
  for (const path of parseOperation(row).exactAnswer) changeAt(value, path, String);
  return value;
}

/** Calls an operation with the documented examples, or with the sandbox's credentials for a token. */
async function call({ id, row, params }: ExampleCall): Promise<{ error: unknown; text: string }> {
  const { corpId, secret, url } = sandbox;
  if (id !== 'accessTokenGet') {
    const { error } = await weiban['~call'](row, params).result();
    return { error, text: last?.text ?? '' };
  }
  const body = JSON.stringify({ corp_id: corpId, secret });
  const response = await fetch(`${url}/open-api/access_token/get`, { method: 'POST', body });
  return { error: undefined, text: await response.text() };
}

describe.each(exampleCalls.map((call) => [call.id, call] as const))('%s', (id, example) => {
  test('answers its documented example as specified', async () => {
    sandbox.reset();
    const { error, text } = await call(example);
    expect(error).toBeUndefined();
    counts.answered++;
    const validate = await validators[id as keyof typeof validators]();
    validate(answered(example.row, text));
    expect(validate.errors ?? []).toEqual([]);
    counts.valid++;
  });

  test.each(example.errors)('%i %s can be provoked by name and arrives typed', async (code, name) => {
    const { when } = sandbox as { when: Sandbox['when'] };
    // The client renews a rejected token once and retries the call.
    const times = name === 'AccessTokenInvalid' ? 2 : 1;
    when(id as OperationId, `error:${name}`, { times });
    header = undefined;
    for (const how of ['provoked', 'byHeader'] as const) {
      const { error } = await weiban['~call'](example.row, example.params).result();
      expect(error?.code).toBe(code);
      expect(error?.is(name as never)).toBe(true);
      counts[how]++;
      header = `error:${name}`;
    }
    header = undefined;
  });
});
