import { isDeepStrictEqual } from 'node:util';
import type { Api } from './api.ts';

/** What every program does, in this order. */
const STEPS = ['token', 'read', 'list', 'write', 'error'] as const;

/** The tag that every program adds. */
export const NEW_TAG = '新语言 "tag" 1';

/** The page size that every program asks for: 120 customers are three pages. */
const LIMIT = '50';

/** A documented error: no opportunity has the id 1. */
const NOT_FOUND = 22_201;

/** What is wrong with what a program printed and sent; empty if all is right. */
export async function judgeSteps(printed: string, api: Api): Promise<string[]> {
  const lines = printed.split('\n').filter((line) => line.startsWith('{'));
  const found = new Map(lines.map(readLine));
  const wanted = new Map<string, unknown>(
    Object.entries({
      token: { expires_in: 7200 },
      read: api.wanted.opportunity,
      list: { customers: api.wanted.customers },
      write: { errcode: 0 },
      error: { errcode: NOT_FOUND },
    }),
  );
  const problems = STEPS.filter((step) => !isDeepStrictEqual(found.get(step), wanted.get(step))).map(
    (step) => `${step}: printed ${shown(found.get(step))} in place of ${shown(wanted.get(step))}`,
  );
  return [...problems, ...judgeRequests(api), ...(await judgeWrite(api))];
}

function readLine(line: string): [string, unknown] {
  const { step, ...rest } = JSON.parse(line);
  return [step, rest];
}

const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

/** One request for a token, and three pages. */
function judgeRequests(api: Api): string[] {
  const count = (id: string) => api.requests().filter(({ operation }) => operation === id);
  const tokens = count('accessTokenGet').length;
  const pages = count('externalUserList').map(({ query }) => `${query.limit} from ${query.offset ?? 0}`);
  const three = [0, 50, 100].map((offset) => `${LIMIT} from ${offset}`);
  return [
    ...(tokens === 1 ? [] : [`token: ${tokens} requests in place of 1`]),
    ...(isDeepStrictEqual(pages, three) ? [] : [`list: asked for ${pages.join(', ')}`]),
  ];
}

async function judgeWrite(api: Api): Promise<string[]> {
  const names = await api.tagNames();
  return names.includes(NEW_TAG) ? [] : [`write: no tag has the name ${NEW_TAG}`];
}
