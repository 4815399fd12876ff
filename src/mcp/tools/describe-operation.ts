import {
  type DescribedOperation,
  describeOperation,
  findOperation,
  listSchema,
  schemaFields,
  type TextLanguage,
} from '../../catalogue/index.ts';
import { tokensOf, weightOf } from '../calls/tokens.ts';
import { unknownOperation } from '../calls/tool-refusal.ts';
import type { Tool } from '../tool.ts';
import { argumentLines, chosenLines, type LineStyle, type Lines, resultLines } from './field-lines.ts';

/** The largest description, in tokens, whatever the budget of other answers. */
const LARGEST = 4000;

/** What the notes about cuts need, in tokens. */
const NOTES = 150;

/** What the quotes, the colon and the comma of a line need, in tokens. */
const PUNCTUATION = 4;

/** `describe_operation`: what a model needs to call an operation. */
export const describeOperationTool: Tool = {
  name: 'describe_operation',
  title: 'Describe an operation',
  description: 'Arguments, result fields, errors and limits of an operation. Read it before the first call.',
  input: {
    type: 'object',
    properties: {
      operation: { type: 'string' },
      part: { enum: ['arguments', 'result', 'errors'], description: 'only this, longer' },
      fields: { type: 'array', items: { type: 'string' }, description: 'only these, dotted' },
    },
    required: ['operation'],
    additionalProperties: false,
  },
  output: { type: 'object' },
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async ({ language, budget }, { operation, part, fields }) => ({
    value: described(String(operation), language, {
      part: part === undefined ? undefined : String(part),
      names: Array.isArray(fields) ? fields.map(String) : undefined,
      budget: Math.min(budget, LARGEST),
    }),
  }),
};

interface Wanted {
  readonly part: string | undefined;
  readonly names: readonly string[] | undefined;
  readonly budget: number;
}

function described(given: string, language: TextLanguage, { part, names, budget }: Wanted) {
  const operation = findOperation(given);
  if (operation === undefined) throw unknownOperation(given);
  const found = describeOperation(operation, language);
  const { name, title, summary, safety, effect, seat, limit, status, paging, oneOfRequired } = found;
  const isWhole = part === undefined && names === undefined;
  const about = {
    ...{ name, title, summary, safety, effect, seat, limit },
    ...(status !== undefined && { status }),
    ...(isWhole && { description: found.description }),
    ...(paging && { paging: 'call_read answers with rows, whose fields are under result, and a cursor' }),
    ...(oneOfRequired && { needsOneOf: oneOfRequired }),
  };
  const parts = Object.entries(linesOf(found, { language, isShort: isWhole }))
    .filter(([key]) => part === undefined || key === part)
    .map(([key, lines]): [string, Lines] => [key, names === undefined ? lines : chosenLines(lines, names)]);
  return { ...about, ...withinBudget(parts, budget - tokensOf(JSON.stringify(about)) - NOTES) };
}

function linesOf(found: DescribedOperation, style: LineStyle): Readonly<Record<string, Lines>> {
  const { parameters, result, paging, errors } = found;
  const { language, isShort } = style;
  const rows = listSchema(result, paging?.items ?? '', language);
  return {
    arguments: argumentLines(parameters, style),
    errors: Object.fromEntries(
      errors.map(({ name, code, zh, en, advice, adviceZh }) => [
        name,
        [
          `${code} ${language === 'zh' ? zh : en}`,
          ...(isShort ? [] : [language === 'zh' ? adviceZh : advice]),
        ].join(' → '),
      ]),
    ),
    result: resultLines(schemaFields(rows, language), style),
  };
}

/** As many lines as fit, part after part, and a note for each part that was cut. */
function withinBudget(parts: readonly (readonly [key: string, lines: Lines])[], budget: number) {
  let left = budget;
  const cut: Record<string, string> = {};
  const kept = parts.map(([key, lines]) => {
    const all = Object.entries(lines);
    const fitting = all.filter(([name, line]) => {
      left -= weightOf(name) + weightOf(line) + PUNCTUATION;
      return left > 0;
    });
    if (fitting.length < all.length)
      cut[key] =
        `${fitting.length} of ${all.length} shown; ask with part: "${key}" or fields: ["name"] for the rest`;
    return [key, Object.fromEntries(fitting)] as const;
  });
  return { ...Object.fromEntries(kept), ...(Object.keys(cut).length > 0 && { cut }) };
}
