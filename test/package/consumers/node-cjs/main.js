// A plain Node program in CommonJS, with nothing installed but the package.
const assert = require('node:assert/strict');
const { createWeiban, isWeibanError } = require('weiban-openapi');
const { describeError, ErrorCode } = require('weiban-openapi/errors');
const { createCaller, opportunityOne } = require('weiban-openapi/operations');
const bundle = require('weiban-openapi/openapi.json');

const weiban = createWeiban({ baseUrl: process.env.WEIBAN_URL });
const serial_number = 'SJ20240305';

async function main() {
  const { opportunity } = await weiban.opportunity.one({ serial_number });
  assert.equal(opportunity.name, '某某科技年度采购');

  const { data } = await weiban.http.GET('/open-api/opportunity/one', {
    params: { query: { serial_number } },
  });
  assert.equal(data.errcode, 0);

  const caller = createCaller({ baseUrl: process.env.WEIBAN_URL });
  assert.deepEqual((await opportunityOne(caller, { serial_number })).opportunity, opportunity);

  const { ok, error } = await weiban.opportunity.one({ id: 'no-such-id' }).result();
  assert(!ok && isWeibanError(error) && error.is('OpportunityNotFound'));
  assert.equal(error.code, ErrorCode.OpportunityNotFound);
  assert.match(describeError(error)[0].zh, /商机/);

  // Each form of the package recognises the errors of the other.
  const esm = await import('weiban-openapi');
  assert(esm.isWeibanError(error) && esm.createWeiban !== createWeiban);
  const texts = await import('weiban-openapi/errors');
  assert.deepEqual(texts.describeError(error), describeError(error));

  console.log(`${opportunity.name}, ${error.reason}, OpenAPI ${bundle.openapi}`);
}
main();
