import { allRows } from '../../plain.ts';

const ids = (await allRows('external_user/list', 'external_user_list')).map(({ id }) => id);
console.log(JSON.stringify(ids.slice(5, 10).sort()));
