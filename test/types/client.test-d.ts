// Written like a consumer's code, with the package's public name: a release compiles the previous release's
// version of this file against its own build.
import { assertType, expectTypeOf, test } from 'vitest';
import type * as Main from 'weiban-openapi';
import { createWeiban, type ErrorName, type ErrorOf, isWeibanError, WeibanApiError } from 'weiban-openapi';
import {
  all,
  batches,
  type Customer,
  type CustomerDetail,
  contactWayStoreList,
  createCaller,
  type ExternalUserListResult,
  externalUserBatchGet,
  externalUserList,
  items,
  type LtcGoodsListItem,
  opportunityOne,
  orderImportShop,
  pages,
} from 'weiban-openapi/operations';

const weiban = createWeiban({ corpId: 'c', secret: 's' });
const caller = createCaller({ corpId: 'c', secret: 's' });

test('a misspelt parameter does not compile, alone or next to a correct one', () => {
  weiban.opportunity.one({ serial_number: 'x', id: '1' });
  // @ts-expect-error the API's name is serial_number
  weiban.opportunity.one({ serialNumber: 'x' });
  // @ts-expect-error the same next to a correct one
  weiban.opportunity.one({ id: '1', serial_nubmer: 'x' });
  // @ts-expect-error the same in the function form
  opportunityOne(caller, { id: '1', serial_nubmer: 'x' });
  // @ts-expect-error ids are strings here
  weiban.opportunity.one({ id: 1 });
  // @ts-expect-error a required parameter is missing
  weiban.tagGroup.add({ tag_group: 'g' });
});

test('a call that needs one of several arguments does not compile without any of them', () => {
  weiban.opportunity.one({ id: '1' });
  weiban.externalUser.batchGet({ unionid_list: ['u'] });
  // @ts-expect-error neither id nor serial_number
  weiban.opportunity.one({});
  // @ts-expect-error the same without arguments
  weiban.opportunity.one();
  // @ts-expect-error neither id_list nor unionid_list
  weiban.externalUser.batchGet({});
  // @ts-expect-error the same for the members
  weiban.externalUser.batchGet.all({});
  // @ts-expect-error the same in the function form
  opportunityOne(caller, {});
  // @ts-expect-error required and one of several
  weiban.tag.add({ tag_id_list: ['t'] });
  const id: string | undefined = process.env.ID;
  // @ts-expect-error it may be missing
  weiban.opportunity.one({ id });
});

test('the main entry exports the types of the API', () => {
  expectTypeOf<Main.Customer>().toEqualTypeOf<Customer>();
  expectTypeOf<Main.CustomerDetail>().toEqualTypeOf<CustomerDetail>();
  expectTypeOf<Main.ExternalUserListResult>().toEqualTypeOf<ExternalUserListResult>();
  expectTypeOf<Main.TagListItem>().not.toBeAny();
  expectTypeOf<Main.OpportunityOneParams>().not.toBeAny();
});

test('a list takes only the ways to walk that it can do, and one at a time', () => {
  const signal = AbortSignal.timeout(1);
  weiban.externalUser.list.items({}, { concurrency: 3, signal });
  weiban.externalUser.list.items({}, { order: 'last-first', signal });
  // @ts-expect-error the two exclude each other
  weiban.externalUser.list.items({}, { concurrency: 2, order: 'last-first' });
  // @ts-expect-error a list that does not count its rows
  weiban.contactWay.storeList.items({}, { concurrency: 2 });
  // @ts-expect-error neither does it page by offset
  weiban.contactWay.storeList.items({}, { order: 'last-first' });
  weiban.contactWay.storeList.items({}, { signal });
  items(externalUserList, weiban, {}, { concurrency: 2 });
  // @ts-expect-error the same in the function form
  items(externalUserList, weiban, {}, { concurrency: 2, order: 'last-first' });
  // @ts-expect-error the same
  items(contactWayStoreList, weiban, {}, { concurrency: 2 });
});

