import { isWeibanError } from '../base/errors.ts';
import type { MessageName } from './messages/say.ts';
import { UsageError } from './usage-error.ts';

/** The exit codes with their meanings, in the order of the help. */
export const exitCodes = [
  ['ok', 0, 'exitOk'],
  ['api', 1, 'exitApi'],
  ['usage', 2, 'exitUsage'],
  ['transport', 3, 'exitTransport'],
  ['timeout', 4, 'exitTimeout'],
  ['response', 5, 'exitResponse'],
  ['limit', 6, 'exitLimit'],
  ['bug', 70, 'exitBug'],
  ['interrupted', 130, 'exitInterrupted'],
] as const satisfies readonly (readonly [string, number, MessageName])[];

/** The ways in which the command ends. */
export type Ending = (typeof exitCodes)[number][0];

/** The exit code of an ending. */
export function exitCode(ending: Ending): number {
  return exitCodes.find(([name]) => name === ending)?.[1] ?? 70;
}

/** The ending for a thrown value, by kind of error. */
export function endingOf(error: unknown): Ending {
  if (error instanceof UsageError) return error.kind === 'nothing' ? 'api' : error.kind;
  if (isWeibanError(error)) return error.kind === 'config' ? 'usage' : error.kind;
  return isSystemError(error) ? 'usage' : 'bug';
}

/** Whether an error comes from the operating system, such as a read-only file. Its message names the file. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
