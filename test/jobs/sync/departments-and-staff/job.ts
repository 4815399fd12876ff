// How many employees each department has, with the path of its name.
import { createWeiban } from 'weiban-openapi';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const { department } = await weiban.department.list();
const byId = new Map(department.map((entry) => [entry.id, entry]));
function pathOf(id: number, below = 0): string {
  const entry = byId.get(id);
  if (!entry || below > 20) return '';
  return `${pathOf(entry.parentid, below + 1)}/${entry.name}`;
}

const counts = new Map<number, number>();
let without = 0;
for await (const { department: ids = [] } of weiban.staff.list.items({
  fields: ['department'],
  limit: 100,
})) {
  if (ids.length === 0) without += 1;
  for (const id of ids) counts.set(Number(id), (counts.get(Number(id)) ?? 0) + 1);
}
const table = department.map(({ id }) => [pathOf(id), counts.get(id) ?? 0]);
const unknown = [...counts].filter(([id]) => !byId.has(id)).length;
console.log(JSON.stringify({ table, without, unknown }));
