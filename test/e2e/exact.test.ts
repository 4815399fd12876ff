import { expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { serveWeiban } from '../support/over-server.ts';

const period = { start_time: 1704067200, end_time: 1706745599 };

const sops = (corpId: string, id: string) => ({
  body: `{"errcode":0,"errmsg":"ok","result":[{"corp_id":${corpId},"id":${id}}],"total":1}`,
});

test.each([
  ['1700000000000000201', '1700000000000000201'],
  ['12', '12'],
  ['"1700000000000000201"', '1700000000000000201'],
])('an exact field becomes a string of its digits: %s', async (sent, want) => {
  const { server, weiban } = await serveWeiban();
  server.answer('staff_sop/list', () => sops(sent, '7'));
  const { result } = await weiban.staffSop.list(period);
  expect(result[0]).toMatchObject({ corp_id: want, id: 7 });
  const { data } = await weiban.http.GET('/open-api/staff_sop/list', { params: { query: period } });
  expect(data).toMatchObject({ errcode: 0, result: [{ corp_id: want, id: 7 }] });
});

test('a large integer elsewhere keeps its digits and is reported', async () => {
  const { server } = await serveWeiban();
  const reported: unknown[] = [];
  const weiban = createWeiban({
    corpId: 'corp-1',
    secret: 'secret-of-corp-1',
    baseUrl: server.url,
    hooks: { onLargeInteger: (found) => reported.push(found) },
  });
  server.answer('staff_sop/list', () => sops('1700000000000000201', '9007199254740993'));
  const { result } = await weiban.staffSop.list(period);
  expect(result[0]).toMatchObject({ id: '9007199254740993' });
  await weiban.http.GET('/open-api/staff_sop/list', { params: { query: period } });
  const event = { operation: 'staffSopList', digits: '9007199254740993' };
  expect(reported).toEqual([event, event]);
});

test('a list in a query is sent in the form of its operation, by method and by path', async () => {
  const { server, weiban } = await serveWeiban();
  server.answer('batch_add_customer/sub_mission/list', () => ({}));
  const query = { source_list: ['a', 'b'] };
  await weiban.batchAddCustomer.subMissionList(query as never).result();
  await weiban.http.GET('/open-api/batch_add_customer/sub_mission/list', {
    params: { query: query as never },
  });
  const seen = server
    .seenAt('batch_add_customer/sub_mission/list')
    .map((request) => request.query.getAll('source_list'));
  expect(seen).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});
