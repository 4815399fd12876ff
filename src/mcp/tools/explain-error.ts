import { type ErrorEntry, findErrors, findOperation, listErrors } from '../../catalogue/index.ts';
import { refusal } from '../calls/tool-refusal.ts';
import type { Tool } from '../tool.ts';
import { fittingRows } from './fitting-rows.ts';

/** The characters that count of the error that is asked for. */
const LONGEST_ERROR = 500;

/** The most operations that an error is listed with. */
const OPERATIONS = 5;

const UNKNOWN_ERROR = [
  'UnknownError',
  'No error has this code, name or text.',
  'Report the code and the message to the person.',
] as const;

/** `explain_error`: what an error means and what to do. */
export const explainErrorTool: Tool = {
  name: 'explain_error',
  title: 'Explain an error',
  description:
    'What an error code or name means and what to do. Give the operation: a code differs between them.',
  input: {
    type: 'object',
    properties: {
      error: { type: ['string', 'integer'], description: 'e.g. 10053' },
      operation: { type: 'string' },
    },
    required: ['error'],
    additionalProperties: false,
  },
  output: { type: 'object', properties: { errors: { type: 'array' } }, required: ['errors'] },
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async ({ language, budget }, { error, operation }) => {
    const found = matching(String(error), operation === undefined ? undefined : String(operation));
    if (found.length === 0) throw refusal(...UNKNOWN_ERROR);
    const errors = fittingRows(
      found.map((entry) => explained(entry, language === 'zh')),
      budget,
    );
    const left = found.length - errors.length;
    return {
      value: {
        errors,
        ...(left > 0 && { more: `${left} more; give the operation, or the name of the error` }),
      },
    };
  },
};

/** The errors of a code or name. Those that the operation documents, if it documents any of them. */
function matching(error: string, operation: string | undefined): ErrorEntry[] {
  const found = findErrors(listErrors(), error.slice(0, LONGEST_ERROR).trim().split(/\s+/));
  const name = operation === undefined ? undefined : findOperation(operation)?.name;
  const own = found.filter(({ operations }) => name !== undefined && operations.includes(name));
  if (own.length > 0) return own;
  // An error of every operation is documented at none.
  return found.sort((a, b) => Number(b.remedy !== undefined) - Number(a.remedy !== undefined));
}

function explained(
  { name, code, zh, en, advice, adviceZh, remedy, operations }: ErrorEntry,
  isChinese: boolean,
) {
  return {
    ...{ name, code, meaning: isChinese ? zh : en, advice: isChinese ? adviceZh : advice },
    ...(remedy !== undefined && { client: remedy }),
    ...(operations.length > 0 && { operations: operations.slice(0, OPERATIONS) }),
  };
}
