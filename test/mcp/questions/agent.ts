import { createCaller } from '../../../src/client/index.ts';
import { createWeiban, type Weiban } from '../../../src/index.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import { answerOf, clientOf, serveHttp } from '../server/served.ts';

/** A row of an answer, as a model reads it. */
export type Row = Readonly<Record<string, unknown>>;

/** What an agent does: it reads and writes through the tools of the server alone. */
export interface Agent {
  /** Follows the cursors of a list to its end. */
  readonly rows: (operation: string, args: object, fields?: readonly string[]) => Promise<readonly Row[]>;
  /** The answer of an operation that is no list. */
  readonly read: (operation: string, args: object, fields?: readonly string[]) => Promise<Row>;
  /** What a program returns. */
  readonly script: (source: string) => Promise<unknown>;
  /** Sends a write with the confirmation that its preview handed out. */
  readonly write: (operation: string, args: object) => Promise<Row>;
}

/** A sandbox, our client of it, and what it was sent. */
export interface World {
  readonly sandbox: Sandbox;
  readonly weiban: Weiban;
}

/** Starts a sandbox, with which tests find the answers themselves. */
export async function startWorld(): Promise<World> {
  const sandbox = await startSandbox({ rows: 60, limits: false });
  return { sandbox, weiban: createWeiban({ ...sandbox.clientOptions, limits: false }) };
}

/** The official client of a server for that sandbox, which masks as usual and allows all writes. It ends with the test. */
export async function agentOf({ sandbox }: World): Promise<Agent> {
  const caller = createCaller({ ...sandbox.clientOptions, limits: false });
  const { url } = await serveHttp({ openCaller: async () => caller, allowsWrite: () => true });
  // Without elicitation the server asks nobody, and hands out confirmations.
  const client = await clientOf(url, '2026-07-28', {});
  const call = async (name: string, args: object): Promise<Row> => {
    const result = await client.callTool({ name, arguments: { ...args } });
    const answer = answerOf(result);
    if (result.isError) throw new Error(JSON.stringify(answer));
    return answer;
  };
  return {
    async rows(operation, args, fields) {
      const rows: Row[] = [];
      let cursor: unknown;
      do {
        const input = { operation, arguments: args, limit: 25, ...(fields && { fields }) };
        const answer = await call('call_read', { ...input, ...(cursor !== undefined && { cursor }) });
        if (!Array.isArray(answer.rows)) throw new Error(`${operation} has no rows`);
        rows.push(...answer.rows);
        cursor = answer.cursor;
      } while (cursor !== undefined);
      return rows;
    },
    async read(operation, args, fields) {
      return Object(
        (await call('call_read', { operation, arguments: args, ...(fields && { fields }) })).answer,
      );
    },
    async script(source) {
      const { result, error } = await call('run_script', { source });
      if (error !== undefined) throw new Error(JSON.stringify(error));
      return result;
    },
    async write(operation, args) {
      const preview = await call('call_write', { operation, arguments: args });
      if (preview.status !== 'preview') throw new Error(`${operation} was not previewed`);
      return call('call_write', { operation, arguments: args, confirm: preview.confirm });
    },
  };
}
