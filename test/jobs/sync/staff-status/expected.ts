import { allRows } from '../../plain.ts';

let [activated, disabled, inactive, unknown] = [0, 0, 0, 0];
const withCustomers = [];
for (const employee of await allRows('staff/list', 'staff_list')) {
  if (employee.status === 1) activated += 1;
  else if (employee.status === 2) disabled += 1;
  else if (employee.status === 4) inactive += 1;
  else unknown += 1;
  if (employee.external_contact_able === true) withCustomers.push(employee.id);
}
const counts = Object.entries({ activated, disabled, inactive, unknown }).filter(([, count]) => count > 0);
console.log(JSON.stringify({ counts, withCustomers }));
