import type { Emit } from '../base/hooks.ts';
import type { Redactor } from '../base/redact.ts';
import type { Config } from './config.ts';
import type { Dispatch } from './dispatch.ts';

/** The parts that every form of the client shares. Kept in closures only, so that printing a client shows no secret. */
export interface Core {
  readonly config: Config;
  readonly redactor: Redactor;
  readonly dispatch: Dispatch;
  readonly emit: Emit;
}
