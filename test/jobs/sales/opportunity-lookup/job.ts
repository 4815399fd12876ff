// Our ERP knows serial numbers: look each up, and tell which Weiban does not know.
import { createWeiban } from 'weiban-openapi';
import type { Opportunity } from 'weiban-openapi/operations';

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_BASE_URL });

const found: Record<string, string> = {};
const missing: string[] = [];
const summary = ({ name, staff, expect_amount }: Opportunity): string =>
  `${name} / ${staff.name} / ${expect_amount}`;
for (const serial_number of ['SJ20240305', 'sandbox:error:OpportunityNotFound', 'SJ-none']) {
  const outcome = await weiban.opportunity.one({ serial_number }).result();
  if (outcome.ok) found[serial_number] = summary(outcome.value.opportunity);
  else if (outcome.error.is('OpportunityNotFound')) missing.push(serial_number);
  else throw outcome.error;
}
console.log(JSON.stringify({ found, missing }));
