import type { Context } from '../../evidence/compare/context.ts';
import type { Recording } from '../../evidence/recording.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { answerSchema } from '../../spec/answer-schema.ts';
import { buildModel } from '../../spec/model.ts';
import type { Finding, Rule } from '../rule.ts';

/** A pointer in `source.cut` lets an object lack its required fields, so one that stays for nothing hides a mistake. */
export const cutNeeded: Rule = {
  code: 'cut-needed',
  sentence: 'Each pointer in source.cut of a recording leads to an object that lacks a required field.',
  fix: 'remove the pointer from source.cut of the recording; remove source.cut with the last one',
  check: async (context) => {
    const cut = (context.recordings ?? []).filter(({ source }) => (source.cut ?? []).length > 0);
    return cut.length === 0 ? [] : await needlessCuts(context, cut);
  },
};

async function needlessCuts(context: Context, recordings: readonly Recording[]): Promise<Finding[]> {
  // Nothing else in a check needs ajv, and few recordings are cut.
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const model = buildModel(context.assembled);
  return recordings.flatMap(({ operation: id, file, path, source, response }) => {
    const operation = model.operations.find((candidate) => candidate.id === id);
    if (operation === undefined) return [];
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
    const validate = ajv.compile(answerSchema(model, operation));
    validate(response.body);
    const lacking = (validate.errors ?? []).filter(({ keyword }) => keyword === 'required');
    const pointers = new Set(lacking.map(({ instancePath }) => instancePath));
    return (source.cut ?? [])
      .filter((pointer) => !pointers.has(pointer))
      .map((pointer) => ({
        message: `${id}: nothing required is missing at ${exactJson(pointer)} in the recording ${file}`,
        ...(path !== undefined && { place: { file: path, line: 1, column: 1 } }),
      }));
  });
}
