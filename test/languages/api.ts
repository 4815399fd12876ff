import { createWeiban } from '../../src/index.ts';
import { type Sandbox, type SandboxRequest, startSandbox } from '../../src/sandbox/index.ts';

/** Three pages of fifty. */
const ROWS = 120;

/** What the programs have to find in the sandbox. */
interface Wanted {
  readonly customers: readonly string[];
  readonly opportunity: { readonly organization: string; readonly stage: string };
}

/** The sandbox that the program of one tool calls. */
export interface Api {
  /** The environment variables that tell the program where the sandbox is, and what to call it with. */
  readonly env: Readonly<Record<string, string>>;
  readonly wanted: Wanted;
  /** The requests of the program so far. */
  readonly requests: () => readonly SandboxRequest[];
  /** The names of all tags. */
  readonly tagNames: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Starts a sandbox with a list of three pages. */
export async function startApi(): Promise<Api> {
  const sandbox = await startSandbox({ rows: ROWS });
  try {
    return await lookAround(sandbox);
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

/** Reads with our own client what the programs have to find. */
async function lookAround(sandbox: Sandbox): Promise<Api> {
  const weiban = createWeiban(sandbox.clientOptions);
  const { opportunity } = await weiban.opportunity.one({ serial_number: 'SJ20240305' });
  const customers: string[] = [];
  for await (const { id } of weiban.externalUser.list.items({})) customers.push(id);
  const [tag] = (await weiban.tag.list({ limit: 1 })).tag_list;
  if (!tag) throw new Error('the sandbox has no tag');
  const before = sandbox.requests.length;
  return {
    env: {
      WEIBAN_BASE_URL: sandbox.url,
      WEIBAN_CORP_ID: sandbox.corpId,
      WEIBAN_SECRET: sandbox.secret,
      WEIBAN_TAG_GROUP: tag.tag_group_id,
    },
    wanted: {
      customers,
      opportunity: { organization: opportunity.organization.name, stage: opportunity.stage.name },
    },
    requests: () => sandbox.requests.slice(before),
    tagNames: async () => {
      const names: string[] = [];
      for await (const { tag_name } of weiban.tag.list.items({})) names.push(tag_name);
      return names;
    },
    close: sandbox.close,
  };
}
