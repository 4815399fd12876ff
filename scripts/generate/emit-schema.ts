import { createRequire } from 'node:module';
import type * as OpenapiTypescript from 'openapi-typescript';
import type { GlobalContext, OpenAPI3 } from 'openapi-typescript';
import type * as TypeScript from 'typescript';
import { isBinarySchema } from '../spec/media-types.ts';
import { isObject, type OpenApiDocument, type Schema } from '../spec/openapi.ts';
import { withOwnTypes } from './own-types.ts';

// Only the parts that are used: the entry of openapi-typescript also loads a linter, which takes as long as the
// transform.
const load = createRequire(import.meta.url);
// The cast is safe because the entry exports the same functions, with types.
const { astToString, resolveRef, transformSchema } = {
  ...load('openapi-typescript/dist/lib/ts.cjs'),
  ...load('openapi-typescript/dist/lib/utils.cjs'),
  transformSchema: load('openapi-typescript/dist/transform/index.cjs'),
} as typeof OpenapiTypescript;
// The compiler that openapi-typescript has loaded already.
const { factory } = load('typescript') as typeof TypeScript;

/** openapi-typescript writes examples with JSON.stringify, which takes no bigint. Its digits stay, as a text. */
function withoutBigints(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(withoutBigints);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutBigints(item)]));
}

/**
 * `schema.ts`: `paths`, `operations` and `components`, written by openapi-typescript. The document is already bundled,
 * so this calls its transform directly, without the linting and bundling that `npm run check` does. Schemas that it would
 * write wrongly get the type that the client has.
 */
export function emitSchema(closed: OpenApiDocument): string {
  const own = withOwnTypes(withoutBigints(closed) as OpenApiDocument);
  const document = own.document as unknown as OpenAPI3;
  const context: GlobalContext = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A member with a default may be left out all the same.
    defaultNonNullable: false,
    // The document says what they mean in its schemas.
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    // Only the bundling in openapiTS() reads the configuration; a transform never does.
    redoc: undefined as never,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    // Bytes, which openapi-typescript calls a string.
    transform: (schema) =>
      isBinarySchema(schema as Schema)
        ? factory.createTypeReferenceNode('Blob')
        : typeNode(own.typeOf(schema)),
    transformProperty: undefined,
    resolve: ($ref) => resolveRef(document, $ref, { silent: true }),
  };
  return astToString(transformSchema(document, context)) + own.aliases;
}

/** A node that prints as a type's text, which {@link withOwnTypes} has escaped. */
function typeNode(text: string | undefined): TypeScript.TypeNode | undefined {
  return text === undefined ? undefined : factory.createTypeReferenceNode(factory.createIdentifier(text));
}
