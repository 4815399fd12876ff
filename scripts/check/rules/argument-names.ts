import { facetsOf, propertiesOf } from '../../evidence/compare/facets.ts';
import { placeIn } from '../../evidence/compare/located.ts';
import type { Rule } from '../rule.ts';

/** A call takes one flat object of arguments, so a name can travel one way only. */
export const argumentNames: Rule = {
  code: 'argument-names',
  sentence: 'No name is both a parameter and a field of the request body, and none is a parameter twice.',
  fix: 'leave one of the two out and say so with x-omits',
  check: ({ spec, operations }) =>
    operations.flatMap(({ url, parameters, body }) => {
      const fields = body?.schema === undefined ? new Map() : propertiesOf(facetsOf(spec, body.schema));
      const inBoth = parameters
        .filter(({ name }) => fields.has(name))
        .map(({ name, located }) => ({ name, located, other: 'a field of the body' }));
      const twice = parameters
        .filter(({ name }, index) => parameters.findIndex((other) => other.name === name) < index)
        .map(({ name, located }) => ({ name, located, other: 'another parameter' }));
      return [...inBoth, ...twice].map(({ name, located, other }) => ({
        message: `${url}: the parameter ${name} has the name of ${other}`,
        place: placeIn(located, 'name'),
      }));
    }),
};
