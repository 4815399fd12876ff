import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, expectTypeOf, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { createSandbox, weibanHandler, weibanHandlers } from '../../src/msw/index.ts';
import { exampleCalls } from '../support/call-with-examples.ts';

const sandbox = createSandbox({ limits: false, rows: 25 });
const server = setupServer(...weibanHandlers({ sandbox }));
const { corpId, secret } = sandbox;
const weiban = createWeiban({ corpId, secret, limits: false, retry: false });
const ask = { serial_number: 'SJ20240305' };

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  server.resetHandlers();
  sandbox.reset();
});
afterAll(() => server.close());

test('every operation answers at the vendor’s own address, and nothing leaves the process', async () => {
  const failed: string[] = [];
  for (const { id, row, params } of exampleCalls) {
    const credentials = { corp_id: corpId, secret };
    const { error } = await weiban['~call'](row, id === 'accessTokenGet' ? credentials : params).result();
    if (error) failed.push(`${id}: ${error.message}`);
    // The examples of the other operations act on the same ticket.
    if (id === 'workorderClose') sandbox.reset();
  }
  expect(failed).toEqual([]);
});

test('lists have pages, writes are remembered, and scenarios apply', async () => {
  let rows = 0;
  for await (const _ of weiban.staff.list.items({ limit: 10 })) rows++;
  expect(rows).toBe(25);
  await weiban.tagGroup.add({ tag_group: '新的组', tag_name_list: ['新标签'] });
  expect((await weiban.tag.list()).tag_list[0]).toMatchObject({ tag_name: '新标签', tag_group: '新的组' });
  sandbox.when('opportunityOne', 'reset', { times: 1 });
  expect((await weiban.opportunity.one(ask).result()).error).toMatchObject({ kind: 'transport' });
});

test('a resolver answers one operation and has its types', async () => {
  server.use(
    weibanHandler('opportunityOne', ({ params, fail, ok }) => {
      expectTypeOf(params.serial_number).toEqualTypeOf<string | undefined>();
      // @ts-expect-error this operation documents no such error
      if (params.id === 'never') return fail('TagNotInGroup');
      if (params.id) return fail('OpportunityNotFound');
      return params.serial_number === 'mine' ? ok({ opportunity: { id: 7 } } as never) : undefined;
    }),
  );
  const { error } = await weiban.opportunity.one({ id: '1' }).result();
  expect(error?.is('OpportunityNotFound')).toBe(true);
  expect(await weiban.opportunity.one({ serial_number: 'mine' })).toEqual({ opportunity: { id: 7 } });
  expect((await weiban.opportunity.one(ask)).opportunity.serial_number).toBe('SJ20240305');
});

test('an override uses the envelope of the operation, and exact integers keep their digits', async () => {
  server.use(
    weibanHandler('contactWayStoreList', ({ ok }) => ok({ data: { has_next: false, objects: [] } } as never)),
    weibanHandler('staffSopList', ({ ok }) =>
      ok({ result: [{ corp_id: '1700000000000000201' }], total: 1 } as never),
    ),
  );
  expect(await weiban.contactWay.storeList()).toEqual({ data: { has_next: false, objects: [] } });
  const period = { start_time: 1704067200, end_time: 1706745599 };
  expect((await weiban.staffSop.list(period)).result[0]?.corp_id).toBe('1700000000000000201');
});

// The left one goes to the handlers, the right one to the client.
const sameBase: [name: string, handlers: string, client: string][] = [
  ['slashes at its end', 'https://proxy.example/weiban//', 'https://proxy.example/weiban'],
  ['capital letters in the host', 'HTTPS://Proxy.Example/weiban', 'https://proxy.example/weiban'],
  ['the usual port', 'https://proxy.example:443/weiban', 'https://proxy.example/weiban'],
  ['dots in the path', 'https://proxy.example/a/../weiban/.', 'https://proxy.example/weiban'],
  ['Chinese in the path', 'https://proxy.example/微伴', 'https://proxy.example/%E5%BE%AE%E4%BC%B4'],
  ['a host in Chinese', 'https://例子.测试', 'https://xn--fsqu00a.xn--0zwm56d'],
  ['spaces around it', ' https://proxy.example/weiban ', 'https://proxy.example/weiban'],
  [
    'signs that mean something in a pattern',
    'https://proxy.example/a:b/(c)+',
    'https://proxy.example/a:b/(c)+',
  ],
];

test.each(sameBase)('a base URL with %s is the one that the client sends', async (_, handlers, client) => {
  server.use(...weibanHandlers({ baseUrl: handlers, corpId: 'c', secret: 's' }));
  server.use(weibanHandler('departmentList', ({ ok }) => ok({ department: [] }), { baseUrl: handlers }));
  for (const baseUrl of [handlers, client]) {
    const behind = createWeiban({ corpId: 'c', secret: 's', baseUrl });
    expect(await behind.opportunity.one(ask)).toHaveProperty('opportunity');
    expect(await behind.department.list()).toEqual({ department: [] });
  }
});

test('a base URL that the client refuses is refused by the handlers', () => {
  expect(() => weibanHandlers({ baseUrl: 'proxy.example' })).toThrow('baseUrl must be an http or https URL');
  const resolver = () => undefined;
  expect(() => weibanHandler('staffList', resolver, { baseUrl: 'https://x.example/?a=1' })).toThrow(
    'baseUrl',
  );
});

test('handlers for another base URL answer only that URL', async () => {
  server.use(...weibanHandlers({ baseUrl: 'https://proxy.example/weiban/', corpId: 'c', secret: 's' }));
  const behind = createWeiban({ corpId: 'c', secret: 's', baseUrl: 'https://proxy.example/weiban' });
  expect(await behind.opportunity.one(ask)).toHaveProperty('opportunity');
});
