// npm run try: a local server that answers as Weiban does, one call that succeeds and one that fails.

import { describeError } from '../src/errors.ts';
import { createWeiban } from '../src/index.ts';
import { startFakeWeiban } from '../test/support/fake-weiban.ts';
import { opportunity } from '../test/support/opportunity.ts';

const credentials = { corpId: 'example-corp', secret: 'example-secret' };
const server = await startFakeWeiban({
  ...credentials,
  opportunities: { [opportunity.serial_number]: opportunity },
});
try {
  const weiban = createWeiban({ ...credentials, baseUrl: server.url });

  const found = await weiban.opportunity.one({ serial_number: opportunity.serial_number });
  console.log(`${found.opportunity.name}: ${found.opportunity.stage.name}`);

  const outcome = await weiban.opportunity.one({ id: 'no-such-id' }).result();
  if (!outcome.ok && outcome.error.is('OpportunityNotFound')) {
    console.log(`${outcome.error.code} OpportunityNotFound`);
  }
  if (!outcome.ok) {
    console.log(outcome.error.message);
    for (const { en, advice } of describeError(outcome.error)) console.log(`${en} ${advice}`);
  }
} finally {
  await server.close();
}
