import { Writable } from 'node:stream';
import type { Caller } from '../../generated/client.ts';
import { WeibanConfigError } from '../base/errors.ts';
import { createCaller } from '../client/index.ts';
import type { McpSettings } from '../mcp/index.ts';
import { startSandbox } from '../sandbox/index.ts';
import { connect } from './connect.ts';
import { type Context, type Flags, type Run, textOf } from './context.ts';
import { exitCode } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';
import { packageVersion } from './version.ts';
import { allowedWrites } from './writes.ts';

/** The largest answer in tokens, unless the flag says another. */
const BUDGET = 8000;

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
  try {
    const openCaller = sandbox
      ? async () => createCaller(sandbox.clientOptions)
      : callerOpener(context, flags);
    const settings = settingsOf(context, flags, openCaller, server.tools);
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
    await sandbox?.close();
  }
  return exitCode('ok');
};

/** @throws UsageError if the packages that the server needs are not installed. */
async function loadServer() {
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
  { language, stderr }: Context,
  flags: Flags,
  openCaller: McpSettings['openCaller'],
  tools: McpSettings['tools'],
): McpSettings {
  return {
    ...{ language, openCaller, tools },
    version: packageVersion(),
    allowsWrite: allowedWrites(flags.allowWrites),
    masker: { mask: (value) => value, unmask: (value) => value },
    audit: () => undefined,
    budget: numberOf(flags, 'budget', BUDGET),
    report: (error) => stderr.write(`weiban: ${error.message}\n`),
  };
}

/** Opens the caller once credentials are there. They may be set while the server runs. */
function callerOpener(context: Context, flags: Flags): () => Promise<Caller> {
  let opened: Promise<Caller> | undefined;
  return async () => {
    opened ??= connect(context, flags);
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      if (!(error instanceof UsageError)) throw error;
      throw new WeibanConfigError(context.say(error.said, error.slots));
    }
  };
}

/** The whole number in a flag; `other` if it has no value. @throws UsageError if it is none. */
function numberOf(flags: Flags, name: string, other: number): number {
  const given = textOf(flags, name);
  if (given === undefined) return other;
  if (/^\d+$/.test(given)) return Number(given);
  throw new UsageError('badValue', { flag: `--${name}`, given, type: 'integer' });
}
