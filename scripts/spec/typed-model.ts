import { withDeclaredTags, withDiscriminator } from './discriminators.ts';
import { nested, withImpliedTypes } from './implied-types.ts';
import { branchesOf, IN_PLACE, type Schemas } from './in-place.ts';
import { withInheritedTags } from './inherited-tags.ts';
import { mapShape } from './map-shape.ts';
import { type Model, rebuildModel } from './model.ts';
import { isObject, type OpenApiDocument, type Schema } from './openapi.ts';
import { ofSide, type Side, type Sides, splitSides } from './sides.ts';
import type { KeyPath } from './source.ts';

/** The kinds of objects that hold the schema of a value on the wire. */
const HOLDERS = new Set(['MediaType', 'Parameter', 'Header']);

/**
 * The model that types, validators and the client's code are generated from. Its schemas say in JSON Schema alone what
 * OpenAPI says beside it: a schema without a type has the type that its keywords imply, an alternative and an heir have the
 * value that their discriminator gives them, and a request has no `readOnly` property, an answer no `writeOnly` one. What is published
 * stays as it was written.
 */
export function typedModel(model: Model): Model {
  const declared = withInheritedTags(withDeclaredTags(model.schemas));
  const schemas = mapSchemas(declared, (schema) => explicit(schema, declared));
  const sides = splitSides(schemas);
  const document = mapShape(model.document, 'Root', (part, kind, keys) => {
    if (kind === 'Components') return { ...part, schemas: sides.schemas };
    if (!HOLDERS.has(kind) || !isObject(part.schema)) return part;
    return { ...part, schema: onSide(explicit(part.schema, declared), sideOf(keys), schemas, sides) };
  }) as OpenApiDocument;
  return rebuildModel(model, document);
}

function mapSchemas(schemas: Schemas, change: (schema: Schema) => Schema): Schemas {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));
}

function explicit(schema: Schema, schemas: Schemas): Schema {
  return withImpliedTypes(withDiscriminators(schema, schemas));
}

function withDiscriminators(schema: Schema, schemas: Schemas): Schema {
  if (!isObject(schema)) return schema;
  const copy: Record<string, unknown> = {
    ...schema,
    ...nested(schema, (inner) => withDiscriminators(inner, schemas)),
  };
  for (const keyword of IN_PLACE)
    if (keyword in schema)
      copy[keyword] = branchesOf(schema, keyword).map((branch) => withDiscriminators(branch, schemas));
  return withDiscriminator(copy, schemas);
}

function onSide(schema: Schema, side: Side, schemas: Schemas, { nameOf }: Sides): Schema {
  return ofSide(schema, side, schemas, nameOf);
}

/** A webhook's body is sent by the vendor, so it counts as an answer. */
function sideOf(keys: KeyPath): Side {
  const isSent = keys[0] !== 'webhooks' && keys.some((key) => REQUEST.has(key));
  return isSent ? 'request' : 'answer';
}

const REQUEST = new Set<string | number>(['requestBody', 'requestBodies', 'parameters']);
