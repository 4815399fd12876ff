import { startSandbox } from '../sandbox/index.ts';
import { type CredentialRow, credentialRows } from './config/credential-rows.ts';
import { type Flags, type Run, textOf } from './context.ts';
import { exitCode } from './exit-codes.ts';
import { longName } from './flag-name.ts';
import { UsageError } from './usage-error.ts';

/**
 * `weiban sandbox`: runs a local server that answers as Weiban does, until it is interrupted. Standard output gets only
 * the environment variables for another shell, so that a shell can evaluate it.
 */
export const sandbox: Run = async ({ stdout, stderr, signal, say }, { flags }) => {
  const server = await startSandbox({
    host: textOf(flags, 'host'),
    port: numberOf(flags, 'port'),
    seed: numberOf(flags, 'seed'),
    rows: numberOf(flags, 'rows'),
    latency: numberOf(flags, 'latency'),
    timeScale: numberOf(flags, 'timeScale'),
    limits: flags.limits === false ? false : undefined,
    cors: flags.cors === true ? true : textOf(flags, 'cors'),
    scenarios: Object.fromEntries(listOf(flags, 'scenario').map(scenarioOf)),
  });
  stdout.write(`export ${environmentOf(server).join(' ')}\n`);
  stderr.write(`${say('sandboxRuns', { url: server.url })}\n`);
  await aborted(signal);
  await server.close();
  return exitCode('ok');
};

/**
 * The environment variables with which the command calls a sandbox. Without the credentials of its security schemes a call
 * would not be sent, although the sandbox takes any.
 */
export function environmentOf(
  server: { readonly url: string; readonly corpId: string; readonly secret: string },
  rows: readonly CredentialRow[] = credentialRows,
): string[] {
  const textFor = ({ scheme, name, flag }: CredentialRow) => {
    if (scheme === undefined) return name === 'corpId' ? server.corpId : server.secret;
    return `sandbox-${longName(flag.flags)}`;
  };
  return [`WEIBAN_BASE_URL=${server.url}`, ...rows.map((row) => `${row.variable}=${textFor(row)}`)];
}

/** The number in a flag. @throws UsageError if its text is not a number. */
function numberOf(flags: Flags, name: string): number | undefined {
  const text = textOf(flags, name);
  if (text === undefined) return undefined;
  if (text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new UsageError('badValue', { flag, given: text, type: 'number' });
}

function listOf(flags: Flags, name: string): readonly string[] {
  const value = flags[name];
  return Array.isArray(value) ? value : [];
}

/** Parses `opportunityOne=error:OpportunityNotFound`, or only `error:…` for every call. */
function scenarioOf(text: string): [target: string, scenario: string] {
  const [, target = '*', scenario = ''] = /^(?:([^=:]+)=)?(.*)$/s.exec(text) ?? [];
  return [target, scenario];
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
