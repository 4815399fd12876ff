// A unit test without a server: a mail goes to customers that have a birthday, and none when Weiban says "no".
import { setupServer } from 'msw/node';
import { createWeiban, type Weiban } from 'weiban-openapi';
import { createSandbox, weibanHandler, weibanHandlers } from 'weiban-openapi/msw';

async function greet(weiban: Weiban, id: string): Promise<string> {
  const outcome = await weiban.workorder.detail({ order_no: id }).result();
  if (outcome.ok) return `ticket ${outcome.value.work_order.title}`;
  return outcome.error.is('TicketNotFound') ? 'no such ticket' : outcome.error.kind;
}

const credentials = { corpId: 'corp', secret: 'secret' };
const sandbox = createSandbox(credentials);
const server = setupServer(...weibanHandlers({ sandbox }));
server.listen({ onUnhandledRequest: 'error' });
const weiban = createWeiban(credentials);
server.use(
  weibanHandler('workorderDetail', ({ params, fail }) =>
    params.order_no === 'gone' ? fail('TicketNotFound') : undefined,
  ),
  weibanHandler('departmentList', ({ ok }) => ok({ department: [] })),
);
sandbox.when('staffList', 'error:AccessTokenInvalid', { times: 1 });
sandbox.put('staffList', { id: 'lisi', name: '李四' });

const texts = [await greet(weiban, 'gone'), (await greet(weiban, '1400000000000000001')).slice(0, 6)];
const { department } = await weiban.department.list();
const { staff_list } = await weiban.staff.list({ limit: 1 });
server.close();
console.log(JSON.stringify({ texts, departments: department.length, first: staff_list[0]?.name }));
