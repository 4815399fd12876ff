import { answerSchema } from '../emit/emit-validators.ts';
import type { Model, Operation } from '../spec/model.ts';
import type { Schema } from '../spec/openapi.ts';
import { rebuild } from '../spec/rebuild.ts';

/**
 * The schema that a recording is held against: that of the whole successful answer, with every object closed, so that
 * an undocumented field fails. An object whose fields nobody documents stays open.
 */
export function strictAnswerSchema(model: Model, operation: Operation): Schema {
  return rebuild(answerSchema(model, operation), (part) =>
    part.properties !== undefined && part.additionalProperties === undefined
      ? { ...part, additionalProperties: false }
      : part,
  ) as Schema;
}
