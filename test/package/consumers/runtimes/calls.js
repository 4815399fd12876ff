// The same calls for every runtime. Only what all of them have: no module of Node's.
import { createWeiban, isWeibanError } from 'weiban-openapi';
import { describeError } from 'weiban-openapi/errors';
import { createCaller, opportunityOne } from 'weiban-openapi/operations';

const serial_number = 'SJ20240305';

/** Calls the server in every way that the package offers. Resolves to a summary; throws if an answer is not as expected. */
export async function makeCalls(options) {
  const weiban = createWeiban(options);
  // One token for calls that begin together.
  const [{ opportunity }, { data }, viaFetch] = await Promise.all([
    weiban.opportunity.one({ serial_number }),
    weiban.http.GET('/open-api/opportunity/one', { params: { query: { serial_number } } }),
    weiban.fetch(`/open-api/opportunity/one?serial_number=${serial_number}`),
  ]);
  equal(data?.errcode, 0);
  equal((await viaFetch.json()).opportunity?.name, opportunity.name);
  equal((await opportunityOne(createCaller(options), { serial_number })).opportunity.name, opportunity.name);

  const customers = new Set();
  for await (const { id } of weiban.externalUser.list.items({ limit: 100 }, { concurrency: 2 }))
    customers.add(id);
  equal(customers.size, 150);

  const { error } = await weiban.opportunity.one({ id: 'no-such-id' }).result();
  equal(isWeibanError(error) && error.is('OpportunityNotFound'), true);
  equal(describeError(error)[0].zh, '商机不存在');

  const reason = await weiban.opportunity
    .one({ serial_number }, { signal: AbortSignal.abort('enough') })
    .catch((thrown) => thrown);
  equal(reason, 'enough');
  await refuseRedirects(options);
  return `${opportunity.name}, ${customers.size} customers, ${error.reason}`;
}

/** A runtime that follows redirects would take the token to another server. */
async function refuseRedirects(options) {
  const paths = [];
  const weiban = createWeiban({
    ...options,
    fetch: (url, init) => {
      paths.push(new URL(url).pathname);
      // The real fetch of this runtime gets the redirect from a server that has no such page.
      return fetch(url.includes('/staff/list') ? options.redirectUrl : url, init);
    },
  });
  const { error } = await weiban.staff.list().result();
  equal(error?.kind, 'transport');
  equal(/redirect/.test(error.message), true);
  equal(paths.filter((path) => path.endsWith('/staff/list')).length, 1);
}

function equal(found, wanted) {
  if (found !== wanted) throw new Error(`found ${found} in place of ${wanted}`);
}
