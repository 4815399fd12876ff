import { Writable } from 'node:stream';
import type { Caller } from '../../generated/client.ts';
import { WeibanConfigError } from '../base/errors.ts';
import { createCaller } from '../client/index.ts';
import type { MaskKind, McpSettings } from '../mcp/index.ts';
import { startSandbox } from '../sandbox/index.ts';
import { clientOptions } from './connect.ts';
import { type Context, type Flags, type Run, textOf } from './context.ts';
import { exitCode } from './exit-codes.ts';
import { type Shared, shareThroughRedis } from './share-through-redis.ts';
import { tell } from './tell.ts';
import { UsageError } from './usage-error.ts';
import { packageVersion } from './version.ts';
import { allowedWrites } from './writes.ts';

/** The largest answer in tokens, unless the flag says another. */
const BUDGET = 8000;

/** A smaller budget holds no answer. */
const LEAST_BUDGET = 500;

/** What can be masked. */
const KINDS: readonly MaskKind[] = ['phone', 'openid', 'unionid', 'email', 'name'];

/** The module of the server, which needs packages that may be missing. */
type Server = typeof import('../mcp/index.ts');

/** The port of `--http` without a number: a client's configuration names it, so it stays the same. */
const PORT = 4315;

/**
 * `weiban mcp`: serves the API to agents, over standard input and output or HTTP, until the client leaves or an interrupt.
 * Standard output carries the protocol alone.
 */
export const mcp: Run = async (context, { flags }) => {
  const { stdin, stdout, stderr, signal, say } = context;
  const port = flags.http === undefined ? undefined : numberOf(flags, 'http', PORT);
  const server = await loadServer();
  const sandbox = flags.sandbox ? await startSandbox() : undefined;
  const shared = sandbox ? undefined : await shareThroughRedis(context);
  try {
    const openCaller = sandbox
      ? async () => createCaller(sandbox.clientOptions)
      : callerOpener(context, flags, shared);
    const settings = settingsOf(context, flags, openCaller, server);
    if (port === undefined) {
      const output = new Writable({
        write: (chunk, _, done) => {
          stdout.write(String(chunk));
          done();
        },
      });
      await server.serveMcpOverStdio(settings, { stdin, stdout: output, signal });
    } else {
      const http = await server.serveMcpOverHttp(settings, port);
      stderr.write(`${say('mcpRuns', { url: http.url })}\n`);
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      await http.close();
    }
  } finally {
    shared?.close();
    await sandbox?.close();
  }
  return exitCode('ok');
};

/** @throws UsageError if the packages that the server needs are not installed. */
async function loadServer(): Promise<Server> {
  try {
    return await import('../mcp/index.ts');
  } catch (error) {
    const { code, message } = Object(error);
    const missing = ['@modelcontextprotocol/server', 'quickjs-emscripten'].filter((name) =>
      String(message).includes(`'${name}`),
    );
    if (code === 'ERR_MODULE_NOT_FOUND' && missing.length > 0) throw new UsageError('noMcpPackages');
    throw error;
  }
}

function settingsOf(
  context: Context,
  flags: Flags,
  openCaller: McpSettings['openCaller'],
  { createMasker, createTools, openAuditLog }: Server,
): McpSettings {
  const report = (error: Error) => tell(context, error.message);
  const log = textOf(flags, 'auditLog');
  return {
    ...{ language: context.language, openCaller, report },
    version: packageVersion(),
    tools: createTools(),
    allowsWrite: allowedWrites(flags.allowWrites),
    masker: createMasker({ kinds: kindsOf(flags.mask) }),
    audit: log === undefined ? () => undefined : openAuditLog(log, report),
    budget: numberOf(flags, 'budget', BUDGET, LEAST_BUDGET),
  };
}

/** The kinds of data to mask: the usual ones without the flag. @throws UsageError for an unknown kind. */
function kindsOf(flag: unknown): readonly MaskKind[] | undefined {
  if (flag === undefined) return undefined;
  if (flag === false) return [];
  if (flag === true) return KINDS;
  return String(flag)
    .split(',')
    .map((word) => {
      const kind = KINDS.find((known) => known === word.trim());
      if (kind === undefined)
        throw new UsageError('badChoice', { given: `--mask ${word}`, detail: KINDS.join(', ') });
      return kind;
    });
}

/** Opens the caller once credentials are there. They may be set while the server runs. */
function callerOpener(context: Context, flags: Flags, shared: Shared | undefined): () => Promise<Caller> {
  let opened: Promise<Caller> | undefined;
  const open = async () => createCaller({ ...(await clientOptions(context, flags)), ...shared?.options });
  return async () => {
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      if (!(error instanceof UsageError)) throw error;
      throw new WeibanConfigError(context.say(error.said, error.slots));
    }
  };
}

/** The whole number in a flag; `other` if it has no value. @throws UsageError if it is none, or too small. */
function numberOf(flags: Flags, name: string, other: number, least = 0): number {
  const given = textOf(flags, name);
  if (given === undefined) return other;
  if (/^\d+$/.test(given) && Number(given) >= least) return Number(given);
  throw new UsageError('badValue', {
    flag: `--${name}`,
    given,
    type: least > 0 ? `integer >= ${least}` : 'integer',
  });
}
