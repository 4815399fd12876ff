import { startFakeWeiban } from '../support/fake-weiban.ts';
import { opportunity } from '../support/opportunity.ts';

/** A local server that answers as Weiban does, and the environment that a consumer project is told of it by. */
export interface Api {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  /** How many calls came, those for tokens not counted. */
  calls(): number;
  close(): Promise<void>;
}

/** Starts the server that all consumer projects call. It knows one opportunity and 150 customers. */
export async function startApi(): Promise<Api> {
  const credentials = { corpId: 'consumer-corp', secret: 'consumer-secret' };
  const server = await startFakeWeiban({
    ...credentials,
    opportunities: { [opportunity.serial_number]: opportunity },
  });
  const customers = Array.from({ length: 150 }, (_, index) => ({
    id: `customer-${index}`,
    name: `客户${index}`,
  }));
  server.answer('external_user/list', ({ query }) => {
    const offset = Number(query.get('offset') ?? 0);
    const page = customers.slice(offset, offset + Number(query.get('limit') ?? 100));
    return { body: { errcode: 0, errmsg: 'ok', external_user_list: page, total: customers.length } };
  });
  return {
    url: server.url,
    env: { WEIBAN_URL: server.url, WEIBAN_CORP_ID: credentials.corpId, WEIBAN_SECRET: credentials.secret },
    calls: () => server.seen.filter(({ path }) => !path.endsWith('/access_token/get')).length,
    close: server.close,
  };
}
