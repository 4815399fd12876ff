import errors = require('weiban-openapi/errors');
import operations = require('weiban-openapi/operations');
import weibanOpenapi = require('weiban-openapi');

async function run(baseUrl: string): Promise<string> {
  const weiban: weibanOpenapi.Weiban = weibanOpenapi.createWeiban({ baseUrl });
  const { opportunity } = await weiban.opportunity.one({ serial_number: 'SJ20240305' });
  const name: string = opportunity.name;
  const caller = operations.createCaller({ baseUrl });
  if ((await operations.opportunityOne(caller, { id: 'no-such-id' }).result()).ok) throw new Error('result');
  const { error } = await weiban.opportunity.one({ id: 'no-such-id' }).result();
  if (!error?.is('OpportunityNotFound')) throw new Error('is');
  const code: 22201 = error.code;
  return `${name}, ${code} ${errors.describeError(error)[0]?.name}`;
}

export = { run };
