import { answerSchema } from '../../scripts/spec/answer-schema.ts';
import type { Model, Operation } from '../../scripts/spec/model.ts';
import type { Schema } from '../../scripts/spec/openapi.ts';
import { rebuild } from '../../scripts/spec/rebuild.ts';

/**
 * The schema to compare a recording with: that of the complete successful answer, with every object closed,
 * so that an undocumented field fails. An object without documented fields stays open.
 */
export function strictAnswerSchema(model: Model, operation: Operation): Schema {
  return closed(answerSchema(model, operation));
}

/**
 * The strict schema of a failed answer: that of the operation's own envelope, or of the default one, with any
 * code that is not a success. `npm run record` reports undocumented codes.
 */
export function strictFailureSchema(model: Model, operation: Operation): Schema {
  const usual = Object.values(model.envelopes)[0];
  const own = operation.envelope?.envelope;
  return {
    anyOf: [own, usual].flatMap((envelope) => (envelope === undefined ? [] : [closed(envelope.failure)])),
  };
}

function closed(schema: Schema): Schema {
  return rebuild(schema, (part) =>
    part.properties !== undefined && part.additionalProperties === undefined
      ? { ...part, additionalProperties: false }
      : part,
  ) as Schema;
}
