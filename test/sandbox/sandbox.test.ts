import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { createSandbox, startSandbox } from '../../src/sandbox/index.ts';
import type { SandboxOptions } from '../../src/sandbox/options.ts';
import { createWebhookReceiver } from '../../src/webhooks/index.ts';
import { manualClock } from '../support/clocks.ts';
import { collect } from '../support/over-server.ts';

const ask = { serial_number: 'SJ20240305' };

/** A client whose calls a sandbox answers, without a server between them. */
function inProcess(options: SandboxOptions = {}, secret = 'sandbox-secret') {
  const sandbox = createSandbox({ limits: false, rows: 30, ...options });
  const weiban = createWeiban({
    corpId: sandbox.corpId,
    secret,
    limits: false,
    retry: false,
    fetch: (url, init) => sandbox.handle(new Request(url, init)),
  });
  return { sandbox, weiban };
}

test('one line starts it, and one line stops it', async () => {
  await using sandbox = await startSandbox();
  const weiban = createWeiban(sandbox.clientOptions);
  expect((await weiban.opportunity.one(ask)).opportunity.serial_number).toBe('SJ20240305');
});

describe('lists', () => {
  test('have pages in every style, with each row once', async () => {
    const { weiban } = inProcess({ rows: 25 });
    const walks = [
      weiban.externalUser.list.items({ limit: 4 }),
      weiban.order.getItemList.items({ limit: 10 }),
      weiban.contact.list.items({ page_no: 1, page_size: 10 }),
      weiban.contactWay.storeList.items({ page_no: 1, page_size: 10 }),
      weiban.quickReplyV3.list.items({ limit: 10 }),
    ];
    for (const walk of walks) {
      const rows = await collect<unknown>(walk);
      expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(25);
    }
  });

  test('have unique keys, also if the number of a known row is among those that are made up', async () => {
    const { weiban } = inProcess({ rows: 1_000 });
    const goods = await collect<{ goods_id: string }>(weiban.ltc.goodsList.items({ limit: 50 }));
    expect(new Set(goods.map(({ goods_id }) => goods_id)).size).toBe(1_000);
  });

  test('are the same for the same seed, and different for another seed', async () => {
    const rows = async (seed: number) => (await inProcess({ seed }).weiban.staff.list()).staff_list;
    expect(await rows(1)).toEqual(await rows(1));
    expect(await rows(1)).not.toEqual(await rows(2));
  });
});

describe('writes are remembered', () => {
  test('tags: added, renamed, deleted', async () => {
    const { weiban } = inProcess();
    const [known] = (await weiban.tag.list()).tag_list;
    const group = known?.tag_group_id ?? '';
    await weiban.tag.create({ tag_group_id: group, tag_name_list: ['甲', '乙'] });
    const added = (await weiban.tag.list()).tag_list.slice(0, 2);
    expect(added.map((tag) => [tag.tag_name, tag.tag_group])).toEqual([
      ['甲', known?.tag_group],
      ['乙', known?.tag_group],
    ]);
    const [first, second] = added.map((tag) => tag.tag_id);
    await weiban.tag.update({ group_id: group, tag_list: [{ ext_id: first ?? '', name: '丙' }] });
    await weiban.tag.delete({ group_id: group, tag_ids: [second ?? ''] });
    const remaining = await weiban.tag.list();
    expect(remaining.tag_list[0]).toMatchObject({ tag_id: first, tag_name: '丙' });
    expect(remaining.total).toBe(31);
    const again = await weiban.tag.delete({ group_id: group, tag_ids: [second ?? ''] }).result();
    expect(again.error?.is('TagToDeleteNotFound')).toBe(true);
  });

  test('event types: created, read, renamed, deleted; and a reset forgets them', async () => {
    const { sandbox, weiban } = inProcess();
    const created = await weiban.externalUserEvent.customTypeAdd({ custom_event_type_name: '到店' });
    const { id } = created.custom_event_type;
    const read = () => weiban.externalUserEvent.customTypeDetail({ custom_event_type_id: String(id) });
    expect((await read()).custom_event_type).toEqual({ id, name: '到店' });
    await weiban.externalUserEvent.customTypeUpdate({
      custom_event_type_id: id,
      custom_event_type_name: '复访',
    });
    expect((await read()).custom_event_type.name).toBe('复访');
    const count = async () => (await weiban.externalUserEvent.customTypeList()).total_count;
    expect(await count()).toBe(31);
    await weiban.externalUserEvent.customTypeDelete({ custom_event_type_id: String(id) });
    expect(await count()).toBe(30);
    sandbox.reset();
    expect(await count()).toBe(30);
  });

  test('tickets: created, passed on, closed; a closed one is not acted upon', async () => {
    const { weiban } = inProcess();
    const about = { template_id: 11, relation_type: 1, relation_id: 'wmA' } as const;
    const { order_no } = await weiban.workorder.create({ ...about, title: 'Invoice', staff_id: 'ZhangSan' });
    expect((await weiban.workorder.list({ limit: 1 })).workorder_list[0]).toMatchObject({
      order_no,
      title: 'Invoice',
      creator_id: 'ZhangSan',
    });
    const other = await weiban.workorder.create(about);
    expect(other.order_no).not.toBe(order_no);

    await weiban.workorder.switch({ order_no, staff_id: 'ZhangSan', handler_id: 'LiSi' });
    const { work_order } = await weiban.workorder.detail({ order_no });
    // The documented example of the detail has none of these.
    expect(work_order).toMatchObject({ ...about, order_no, title: 'Invoice', handler_id: 'LiSi' });

    const closed = { order_no, staff_id: 'LiSi' };
    await weiban.workorder.close(closed);
    const refused = [
      await weiban.workorder.close(closed).result(),
      await weiban.workorder.reply(closed).result(),
      await weiban.workorder.switch(closed).result(),
    ];
    expect(refused.map(({ error }) => error?.reason)).toEqual(Array(3).fill('TicketClosed'));
    expect((await weiban.workorder.reply({ order_no: other.order_no, staff_id: 'LiSi' }).result()).ok).toBe(
      true,
    );
  });

  test('a row from `put` is answered unchanged', async () => {
    const { sandbox, weiban } = inProcess();
    expect(sandbox.put('opportunityOne', { id: 9, serial_number: 'MINE' })).toBe(true);
    expect(await weiban.opportunity.one({ id: '9' })).toEqual({
      opportunity: { id: 9, serial_number: 'MINE' },
    });
    expect(sandbox.put('tagSync', {})).toBe(false);
  });
});

