// A plain Node program as ECMAScript modules, with nothing installed but the package.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createWeiban, isWeibanError } from 'weiban-openapi';
import { describeError } from 'weiban-openapi/errors';
import { createCaller, opportunityOne } from 'weiban-openapi/operations';

// Corp id and secret come from the environment.
const weiban = createWeiban({ baseUrl: process.env.WEIBAN_URL });
const serial_number = 'SJ20240305';

const { opportunity } = await weiban.opportunity.one({ serial_number });
assert.equal(opportunity.name, '某某科技年度采购');

const { data } = await weiban.http.GET('/open-api/opportunity/one', { params: { query: { serial_number } } });
assert.equal(data?.errcode, 0);

const caller = createCaller({ baseUrl: process.env.WEIBAN_URL });
assert.deepEqual((await opportunityOne(caller, { serial_number })).opportunity, opportunity);

const customers = new Set();
for await (const { id } of weiban.externalUser.list.items({ limit: 100 })) customers.add(id);
assert.equal(customers.size, 150);

const error = await weiban.opportunity.one({ id: 'no-such-id' }).catch((thrown) => thrown);
assert(isWeibanError(error) && error.is('OpportunityNotFound'));
assert.match(describeError(error)[0].zh, /商机/);

// The command keeps its token from one run to the next.
const env = {
  ...process.env,
  WEIBAN_BASE_URL: process.env.WEIBAN_URL,
  XDG_CACHE_HOME: `${process.cwd()}/.cache`,
};
const ask = () =>
  execFileSync('node_modules/.bin/weiban', ['token', '--lang', 'en'], { env, encoding: 'utf8' });
assert.doesNotMatch(ask(), /cached/);
assert.match(ask(), /cached token/);

console.log(`${opportunity.name}, ${customers.size} customers, ${error.reason}`);