test('both forms have the same type, and it is not any', async () => {
  const value = await weiban.opportunity.one({ id: '1' });
  expectTypeOf(value).not.toBeAny();
  expectTypeOf(value.opportunity.name).toEqualTypeOf<string>();
  expectTypeOf(value.opportunity.stage.name).toEqualTypeOf<string>();
  expectTypeOf(await opportunityOne(caller, { id: '1' })).toEqualTypeOf(value);
  expectTypeOf(value).not.toHaveProperty('errcode');
});

test('errcode === 0 narrows through weiban.http', async () => {
  const { data } = await weiban.http.GET('/open-api/opportunity/one', { params: { query: { id: '1' } } });
  if (!data) return;
  // @ts-expect-error it may be a failure
  data.opportunity;
  if (data.errcode === 0) {
    expectTypeOf(data.opportunity.name).toEqualTypeOf<string>();
  } else {
    expectTypeOf(data.errmsg).toEqualTypeOf<string>();
    expectTypeOf(data).not.toHaveProperty('opportunity');
  }
});

test('.is takes only the names of this operation and the global ones, and narrows the code', async () => {
  const { error } = await weiban.opportunity.one({ id: '1' }).result();
  if (!error) return;
  // @ts-expect-error a name of another operation
  error.is('TagGroupNameTaken');
  error.is('AccessTokenInvalid');
  if (error.is('OpportunityNotFound')) {
    expectTypeOf(error.code).toEqualTypeOf<22201>();
    expectTypeOf(error.kind).toEqualTypeOf<'api' | 'limit'>();
  }
});

test('an outcome is a value or an error', async () => {
  const outcome = await weiban.opportunity.one({ id: '1' }).result();
  if (outcome.ok) expectTypeOf(outcome.value.opportunity.id).toEqualTypeOf<number>();
  else expectTypeOf(outcome.error.reason).not.toBeAny();
  // @ts-expect-error it may not exist
  outcome.value.opportunity;
});

test('a switch over reason is exhaustive', async () => {
  const { error } = await weiban.opportunity.one({ id: '1' }).result();
  if (!error) return;
  switch (error.reason) {
    case 'OpportunityNotFound':
    case 'OpportunityIdOrSerialNumberRequired':
    case 'AccessTokenInvalid':
    case 'CallRateLimitExceeded':
    case 'ConcurrencyLimitExceeded':
    case undefined:
      break;
    default:
      assertType<never>(error.reason);
  }
  switch (error.reason) {
    case 'OpportunityNotFound':
      break;
    default:
      // @ts-expect-error the other reasons remain
      assertType<never>(error.reason);
  }
});

test('a caught error narrows, and no class narrows to any', () => {
  const caught: unknown = new Error();
  if (isWeibanError(caught)) {
    expectTypeOf(caught).toEqualTypeOf<ErrorOf<ErrorName>>();
    if (caught.is('TagNameEmpty')) expectTypeOf(caught.code).toEqualTypeOf<20314>();
  }
  if (caught instanceof WeibanApiError) {
    expectTypeOf(caught).not.toBeAny();
    expectTypeOf(caught.reason).toEqualTypeOf<ErrorName | undefined>();
  }
});

test('the error of one operation is assignable to any error', async () => {
  const { error } = await weiban.opportunity.one({ id: '1' }).result();
  if (error) assertType<ErrorOf<ErrorName>>(error);
});

test('unknown options do not compile', () => {
  // @ts-expect-error the name is corpId
  createWeiban({ corp_id: 'c' });
  // @ts-expect-error a signal, not a controller
  weiban.staff.list({}, { signal: new AbortController() });
  createWeiban({ corpId: process.env.X, secret: process.env.Y });
});

