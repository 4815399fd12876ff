import { createWeiban, type ErrorOf, isWeibanError, type Outcome, type Weiban } from 'weiban-openapi';
import { describeError, ErrorCode } from 'weiban-openapi/errors';
import { createCaller, externalUserList, items, opportunityOne } from 'weiban-openapi/operations';
import type { components, operations, paths } from 'weiban-openapi/types';

type Query = NonNullable<paths['/open-api/opportunity/one']['get']['parameters']['query']>;
type Same = operations['opportunityOne'] extends paths['/open-api/opportunity/one']['get'] ? true : never;
const same: Same = true;
const query = { serial_number: 'SJ20240305' } satisfies Query;

function nameOf(opportunity: Pick<components['schemas']['Opportunity'], 'name'>): string {
  return opportunity.name;
}

export async function run(baseUrl: string): Promise<string> {
  const weiban: Weiban = createWeiban({ baseUrl });
  const { opportunity } = await weiban.opportunity.one(query);
  const name: string = nameOf(opportunity);
  // @ts-expect-error the API's name is serial_number
  void (() => weiban.opportunity.one({ serialNumber: 'x' }));

  const { data } = await weiban.http.GET('/open-api/opportunity/one', { params: { query } });
  if (data?.errcode !== 0 || data.opportunity.name !== name) throw new Error('weiban.http');

  const caller = createCaller({ baseUrl });
  if ((await opportunityOne(caller, query)).opportunity.name !== name) throw new Error('opportunityOne');
  let customers = 0;
  for await (const customer of items(externalUserList, caller, { limit: 100 })) {
    const id: string = customer.id;
    customers += id.length > 0 ? 1 : 0;
  }

  type Name = 'OpportunityNotFound' | 'OpportunityIdOrSerialNumberRequired';
  const outcome: Outcome<{ opportunity: { name: string } }, Name> = await weiban.opportunity
    .one({ id: 'no-such-id' })
    .result();
  const error: ErrorOf<Name> | undefined = outcome.error;
  if (!error?.is('OpportunityNotFound')) throw new Error('result');
  const code: 22201 = error.code;
  if (code !== ErrorCode.OpportunityNotFound || !isWeibanError(error)) throw new Error('code');
  return `${name}, ${customers} customers, ${describeError(error)[0]?.name}, ${same}`;
}
