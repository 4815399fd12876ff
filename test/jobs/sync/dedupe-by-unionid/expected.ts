import { allRows, call } from '../../plain.ts';

const persons: [string, string[]][] = [];
for (const { id, unionid } of await allRows('external_user/list', 'external_user_list')) {
  const key = unionid === null || unionid === undefined ? id : unionid;
  const person = persons.find(([known]) => known === key);
  if (person) person[1].push(id);
  else persons.push([key, [id]]);
}
const asked = persons.filter(([key]) => key[0] === 'o').map(([key]) => key);
const { result } = await call('external_user/unionid2eu_id', {}, { unionid_list: asked });
console.log(JSON.stringify({ persons, asked: asked.length, pairs: result.length, disagree: 0 }));
