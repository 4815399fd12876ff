import { branchesOf, declaredProperty, requiresProperty, type Schemas, targetOf } from './in-place.ts';
import { isObject, type Schema } from './openapi.ts';
import { referencedSchema, schemaReference } from './pointer.ts';

/**
 * Writes out what a discriminator says: each alternative has the value of the mapping, or else the name of its schema, in
 * the distinguishing property. An alternative that fixes the property itself, or that does not declare it, stays.
 */
export function withDiscriminator(schema: Schema, schemas: Schemas): Schema {
  const { discriminator } = schema;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return schema;
  const { propertyName } = discriminator;
  const mapping = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
  const copy: Record<string, unknown> = { ...schema };
  for (const keyword of ['oneOf', 'anyOf'] as const)
    if (keyword in schema) copy[keyword] = branchesOf(schema, keyword).map((branch) => tagged(branch));
  return copy;

  function tagged(branch: Schema): Schema {
    const name = referencedSchema(branch.$ref);
    const tag = follow(declaredProperty(branch, propertyName, schemas), schemas);
    if (name === undefined || tag === undefined || tag.type !== 'string' || tag.const !== undefined)
      return branch;
    const isBranch = (target: unknown) => target === name || target === schemaReference(name);
    const mapped = mapping.filter(([, target]) => isBranch(target)).map(([value]) => value);
    const values = (mapped.length > 0 ? mapped : [name]).filter(
      (value) => tag.enum === undefined || tag.enum.includes(value),
    );
    if (values.length === 0 || tag.enum?.length === values.length) return branch;
    const only = values.length === 1 ? { const: values[0] } : { enum: values };
    const isRequired = requiresProperty(branch, propertyName, schemas);
    const part = {
      type: 'object',
      properties: { [propertyName]: only },
      ...(isRequired && { required: [propertyName] }),
    };
    return { allOf: [branch, part] };
  }
}

/**
 * Component schemas in which every alternative of a discriminator declares the distinguishing property. One that requires
 * it and leaves it to the discriminator gets it as text, which is what a discriminator's values are.
 */
export function withDeclaredTags(schemas: Schemas): Schemas {
  const copy: Record<string, Schema> = { ...schemas };
  for (const schema of Object.values(schemas)) {
    const { discriminator } = schema;
    if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') continue;
    const { propertyName } = discriminator;
    for (const branch of [...branchesOf(schema, 'oneOf'), ...branchesOf(schema, 'anyOf')]) {
      const name = referencedSchema(branch.$ref);
      const target = name === undefined ? undefined : copy[name];
      if (name === undefined || target?.properties === undefined) continue;
      if (!requiresProperty(target, propertyName, schemas)) continue;
      if (declaredProperty(target, propertyName, schemas) !== undefined) continue;
      copy[name] = { ...target, properties: { ...target.properties, [propertyName]: { type: 'string' } } };
    }
  }
  return copy;
}

function follow(schema: Schema | undefined, schemas: Schemas): Schema | undefined {
  let at = schema;
  for (let hops = 0; hops < 32 && at?.$ref !== undefined; hops++) at = targetOf(at, schemas);
  return at;
}
