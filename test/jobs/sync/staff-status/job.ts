// Which employees are activated, disabled or gone, and who of them may have customers.
import { createWeiban } from 'weiban-openapi';

const STATUS = { 1: 'activated', 2: 'disabled', 4: 'inactive' } as Record<number, string>;
const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const counts: Record<string, number> = {};
const withCustomers: string[] = [];
for await (const employee of weiban.staff.list.items({ limit: 50 }, { concurrency: 3 })) {
  const status = STATUS[employee.status ?? 0] ?? 'unknown';
  counts[status] = (counts[status] ?? 0) + 1;
  if (employee.external_contact_able) withCustomers.push(employee.id);
}
console.log(JSON.stringify({ counts: Object.entries(counts).sort(), withCustomers }));