const manyIds = (count: number) => Array.from({ length: count }, (_, at) => `wmEXAMPLE${at}`);

const wrong: [name: string, row: string, params: object, code: number, isAssumed: boolean][] = [
  ['neither of two arguments', 'opportunityOne', {}, 22203, false],
  ['a limit too large', 'tagList', { limit: 5000 }, 20357, false],
  ['an offset that is not a number', 'tagList', { offset: 'x' }, 20358, false],
  ['an invalid order', 'externalUserList', { order: 'up' }, 20202, false],
  ['a limit that no page documents', 'staffList', { limit: 'x' }, 10047, true],
  ['a missing field', 'tagCreate', { tag_group_id: 'g' }, 20314, false],
  ['a missing body', 'staffMessageSend', {}, 10049, true],
  ['21 ids, called customers in the error', 'externalUserBatchGet', { id_list: manyIds(21) }, 20205, false],
  ['21 unionids', 'externalUserBatchGet', { unionid_list: manyIds(21) }, 20205, false],
  ['51 tags', 'tagBatchUpdate', { external_user_id: 'w', add_tag_id_list: manyIds(51) }, 20351, false],
  [
    '51 presets, called values in the argument',
    'preWritePropertiesBatchAdd',
    {
      staff_id: 'zhangsan',
      target_type: 'union_id',
      value_list: manyIds(51).map((union_id) => ({ union_id })),
    },
    21832,
    false,
  ],
  ['an unknown ticket', 'workorderDetail', { order_no: 'none' }, 22301, false],
  ['an unknown customer', 'externalUserGet', { id: 'none' }, 20206, false],
];

test.each(wrong)('%s gets its documented error', async (_, operation, params, code, isAssumed) => {
  let assumed: string | null = null;
  const sandbox = createSandbox({ limits: false });
  const weiban = createWeiban({
    corpId: sandbox.corpId,
    secret: sandbox.secret,
    fetch: async (url, init) => {
      const response = await sandbox.handle(new Request(url, init));
      assumed = response.headers.get('x-sandbox-assumed');
      return response;
    },
  });
  const { operations } = await import('../../generated/operations.ts');
  const { parseOperation } = await import('../../src/base/operation-row.ts');
  const row = operations.find((text) => parseOperation(text).id === operation) ?? '';
  const { error } = await weiban['~call'](row, params).result();
  expect(error?.code).toBe(code);
  expect(assumed !== null).toBe(isAssumed);
});

