import { namesOf } from '../base/documented-codes.ts';
import { WeibanLimitError } from '../base/errors.ts';
import type { Operation } from '../base/operation.ts';

/** Creates the error for a call that finds the queue full. Nothing was sent. */
export function fullError({ id }: Operation, most: number): WeibanLimitError {
  return new WeibanLimitError(
    `${id} was not sent: ${most} calls are waiting; send fewer at a time or raise limits.maxQueued.`,
    { operation: id },
  );
}

/**
 * Creates the error for a call whose turn would come too late. `until` is in milliseconds since the epoch, `code` that
 * of the pause, `because` the gate's reason. Nothing was sent.
 */
export function blockedError(
  operation: Operation,
  until: number,
  reason: string,
  {
    code,
    because = 'its quota is used up',
  }: { readonly code?: number | undefined; readonly because?: string | undefined },
): WeibanLimitError {
  const { id } = operation;
  const at = new Date(until);
  const why = reason === 'pause' ? `Weiban refuses ${code ? `(${code}) ` : ''}such calls` : because;
  return new WeibanLimitError(`${id} was not sent: ${why}; call again after ${at.toISOString()}.`, {
    operation: id,
    until: at,
    ...(reason === 'pause' && code !== undefined && { code, names: namesOf(operation, code) }),
  });
}
