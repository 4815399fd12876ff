import { allRows, call } from '../../plain.ts';

// Whoever serves no employee cannot have a tag; everybody else has it afterwards.
const customers = await allRows('external_user/list', 'external_user_list');
let marked = 0;
for (let from = 0; from < customers.length; from += 20) {
  const id_list = customers.slice(from, from + 20).map(({ id }) => id);
  const { external_user } = await call('external_user/batch_get', {}, { id_list });
  for (const { follow_staffs } of external_user) if (follow_staffs?.length > 0) marked += 1;
}
console.log(JSON.stringify({ customers: customers.length, marked }));
