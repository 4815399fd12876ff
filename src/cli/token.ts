import { createCore, issueToken } from '../client/index.ts';
import type { TokenStore } from '../token/index.ts';
import { createTokenSource } from '../token/index.ts';
import { clientOptions } from './connect.ts';
import type { Run } from './context.ts';
import { exitCode } from './exit-codes.ts';

/**
 * `weiban token`: gets a token, and says that it works and how long it lives. The token itself is written only with
 * `--show`, to standard output and alone, and with a warning.
 */
export const token: Run = async (context, { flags }) => {
  const { stdout, stderr, say } = context;
  const options = await clientOptions(context, flags);
  const core = createCore(options);
  const { config, redactor } = core;
  const { corpId, secret, store, clock } = config;
  let isNew = false;
  let milliseconds = 0;
  const source = createTokenSource({
    corpId,
    secret,
    store: flags.fresh && store ? emptyAtFirst(store) : store,
    clock,
    redactor,
    issue: () => {
      isNew = true;
      return issueToken(core);
    },
    emit: (_, event) => {
      milliseconds = Number(Object(event).lifetime);
    },
  });
  const value = await source.get();
  const lifetime = lifetimeText(milliseconds);
  if (flags.show) {
    stderr.write(`weiban: ${say('tokenShown', { lifetime })}\n`);
    stdout.write(`${value}\n`);
  } else {
    stdout.write(`${say(isNew ? 'tokenNew' : 'tokenKept', { lifetime })}\n`);
  }
  return exitCode('ok');
};

/** A store in which nothing is found, so that a new token is asked for, and where it is then kept. */
function emptyAtFirst(store: TokenStore): TokenStore {
  return {
    read: async () => undefined,
    update: (key, change) => store.update(key, () => change(undefined)),
  };
}

/** Milliseconds as `1 h 59 min`, `59 min 3 s`, `12 s`. */
export function lifetimeText(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
