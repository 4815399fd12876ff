import { readFileSync } from 'node:fs';
import type { Model } from '../spec/model.ts';
import { planArguments } from './arguments.ts';
import { requestToken } from './request-token.ts';

const NONE = `import type { RequestPlanner } from './request-types.ts';

/** Every request is a query and JSON, which the client writes by itself. */
export const requestPlanner: RequestPlanner | undefined = undefined;
`;

/**
 * The code that lays out requests with more than a query and JSON, by file name. It is copied from `requests/`, and only
 * for a specification that needs it: a bundler drops every use of a planner that is `undefined`, but no function that is
 * called behind a condition (docs/adr/0029-arguments-by-place.md).
 */
export function emitRequests(model: Model): ReadonlyMap<string, string> {
  const isNeeded = model.operations.some(
    (operation) =>
      operation.path.includes('{') ||
      requestToken(model, operation, planArguments(model, operation)) !== undefined,
  );
  const names = isNeeded
    ? ['request-types.ts', 'request-values.ts', 'request-bodies.ts', 'requests.ts']
    : ['request-types.ts'];
  return new Map([...(isNeeded ? [] : [['requests.ts', NONE] as const]), ...names.map(sourceOf)]);
}

function sourceOf(name: string): [name: string, source: string] {
  return [name, readFileSync(new URL(`requests/${name}`, import.meta.url), 'utf8')];
}
