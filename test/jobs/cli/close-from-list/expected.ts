import { call } from '../../plain.ts';

const { workorder_list } = await call('workorder/list', {
  limit: 1,
});
// A closed ticket is an error of Weiban's: exit code 1.
console.log(JSON.stringify({ order: workorder_list[0]?.order_no, again: 1 }));
