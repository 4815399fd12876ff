import { expect, test } from 'vitest';
import { createWeiban } from '../../src/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { manualClock } from '../support/clocks.ts';

test('broadcasts and Moments are listed once they are created, with the time of sending in China', async () => {
  const clock = manualClock(Date.parse('2026-11-27T20:30:00Z'));
  const sandbox = createSandbox({ limits: false, rows: 30, clock });
  const weiban = createWeiban({
    corpId: sandbox.corpId,
    secret: sandbox.secret,
    limits: false,
    fetch: (url, init) => sandbox.handle(new Request(url, init)),
  });
  const range = { start_time: clock.now() / 1000 - 60, end_time: clock.now() / 1000 + 60 };
  const sentAt = '2026-11-28 04:30:00';
  const common = { name: '双十二', text: '活动开始。', create_staff_ext_id: 'zhangsan' };

  await weiban.groupMsg.add({ ...common, eu_ext_ids: ['wm1'] });
  const [toCustomers] = (await weiban.groupMsg.result(range)).missions;
  expect(toCustomers).toMatchObject({ name: '双十二', staff_ext_id: 'zhangsan', send_at: sentAt });

  const groups = { staff_ext_id_list: ['zhangsan'], group_ext_id_list: ['wr1'], attachments: [] };
  await weiban.customerGroupMsg.add({ ...common, ...groups });
  const [toGroups] = (await weiban.customerGroupMsg.result(range)).missions;
  expect(toGroups).toMatchObject({ name: '双十二', created_at: sentAt });

  await weiban.momentMessage.add({ ...common, staff_ext_ids: ['zhangsan'] });
  const [moment] = (await weiban.momentMessage.result({ ...range, limit: 5 })).moment_message_list;
  expect(moment).toMatchObject({ staff_ext_id: 'zhangsan', msgtime: sentAt });
});
