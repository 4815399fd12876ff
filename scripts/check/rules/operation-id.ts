import { placeIn } from '../../evidence/compare/located.ts';
import { fileOfUrl } from '../../evidence/facts/file-of-url.ts';
import { camelCase } from '../../spec/names.ts';
import type { Rule } from '../rule.ts';

/** Operation names follow the URL. */
export const operationId: Rule = {
  code: 'operation-id',
  sentence: 'An operationId is the path in camel case.',
  fix: 'write the operationId that the message names',
  check: ({ operations, basePath }) =>
    operations.flatMap(({ url, located }) => {
      const wanted = camelCase(fileOfUrl(url, basePath).replace(/\.yaml$/, ''));
      const found: unknown = located.value.operationId;
      if (found === wanted) return [];
      const message = `${url} is called ${found === undefined ? 'nothing' : JSON.stringify(found)}, not ${wanted}`;
      return [{ message, place: placeIn(located, 'operationId'), fix: `write operationId: ${wanted}` }];
    }),
};