describe('tokens and limits', () => {
  test('a token expires, and the client renews it', async () => {
    const clock = manualClock();
    const { sandbox, weiban } = inProcess({ clock, tokenLifetime: 60 });
    await weiban.opportunity.one(ask);
    await clock.advance(61_000);
    await weiban.opportunity.one(ask);
    const tokens = sandbox.requests.filter(({ operation }) => operation === 'accessTokenGet');
    expect(tokens).toHaveLength(2);
    expect(JSON.stringify(sandbox.requests)).not.toMatch(/sandbox-token|sandbox-secret/);
  });

  test('a request for a token is kept without its secret, even if its method is wrong', async () => {
    const { sandbox } = inProcess();
    const url = 'http://sandbox/open-api/access_token/get';
    await sandbox.handle(new Request(`${url}?corp_id=corp&secret=a-real-secret`));
    await sandbox.handle(new Request(url, { method: 'PUT', body: '{"secret":"a-real-secret"}' }));
    expect(sandbox.requests).toHaveLength(2);
    expect(JSON.stringify(sandbox.requests)).not.toContain('a-real-secret');
  });

  const bodies: [what: string, type: string, body: string, options: SandboxOptions, code: number][] = [
    ['a form', 'application/x-www-form-urlencoded', 'corp_id=sandbox-corp&secret=sandbox-secret', {}, 0],
    ['no JSON', 'application/json', '{"secret":"a', {}, 10049],
    ['invalid JSON without a check', 'application/json', '{"secret":"a', { checkRequests: false }, 10001],
  ];
  test.each(bodies)('a request for a token may be sent as %s', async (_, type, body, options, code) => {
    const { sandbox } = inProcess(options);
    const init = { method: 'POST', headers: { 'content-type': type }, body };
    const answer = await sandbox.handle(new Request('http://sandbox/open-api/access_token/get', init));
    expect((await answer.json()).errcode).toBe(code);
  });

  test('enforces the documented windows and blocks, sixty times as fast', async () => {
    const clock = manualClock();
    const { code } = await bare({ clock, timeScale: 60 });
    for (let call = 0; call < 600; call++) expect(await code('tag/sync')).toBe(0);
    expect(await code('tag/sync')).toBe(10053);
    // Each endpoint has its own windows.
    expect(await code('tag/list')).toBe(0);
    await clock.advance(999);
    expect(await code('tag/sync')).toBe(10053);
    await clock.advance(1);
    expect(await code('tag/sync')).toBe(0);
  });

  test('more than five calls in flight are too many', async () => {
    const clock = manualClock();
    const { code } = await bare({ clock }, { slow: 10 });
    const codes = Promise.all(Array.from({ length: 7 }, () => code('opportunity/one?id=1900001')));
    while (clock.timers < 5) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(10);
    expect((await codes).filter((answer) => answer === 10052)).toHaveLength(2);
    const [after] = await Promise.all([code('tag/list')]);
    expect(after).toBe(0);
  });
});

/** Calls without a client, because its limits would interfere. */
async function bare(options: SandboxOptions, scenario?: { readonly slow: number }) {
  const sandbox = createSandbox({ rows: 30, ...options });
  if (scenario) sandbox.when('opportunityOne', scenario);
  const send = async (path: string, init?: RequestInit) =>
    (await sandbox.handle(new Request(`http://sandbox/open-api/${path}`, init))).json();
  const body = JSON.stringify({ corp_id: sandbox.corpId, secret: sandbox.secret });
  const { access_token } = await send('access_token/get', { method: 'POST', body });
  return {
    async code(path: string): Promise<number> {
      const { errcode } = await send(`${path}${path.includes('?') ? '&' : '?'}access_token=${access_token}`);
      return errcode;
    },
  };
}

const scenarios: [scenario: string, want: object][] = [
  ['error:OpportunityNotFound', { code: 22201, reason: 'OpportunityNotFound' }],
  ['code:40099', { code: 40099 }],
  ['html502', { kind: 'response', problem: 'html', status: 502 }],
  ['http500', { code: -1, status: 500 }],
  ['truncated', { kind: 'response', problem: 'truncated' }],
  ['empty', { kind: 'response', problem: 'empty' }],
  ['storm:2', { code: 10052 }],
];

