import { placeIn } from '../../evidence/compare/located.ts';
import { operationIdsOf } from '../../spec/path-file.ts';
import type { Rule } from '../rule.ts';

/** Operation names follow the URL. */
export const operationId: Rule = {
  code: 'operation-id',
  sentence: 'An operationId is the path in camel case, with the method if the path has several.',
  fix: 'write the operationId that the message names',
  check: ({ operations, basePath }) =>
    operations.flatMap(({ url, method, located }) => {
      const [wanted, withMethod] = operationIdsOf(url, basePath, method);
      const found: unknown = located.value.operationId;
      const isShared = operations.some((other) => other.url === url && other.method !== method);
      if (found === wanted || (isShared && found === withMethod)) return [];
      const message = `${url} is called ${found === undefined ? 'nothing' : JSON.stringify(found)}, not ${wanted}`;
      return [{ message, place: placeIn(located, 'operationId'), fix: `write operationId: ${wanted}` }];
    }),
};
