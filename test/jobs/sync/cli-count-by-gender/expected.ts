import { allRows } from '../../plain.ts';

const count = new Map<string, number>();
for (const { gender, type } of await allRows('external_user/list', 'external_user_list'))
  count.set(`${gender}-${type}`, (count.get(`${gender}-${type}`) ?? 0) + 1);
console.log(JSON.stringify([...count].sort()));
