import type { Redis } from 'ioredis';
import { within } from './within.ts';

/** Knows whether the server is still the run that it was: another one has forgotten what it was told. */
export interface ServerRun {
  /** Whether it is the run of the last time, for the next time compared with this one; false where it does not tell. */
  isSame(): Promise<boolean>;
}

export function watchServerRun(redis: Redis): ServerRun {
  let run: string | undefined;
  const look = async () => {
    try {
      return /^run_id:(\w+)/m.exec(await within(redis, () => redis.info('server')))?.[1];
    } catch {
      // Away, which the next command says, or not allowed to ask.
      return undefined;
    }
  };
  const learn = async () => {
    run ??= await look();
  };
  if (redis.status === 'ready') void learn();
  else redis.once('ready', learn);
  return {
    async isSame() {
      const last = run;
      run = await look();
      return run !== undefined && run === last;
    },
  };
}
