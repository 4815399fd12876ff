// The tools that call operations, and what the other tools share with them.
import { type Clock, systemClock } from '../../base/clock.ts';
import type { Tool } from '../tool.ts';
import { createCallRead } from './call-read.ts';
import { createCallWrite } from './call-write.ts';
import { createConfirmations } from './confirmation.ts';
import { createRepeatCheck } from './repeats.ts';
import { createSeal } from './seal.ts';

export { SENDING } from './audited.ts';
export { cleaned, cleanText, UNTRUSTED } from './clean.ts';
export { errorAnswer } from './errors.ts';
export { tokensOf } from './tokens.ts';

/** Creates `call_read` and `call_write`. Their cursors and confirmations are good for these two alone. */
export function createCallTools(clock: Clock = systemClock): readonly [read: Tool, write: Tool] {
  const seal = createSeal();
  return [
    createCallRead({ seal, waitForRepeat: createRepeatCheck(clock) }),
    createCallWrite(createConfirmations(seal, clock)),
  ];
}
