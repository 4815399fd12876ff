import { SpecError } from '../kit/diagnostic.ts';
import { isObject } from './openapi.ts';
import { placeOf, type Source } from './source.ts';

/**
 * Refuses a document of another version than OpenAPI 3.0, 3.1 and 3.2, in one sentence instead of one for each key.
 * @throws SpecError with the version that the document has.
 */
export function refuseOtherVersions(root: Source): void {
  const { value } = root;
  if (!isObject(value)) return;
  if (value.swagger !== undefined) {
    refuse(
      root,
      'swagger',
      `this is a Swagger ${String(value.swagger)} document, and only OpenAPI 3 is read`,
      'convert it first, for example with npx swagger2openapi',
    );
  }
  if (typeof value.openapi === 'string' && !/^3\.[012](\.\d+)?(-.*)?$/.test(value.openapi)) {
    refuse(
      root,
      'openapi',
      `OpenAPI ${JSON.stringify(value.openapi)} is not known`,
      'use a document of version 3.0, 3.1 or 3.2',
    );
  }
}

function refuse(root: Source, key: string, message: string, fix: string): never {
  throw new SpecError([{ code: 'openapi-version', message, fix, place: placeOf(root, [key]) }]);
}
