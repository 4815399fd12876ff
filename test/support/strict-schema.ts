import { answerSchema } from '../../scripts/spec/answer-schema.ts';
import type { Model, Operation } from '../../scripts/spec/model.ts';
import type { Schema } from '../../scripts/spec/openapi.ts';
import { rebuild } from '../../scripts/spec/rebuild.ts';

/**
 * The schema that a recording is held against: that of the whole successful answer, with every object closed, so that
 * an undocumented field fails. An object whose fields nobody documents stays open.
 */
export function strictAnswerSchema(model: Model, operation: Operation): Schema {
  return closed(answerSchema(model, operation));
}

/**
 * The same for a failed answer: that of the operation's own envelope, or of the usual one, with a code that is no
 * success. A code that nobody documents is `npm run record`'s to tell, for here it may be any.
 */
export function strictFailureSchema(model: Model, operation: Operation): Schema {
  const usual = Object.values(model.envelopes)[0];
  const own = operation.envelope?.envelope;
  return { anyOf: [own, usual].flatMap((one) => (one === undefined ? [] : [closed(one.failure)])) };
}

function closed(schema: Schema): Schema {
  return rebuild(schema, (part) =>
    part.properties !== undefined && part.additionalProperties === undefined
      ? { ...part, additionalProperties: false }
      : part,
  ) as Schema;
}
