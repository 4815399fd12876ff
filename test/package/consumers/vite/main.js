// A page calls through a server on its own origin. A real page keeps the secret on that server.
import { createWeiban } from 'weiban-openapi';
import { describeError } from 'weiban-openapi/errors';

const result = document.querySelector('#result');
try {
  const weiban = createWeiban({
    baseUrl: location.origin,
    corpId: import.meta.env.WEIBAN_CORP_ID,
    secret: import.meta.env.WEIBAN_SECRET,
  });
  const { opportunity } = await weiban.opportunity.one({ serial_number: 'SJ20240305' });
  const { data } = await weiban.http.GET('/open-api/opportunity/one', {
    params: { query: { serial_number: 'SJ20240305' } },
  });
  const { error } = await weiban.opportunity.one({ id: 'no-such-id' }).result();
  const customers = await Array.fromAsync(weiban.externalUser.list.items({ limit: 100 }));
  if (data.errcode !== 0 || describeError(error).length === 0)
    throw new Error('an answer is not as expected');
  result.textContent = `${opportunity.name}, ${customers.length} customers, ${error.reason}`;
  result.dataset.state = 'done';
} catch (error) {
  result.textContent = String(error);
  result.dataset.state = 'failed';
}
