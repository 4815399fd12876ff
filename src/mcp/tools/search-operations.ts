import { searchOperations } from '../../catalogue/index.ts';
import type { Tool } from '../tool.ts';
import { fittingRows } from './fitting-rows.ts';

/** How many operations a search shows, unless asked for more. */
const USUAL = 8;

/** The characters of a query that count: each is compared with every operation. */
const LONGEST_QUERY = 500;

const SAFETIES = ['read', 'idempotent', 'write'];

/** `search_operations`: the operations that match words, as a short list. */
export const searchOperationsTool: Tool = {
  name: 'search_operations',
  title: 'Search operations',
  description: 'Finds API operations by words in Chinese or English. Ranked; start here.',
  input: {
    type: 'object',
    properties: {
      query: { type: 'string', description: 'e.g. 哪些客户没有标签' },
      category: { type: 'string' },
      safety: { enum: SAFETIES },
      limit: { type: 'integer', minimum: 1, maximum: 25 },
    },
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: { operations: { type: 'array' }, total: { type: 'integer' } },
    required: ['operations', 'total'],
  },
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async ({ language, budget }, { query = '', category, safety, limit = USUAL }) => {
    const found = searchOperations([String(query).slice(0, LONGEST_QUERY)], language).filter(
      (operation) =>
        (category === undefined ||
          operation.category.toLowerCase().includes(String(category).toLowerCase())) &&
        (safety === undefined || operation.safety === safety),
    );
    const rows = found.slice(0, Number(limit)).map(({ name, summary, safety, effect, status }) => ({
      ...{ name, summary, safety, effect },
      ...(status !== '' && { status }),
    }));
    return { value: { operations: fittingRows(rows, budget), total: found.length } };
  },
};
