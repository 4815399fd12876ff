import { describe, expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';

function inProcess(rows = 30) {
  const sandbox = createSandbox({ limits: false, rows });
  const weiban = createWeiban({
    corpId: sandbox.corpId,
    secret: sandbox.secret,
    limits: false,
    fetch: (url, init) => sandbox.handle(new Request(url, init)),
  });
  return { sandbox, weiban };
}

type Weiban = ReturnType<typeof inProcess>['weiban'];

/** A customer's tags at each employee, as both queries of customers answer them. */
async function tagsOf(weiban: Weiban, id: string) {
  const { external_user } = await weiban.externalUser.get({ id });
  const [inBatch] = await weiban.externalUser.batchGet.all({ id_list: [id] });
  return [external_user, inBatch].map((customer) =>
    (customer?.follow_staffs ?? []).map(({ tags, internal_tags }) =>
      [...(tags ?? []), ...(internal_tags ?? [])].map(({ name }) => name),
    ),
  );
}

async function firstCustomer(weiban: Weiban): Promise<{ id: string; unionid: string }> {
  const [customer] = (await weiban.externalUser.list({ limit: 1 })).external_user_list;
  return { id: customer?.id ?? '', unionid: customer?.unionid ?? '' };
}

async function firstTag(weiban: Weiban) {
  const [tag] = (await weiban.tag.list({ limit: 1 })).tag_list;
  return { id: tag?.tag_id ?? '', name: tag?.tag_name ?? '', group: tag?.tag_group ?? '' };
}

describe('tags of customers are remembered', () => {
  test('company tags by id, for every employee of the customer', async () => {
    const { weiban, sandbox } = inProcess();
    const { id } = await firstCustomer(weiban);
    const tag = await firstTag(weiban);
    const before = await tagsOf(weiban, id);
    await weiban.tag.batchUpdate({ external_user_id: id, add_tag_id_list: [tag.id, tag.id] });
    for (const relations of await tagsOf(weiban, id))
      for (const names of relations) expect(names.filter((name) => name === tag.name)).toHaveLength(1);
    await weiban.tag.batchUpdate({ external_user_id: id, remove_tag_id_list: [tag.id] });
    expect(await tagsOf(weiban, id)).toEqual(before);
    await weiban.tag.batchUpdate({ external_user_id: id, add_tag_id_list: [tag.id] });
    sandbox.reset();
    expect(await tagsOf(weiban, id)).toEqual(before);
  });

  test('company tags by name, which are created with their group', async () => {
    const { weiban } = inProcess();
    const { unionid, id } = await firstCustomer(weiban);
    for (const tag_name of ['到场', '成交'])
      await weiban.tag.add({ tag_group: '活动2026', tag_name, external_user_unionid: unionid });
    for (const relations of await tagsOf(weiban, id))
      for (const names of relations) expect(names).toEqual(expect.arrayContaining(['到场', '成交']));
    const [one, other] = await Promise.all(
      ['到场', '成交'].map((tag_name) => weiban.tag.detail({ tag_group: '活动2026', tag_name })),
    );
    expect(one?.tag_group_id).toBe(other?.tag_group_id);
  });

  test('personal tags, at one employee', async () => {
    const { weiban } = inProcess();
    const { id } = await firstCustomer(weiban);
    const [staff] = (await weiban.staff.list({ limit: 1 })).staff_list;
    const tag = { external_user_id: id, staff_id: staff?.id, tag_name: '老朋友' };
    await weiban.tag.internalAdd(tag);
    for (const relations of await tagsOf(weiban, id))
      expect(relations.filter((names) => names.includes('老朋友'))).toHaveLength(1);
    await weiban.tag.internalRemove(tag);
    expect((await tagsOf(weiban, id)).flat(2)).not.toContain('老朋友');
  });

  test('other customers keep theirs', async () => {
    const { weiban } = inProcess();
    const [first, second] = (await weiban.externalUser.list({ limit: 2 })).external_user_list;
    const before = await tagsOf(weiban, second?.id ?? '');
    await weiban.tag.internalAdd({ external_user_id: first?.id ?? '', tag_name: '老朋友' });
    expect(await tagsOf(weiban, second?.id ?? '')).toEqual(before);
  });
});

describe('calls that name something unknown get the documented error', () => {
  const calls: [string, (weiban: Weiban, id: string, tag: string) => PromiseLike<unknown>][] = [
    ['TaggingCustomerNotFound', ({ tag }, _, tagId) => update(tag, { id: 'wmNobody', add: [tagId] })],
    ['TaggingCustomerNotFound', ({ tag }, id, tagId) => update(tag, { id, add: [tagId], staff: 'nobody' })],
    ['TagIdToAddInvalid', ({ tag }, id) => update(tag, { id, add: ['etNone'] })],
    ['TagIdToRemoveInvalid', ({ tag }, id) => update(tag, { id, add: [], remove: ['etNone'] })],
    ['TagIdsRequired', ({ tag }, id) => update(tag, { id, add: [] })],
    ['TaggingCustomerIdInvalid', ({ tag }) => tag.internalAdd({ external_user_id: 'wmNo', tag_name: '甲' })],
    [
      'TaggingCustomerUnionidInvalid',
      ({ tag }) => tag.internalRemove({ external_user_unionid: 'oNobody', tag_name: '甲' }),
    ],
    [
      'TaggingStaffNotFound',
      ({ tag }, id) => tag.internalAdd({ external_user_id: id, staff_id: 'nobody', tag_name: '甲' }),
    ],
  ];

  function update(
    tag: Weiban['tag'],
    { id, add, remove = [], staff }: { id: string; add: string[]; remove?: string[]; staff?: string },
  ) {
    const lists = { add_tag_id_list: add, remove_tag_id_list: remove };
    return tag.batchUpdate({ external_user_id: id, staff_id: staff, ...lists });
  }

  test.each(calls)('%s', async (reason, call) => {
    const { weiban } = inProcess();
    const { id } = await firstCustomer(weiban);
    const { id: tag } = await firstTag(weiban);
    await expect(call(weiban, id, tag)).rejects.toMatchObject({ reason });
  });

  test('names of groups and tags that are taken', async () => {
    const { weiban } = inProcess();
    const again = () => weiban.tagGroup.add({ tag_group: '渠道', tag_name_list: ['抖音'] });
    await again();
    await expect(again()).rejects.toMatchObject({ reason: 'TagGroupNameTaken' });
    const { tag_group_id } = await weiban.tag.detail({ tag_group: '渠道', tag_name: '抖音' });
    const create = (name: string) => weiban.tag.create({ tag_group_id, tag_name_list: [name] });
    await create('展会');
    await expect(create('展会')).rejects.toMatchObject({ reason: 'TagNameTaken' });
  });
});

test('ids of customers turn into their other ids, in both directions; an unknown one is empty', async () => {
  const { weiban } = inProcess();
  const { external_user_list } = await weiban.externalUser.list({ limit: 3 });
  const pairs = external_user_list.map(({ id, unionid }) => ({
    external_user_id: id,
    unionid: unionid ?? '',
  }));
  const unionids = pairs.map(({ unionid }) => unionid);
  const ids = pairs.map(({ external_user_id }) => external_user_id);
  expect(await weiban.externalUser.unionid2euId.all({ unionid_list: [...unionids, 'oNobody'] })).toEqual([
    ...pairs,
    { external_user_id: '', unionid: 'oNobody' },
  ]);
  expect(await weiban.externalUser.euId2unionid.all({ external_user_ids: ids })).toEqual(pairs);
});
