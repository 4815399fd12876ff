import { child, children, type Located, placeIn } from '../../evidence/compare/located.ts';
import type { Rule } from '../rule.ts';

/** The reference shows the examples, and the sandbox and the contract tests send them. */
export const argumentsHaveExamples: Rule = {
  code: 'arguments-have-examples',
  sentence: 'Each parameter and each request body has an example.',
  fix: 'add an example; make up all identifying values',
  check: ({ operations }) =>
    operations.flatMap(({ url, parameters, body }) => [
      ...parameters
        .filter(({ located, schema }) => !hasExample([located, ...children(located, 'content'), schema]))
        .map(({ name, located }) => ({
          message: `${url}: the parameter ${name} has no example`,
          place: placeIn(located),
        })),
      ...(body === undefined || hasExample([body.content, child(body.content, 'schema')])
        ? []
        : [{ message: `${url}: the request body has no example`, place: placeIn(body.content) }]),
    ]),
};

function hasExample(holders: readonly (Located | undefined)[]): boolean {
  return holders.some(
    (holder) => holder?.value.example !== undefined || holder?.value.examples !== undefined,
  );
}