test('walking a list by rows or by pages is typed by its rows', async () => {
  for await (const customer of weiban.externalUser.list.items({ staff_id: 'a' })) {
    expectTypeOf(customer).toEqualTypeOf<Customer>();
  }
  for await (const page of weiban.externalUser.list.pages({}, { order: 'last-first' })) {
    expectTypeOf(page).toEqualTypeOf<ExternalUserListResult>();
  }
  for await (const goods of weiban.ltc.goodsList.items({ limit: 1 })) {
    expectTypeOf(goods).toEqualTypeOf<LtcGoodsListItem>();
  }
  // @ts-expect-error no such argument
  weiban.externalUser.list.items({ staff: 'a' });
  // @ts-expect-error not a list
  weiban.opportunity.one.items({ id: '1' });
  // @ts-expect-error a list that needs arguments
  weiban.contact.list.items();
});

test('the function form walks lists, and nothing else', async () => {
  for await (const customer of items(externalUserList, weiban, { staff_id: 'a' })) {
    expectTypeOf(customer).toEqualTypeOf<Customer>();
  }
  for await (const page of pages(externalUserList, weiban, {})) {
    expectTypeOf(page).toEqualTypeOf<ExternalUserListResult>();
  }
  // @ts-expect-error not a list
  items(opportunityOne, weiban, { id: '1' });
  // @ts-expect-error no such argument
  items(externalUserList, weiban, { staff: 'a' });
});

test('a long list is typed by its items, its answers and its rows', async () => {
  const customers = await weiban.externalUser.batchGet.all({ id_list: ['a'] }, { concurrency: 2 });
  expectTypeOf(customers).toEqualTypeOf<CustomerDetail[]>();
  for await (const batch of weiban.leads.batchImport.batches({ sea_id: 1, leads_list: [{ phone: '1' }] })) {
    expectTypeOf(batch.items[0]?.phone).toEqualTypeOf<string | undefined>();
    expectTypeOf(batch.to).toEqualTypeOf<number>();
    if (batch.ok) expectTypeOf(batch.value.fail_list).toEqualTypeOf<Record<string, string> | null>();
    else if (batch.error.is('LeadPoolNotFound')) expectTypeOf(batch.error.code).not.toBeAny();
    // @ts-expect-error a name of another operation
    batch.error?.is('TagGroupNameTaken');
  }
  for await (const { items } of weiban.externalUser.unionid2euId.batches({ unionid_list: ['a'] })) {
    expectTypeOf(items).toEqualTypeOf<readonly (string | { unionid: string; openid: string })[]>();
  }
  // The call itself is the same as before.
  expectTypeOf((await weiban.externalUser.batchGet({ id_list: ['a'] })).external_user).toEqualTypeOf(
    customers,
  );
  // @ts-expect-error a write reports each call and has no rows
  weiban.leads.batchImport.all({ sea_id: 1, leads_list: [] });
  // @ts-expect-error no long list
  weiban.opportunity.one.batches({ id: '1' });
  // @ts-expect-error an option of `.batches()`
  weiban.externalUser.batchGet.all({ id_list: [] }, { onFailure: 'continue' });
  // @ts-expect-error no such argument
  weiban.externalUser.batchGet.all({ ids: ['a'] });
});

test('the function form sends long lists, and nothing else', async () => {
  expectTypeOf(await all(externalUserBatchGet, caller, { id_list: ['a'] })).toEqualTypeOf<CustomerDetail[]>();
  for await (const batch of batches(orderImportShop, caller, { shop_list: [] })) {
    expectTypeOf(batch.items[0]?.shop_name).toEqualTypeOf<string | undefined>();
    if (!batch.ok && batch.error.is('ShopImportFailed')) expectTypeOf(batch.error.kind).not.toBeAny();
  }
  // @ts-expect-error a write has no rows
  all(orderImportShop, caller, { shop_list: [] });
  // @ts-expect-error no long list
  batches(opportunityOne, caller, { id: '1' });
  // @ts-expect-error no such argument
  all(externalUserBatchGet, caller, { ids: ['a'] });
});
