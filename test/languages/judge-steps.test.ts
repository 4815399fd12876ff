import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { type Api, startApi } from './api.ts';
import { judgeSteps, NEW_TAG } from './judge-steps.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** What a right program prints, after it has done it. */
async function rightProgram() {
  const { WEIBAN_BASE_URL = '', WEIBAN_CORP_ID = '', WEIBAN_SECRET = '', WEIBAN_TAG_GROUP = '' } = api.env;
  const weiban = createWeiban({
    baseUrl: WEIBAN_BASE_URL,
    corpId: WEIBAN_CORP_ID,
    secret: WEIBAN_SECRET,
    allowHttp: true,
  });
  const { opportunity } = await weiban.opportunity.one({ serial_number: 'SJ20240305' });
  const customers: string[] = [];
  for await (const { id } of weiban.externalUser.list.items({ limit: 50 })) customers.push(id);
  await weiban.tag.create({ tag_group_id: WEIBAN_TAG_GROUP, tag_name_list: [NEW_TAG] });
  return {
    token: { expires_in: 7200 },
    read: { organization: opportunity.organization.name, stage: opportunity.stage.name },
    list: { customers },
    write: { errcode: 0 },
    error: { errcode: 22_201 },
  };
}

const printed = (steps: object) =>
  `a line of the tool\n${Object.entries(steps)
    .map(([step, values]) => JSON.stringify({ step, ...values }))
    .join('\n')}\n`;

test('a right program passes; what is missing or wrong is told by its step', async () => {
  expect(await judgeSteps('', api)).toEqual([
    'token: printed nothing in place of {"expires_in":7200}',
    expect.stringMatching(/^read: printed nothing in place of \{"organization":/),
    expect.stringMatching(/^list: printed nothing in place of \{"customers":\[".*…$/),
    'write: printed nothing in place of {"errcode":0}',
    'error: printed nothing in place of {"errcode":22201}',
    'token: 0 requests in place of 1',
    'list: asked for ',
    `write: no tag has the name ${NEW_TAG}`,
  ]);
  const steps = await rightProgram();
  expect(await judgeSteps(printed(steps), api)).toEqual([]);
  const { list } = steps;
  const wrong: readonly [string, object, RegExp][] = [
    ['a customer is lost', { list: { customers: list.customers.slice(1) } }, /^list: printed/],
    ['a customer comes twice', { list: { customers: [...list.customers, list.customers[0]] } }, /^list: /],
    ['another name', { read: { ...steps.read, stage: '?' } }, /^read: printed .*"\?"/],
    ['a success in place of the error', { error: { errcode: 0 } }, /^error: printed \{"errcode":0\}/],
    ['a token that lives for ever', { token: {} }, /^token: printed \{\}/],
  ];
  for (const [what, change, problem] of wrong)
    expect(await judgeSteps(printed({ ...steps, ...change }), api), what).toEqual([
      expect.stringMatching(problem),
    ]);
});
