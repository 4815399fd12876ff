// npm run try: the sandbox, one call that succeeds and one that fails; nothing leaves the machine.

import { createWeiban } from 'weiban-openapi';
import { describeError } from 'weiban-openapi/errors';
import { startSandbox } from 'weiban-openapi/sandbox';

const sandbox = await startSandbox();
try {
  const weiban = createWeiban(sandbox.clientOptions);

  const { tag_list } = await weiban.tag.list({ limit: 3 });
  for (const { tag_group, tag_name } of tag_list) console.log(`${tag_group}: ${tag_name}`);

  const outcome = await weiban.opportunity.one({ id: 'no-such-id' }).result();
  if (!outcome.ok && outcome.error.is('OpportunityNotFound')) {
    console.log(`${outcome.error.code} OpportunityNotFound`);
  }
  if (!outcome.ok) {
    console.log(outcome.error.message);
    for (const { en, advice } of describeError(outcome.error)) console.log(`${en} ${advice}`);
  }
} finally {
  await sandbox.close();
}
