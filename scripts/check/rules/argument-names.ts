import { facetsOf, propertiesOf } from '../../evidence/compare/facets.ts';
import { placeIn } from '../../evidence/compare/located.ts';
import type { Rule } from '../rule.ts';

/** A call takes one flat object of arguments, so each name can have only one meaning. */
export const argumentNames: Rule = {
  code: 'argument-names',
  sentence:
    'No name is both a parameter and a field of the request body, and no two parameters share a name.',
  fix: 'leave one of the two out and give the reason with x-omits',
  check: ({ spec, operations }) =>
    operations.flatMap(({ url, parameters, body }) => {
      const fields = body?.schema === undefined ? new Map() : propertiesOf(facetsOf(spec, body.schema));
      const inBoth = parameters
        .filter(({ name }) => fields.has(name))
        .map(({ name, located }) => ({ name, located, rival: 'a field of the body' }));
      const twice = parameters
        .filter(({ name }, index) => parameters.findIndex((parameter) => parameter.name === name) < index)
        .map(({ name, located }) => ({ name, located, rival: 'another parameter' }));
      return [...inBoth, ...twice].map(({ name, located, rival }) => ({
        message: `${url}: the parameter ${name} has the same name as ${rival}`,
        place: placeIn(located, 'name'),
      }));
    }),
};
