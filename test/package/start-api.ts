import { startSandbox } from '../../src/sandbox/index.ts';
import { opportunity } from '../support/opportunity.ts';

/** A local server that answers as Weiban does, and the environment variables that point a consumer project to it. */
export interface Api {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  /** The number of calls, except those for tokens. */
  calls(): number;
  close(): Promise<void>;
}

/** Starts the sandbox for all consumer projects, with one opportunity with a known number, and 150 customers. */
export async function startApi(): Promise<Api> {
  const sandbox = await startSandbox({ corpId: 'consumer-corp', secret: 'consumer-secret', rows: 150 });
  sandbox.put('opportunityOne', opportunity);
  return {
    url: sandbox.url,
    env: { WEIBAN_URL: sandbox.url, WEIBAN_CORP_ID: sandbox.corpId, WEIBAN_SECRET: sandbox.secret },
    calls: () => sandbox.requests.filter(({ path }) => !path.endsWith('/access_token/get')).length,
    close: sandbox.close,
  };
}
