import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWeiban } from '../../../src/index.ts';
import { createMasker } from '../../../src/mcp/mask/index.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ limits: false, rows: 10 });
});
afterAll(() => sandbox.close());

test('a masked id in the next call reaches the server as the real one', async () => {
  const weiban = createWeiban({ ...sandbox.clientOptions, limits: false });
  const { mask, unmask } = createMasker();
  const answer = await weiban.externalUser.list({});
  const masked = mask(answer) as typeof answer;
  const unionid = masked.external_user_list[3]?.unionid ?? '';
  const person = answer.external_user_list[3]?.unionid ?? '';
  expect(unionid).toMatch(/^unionid_\d{6}$/);
  expect(JSON.stringify(masked)).not.toContain(person);

  const args = unmask({ unionid }, 'externalUserGet') as { unionid: string };
  const { external_user: customer } = await weiban.externalUser.get(args);
  expect(JSON.stringify(sandbox.requests.at(-1))).toContain(person);
  expect(customer.unionid).toBe(person);
  expect(mask(customer)).toMatchObject({ unionid });
});
