import { allRows, call } from '../../plain.ts';

const { department } = await call('department/list');
const staff = await allRows('staff/list', 'staff_list', { fields: '["department"]' });
const table = [];
for (const { id, name, parentid } of department) {
  let path = `/${name}`;
  let above = parentid;
  for (let step = 0; step < 20; step += 1) {
    const parent = department.find((entry: { id: number }) => entry.id === above);
    if (!parent) break;
    path = `/${parent.name}${path}`;
    above = parent.parentid;
  }
  const members = staff.filter((employee) => (employee.department ?? []).map(String).includes(String(id)));
  table.push([path, members.length]);
}
const known = department.map(({ id }: { id: number }) => String(id));
const ids = new Set(staff.flatMap((employee) => (employee.department ?? []).map(String)));
console.log(
  JSON.stringify({
    table,
    without: staff.filter((employee) => !employee.department?.length).length,
    unknown: [...ids].filter((id) => !known.includes(id)).length,
  }),
);
