import { allRows } from '../../plain.ts';

const customers = await allRows('external_user/list', 'external_user_list');
const ids = customers.filter(({ type, gender }) => type === 1 && gender === 2).map(({ id }) => id);
console.log(JSON.stringify({ selected: ids.length, ids, found: [true] }));
