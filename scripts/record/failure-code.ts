import type { Model, Operation } from '../spec/model.ts';
import { isObject } from '../spec/openapi.ts';

/** The code of a failed answer, in the operation's own envelope or the usual one; undefined for a success. */
export function failureCode(model: Model, operation: Operation, body: unknown): number | undefined {
  const usual = Object.values(model.envelopes)[0];
  for (const envelope of [operation.envelope?.envelope, usual]) {
    if (envelope === undefined || !isObject(body) || !Object.hasOwn(body, envelope.code)) continue;
    const code = Number(body[envelope.code]);
    return envelope.ok.includes(code) ? undefined : code;
  }
  return undefined;
}
