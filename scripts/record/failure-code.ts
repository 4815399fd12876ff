import type { Model, Operation } from '../spec/model.ts';
import { isObject } from '../spec/openapi.ts';

/** Returns the code of a failed answer, from the operation's envelope or the default one; undefined for a success. */
export function failureCode(model: Model, operation: Operation, body: unknown): number | undefined {
  const defaultEnvelope = Object.values(model.envelopes)[0];
  for (const envelope of [operation.envelope?.envelope, defaultEnvelope]) {
    if (envelope === undefined || !isObject(body) || !Object.hasOwn(body, envelope.code)) continue;
    const code = Number(body[envelope.code]);
    return envelope.ok.includes(code) ? undefined : code;
  }
  return undefined;
}