describe('scenarios', () => {
  test.each(scenarios)('%s by an argument, by the secret, and by `when`', async (scenario, want) => {
    const byValue = inProcess();
    expect(
      (await byValue.weiban.opportunity.one({ id: `sandbox:${scenario}` }).result()).error,
    ).toMatchObject(want);
    const bySecret = inProcess({}, `sandbox:${scenario}`);
    expect((await bySecret.weiban.opportunity.one(ask).result()).error).toMatchObject(want);
    const byHand = inProcess();
    byHand.sandbox.when('opportunityOne', scenario as 'empty', { times: 1, after: 1 });
    expect((await byHand.weiban.opportunity.one(ask).result()).ok).toBe(true);
    expect((await byHand.weiban.opportunity.one(ask).result()).error).toMatchObject(want);
  });

  test('over a server, a connection breaks, and an answer stalls or stops in the middle', async () => {
    await using sandbox = await startSandbox();
    const weiban = createWeiban({ ...sandbox.clientOptions, retry: false });
    await weiban.opportunity.one(ask);
    const error = async (id: string, timeout?: number) =>
      (await weiban.opportunity.one({ id: `sandbox:${id}` }, { timeout }).result()).error;
    expect(await error('reset')).toMatchObject({ kind: 'transport' });
    expect(await error('stall', 50)).toMatchObject({ kind: 'timeout' });
    expect(await error('stall:body', 50)).toMatchObject({ kind: 'timeout' });
  });

  test('a slow answer comes when the clock says so', async () => {
    const clock = manualClock();
    const { sandbox, weiban } = inProcess({ clock });
    await weiban.opportunity.one(ask);
    sandbox.when('opportunityOne', { slow: 5000 });
    let hasCome = false;
    const call = weiban.opportunity.one(ask).then(() => (hasCome = true));
    while (clock.timers === 0) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(4999);
    expect(hasCome).toBe(false);
    await clock.advance(1);
    await call;
  });

  test('an unknown scenario is refused with a clear message', async () => {
    const { sandbox, weiban } = inProcess();
    const { error } = await weiban.opportunity.one({ id: 'sandbox:error:NoSuchName' }).result();
    expect(error?.message).toContain('is not a scenario');
    expect(() => sandbox.when('*', 'nonsense')).toThrow('is not a scenario');
  });
});

const drifts: [scenario: string, want: (row: Record<string, unknown>) => void][] = [
  ['rename:/staff_list/0/name', (row) => expect(row).toHaveProperty('name_renamed')],
  ['missing:/staff_list/0/name', (row) => expect(row).not.toHaveProperty('name')],
  ['null:/staff_list/0/name', (row) => expect(row.name).toBeNull()],
  ['retype:/staff_list/0/status', (row) => expect(row.status).toBeTypeOf('string')],
  ['enum:/staff_list/0/status', (row) => expect(row.status).toBe(987_654)],
  ['extra:/staff_list/0/name', (row) => expect(row).toHaveProperty('name_sandbox')],
];

test.each(drifts)('drift %s changes that one field', async (drift, check) => {
  const { sandbox, weiban } = inProcess();
  const before = (await weiban.staff.list()).staff_list[1];
  sandbox.when('staffList', `drift:${drift}`);
  const { staff_list } = await weiban.staff.list();
  check({ ...staff_list[0] });
  expect(staff_list[1]).toEqual(before);
});

test('answers contain persons, each in one row', async () => {
  const { sandbox, weiban } = inProcess({ persons: 1000, rows: 1000 });
  expect(sandbox.persons).toHaveLength(1000);
  for (const field of ['name', 'phone', 'externalUserId', 'unionid'] as const) {
    expect(new Set(sandbox.persons.map((person) => person[field])).size).toBe(1000);
  }
  const customers = await collect(weiban.externalUser.list.items({ limit: 100 }));
  expect(customers.map(({ id, name }) => [id, name])).toEqual(
    sandbox.persons.map(({ externalUserId, name }) => [externalUserId, name]),
  );
  const { external_user } = await weiban.externalUser.get({ id: sandbox.persons[700]?.externalUserId ?? '' });
  expect(external_user).toMatchObject({ name: sandbox.persons[700]?.name });
});

test('sends webhooks that the receiver accepts', async () => {
  const events: unknown[] = [];
  const webhook = { token: 'token', encodingAesKey: 'a'.repeat(43), receiveId: 'ww-1' };
  const { listener } = createWebhookReceiver({
    ...webhook,
    onEvent: (received) => {
      events.push(received);
    },
  });
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // The cast is safe because a server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  try {
    await using sandbox = await startSandbox({ webhook: { ...webhook, url: `http://127.0.0.1:${port}/` } });
    const message = { event: 'work_order_change', change_type: 'create' };
    expect((await sandbox.sendWebhook(message)).status).toBe(200);
    expect(JSON.stringify(events)).toContain('work_order_change');
    await using silent = await startSandbox();
    await expect(silent.sendWebhook(message)).rejects.toThrow('has no address');
  } finally {
    server.close();
  }
});

test('a wrong path or method is refused with a clear message', async () => {
  const sandbox = createSandbox();
  const token = JSON.stringify({ corp_id: sandbox.corpId, secret: sandbox.secret });
  const issued = await sandbox.handle(
    new Request('http://x/open-api/access_token/get', { method: 'POST', body: token }),
  );
  const { access_token } = await issued.json();
  const answers: [path: string, status: number][] = [
    ['/open-api/tag/create', 405],
    ['/open-api/nowhere', 404],
  ];
  for (const [path, status] of answers) {
    const answer = await sandbox.handle(new Request(`http://x${path}?access_token=${access_token}`));
    expect(answer.status).toBe(status);
    expect(await answer.json()).toHaveProperty('sandbox');
  }
});
