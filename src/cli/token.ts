import { printable } from '../base/printable.ts';
import { createCore, issueToken } from '../client/index.ts';
import type { TokenStore } from '../token/index.ts';
import { createTokenSource } from '../token/index.ts';
import { clientOptions } from './connect.ts';
import type { Run } from './context.ts';
import { exitCode } from './exit-codes.ts';
import type { Say } from './messages/say.ts';
import { tell } from './tell.ts';

/**
 * `weiban token`: gets a token to test the credentials, and prints its lifetime. Prints the token itself only with
 * `--show`, as the only text on standard output, with a warning on standard error.
 */
export const token: Run = async (context, { flags }) => {
  const { stdout, say } = context;
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
  const lifetime = lifetimeText(say, milliseconds);
  if (flags.show) {
    tell(context, say('tokenShown', { lifetime }));
    stdout.write(`${printable(value)}\n`);
  } else {
    stdout.write(`${say(isNew ? 'tokenNew' : 'tokenKept', { lifetime })}\n`);
  }
  return exitCode('ok');
};

/** A store that is empty at first, so that a new token is requested, and keeps that token. */
function emptyAtFirst(store: TokenStore): TokenStore {
  return {
    read: async () => undefined,
    update: (key, change) => store.update(key, () => change(undefined)),
  };
}

/** Formats milliseconds as `1 h 59 min`, `59 min 3 s` or `12 s`, in the language of `say`. */
export function lifetimeText(say: Say, milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours > 0) return say('lifetimeHours', { hours, minutes });
  if (minutes > 0) return say('lifetimeMinutes', { minutes, seconds: seconds % 60 });
  return say('lifetimeSeconds', { seconds });
}
