import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnySchema, SchemaCase, Version } from './random-schemas.ts';

type Part = Readonly<Record<string, unknown>>;
/** The side of a call that a value is on. */
export type Side = 'request' | 'answer';

/** Keywords that say something about objects or arrays alone. Whoever leaves `type` out beside them means that type. */
const IMPLIED: Readonly<Record<string, string>> = {
  properties: 'object',
  required: 'object',
  additionalProperties: 'object',
  patternProperties: 'object',
  items: 'array',
  prefixItems: 'array',
};

/**
 * Says which values a document accepts on one side of a call. JSON Schema and ajv decide; this adds the meaning of what
 * OpenAPI has beyond them: `nullable`, `readOnly`, `writeOnly`, discriminators, and the type that a keyword implies.
 * @param nameOf the component name that a reference stands for: a discriminator's value where there is no mapping.
 * @returns undefined for a value that ajv cannot judge, because the schema leads back to itself in place.
 */
export function judgeOf(
  given: SchemaCase,
  version: Version,
  side: Side,
  nameOf: (reference: string) => string = (reference) => reference,
): (value: unknown) => boolean | undefined {
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  const named: Readonly<Record<string, AnySchema>> = { S: given.root, A: given.A, B: given.B };
  const mark = side === 'request' ? 'readOnly' : 'writeOnly';
  const $defs = Object.fromEntries(
    Object.entries(named).map(([name, schema]) => {
      const own = plain(schema, undefined, []);
      const tags = tagsOf(name);
      return [name, tags.length === 0 ? own : { allOf: [own, ...tags] }];
    }),
  );
  const validate = ajv.compile({ $ref: '#/$defs/S', $defs });
  return (value) => {
    try {
      return validate(value) === true;
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  };

  /** @param around the schemas that apply to the same value, from the outermost. */
  function plain(
    schema: AnySchema,
    enclosing: readonly string[] | undefined,
    around: readonly Part[],
  ): AnySchema {
    if (typeof schema === 'boolean') return schema;
    const { nullable, discriminator, readOnly: _, writeOnly: __, description: ___, ...rest } = schema;
    if (typeof rest.$ref === 'string') {
      const { $ref, ...beside } = rest;
      const to = { $ref: `#/$defs/${$ref}` };
      if (version === '3.0.3' || Object.keys(beside).length === 0) return to;
      return { allOf: [to, plain(beside, enclosing, [...around, schema])] };
    }
    const typed = withType(rest, enclosing, [...around, schema]);
    const inner = isObject(discriminator) ? withDiscriminator(typed, rest, discriminator) : typed;
    return nullable === true ? { anyOf: [inner, { type: 'null' }] } : inner;
  }

  function withType(schema: Part, enclosing: readonly string[] | undefined, around: readonly Part[]): Part {
    const implied = [...new Set(Object.keys(schema).flatMap((key) => IMPLIED[key] ?? []))];
    const own = schema.type === undefined ? undefined : ([schema.type].flat() as string[]);
    const types = own ?? (implied.length > 0 ? (enclosing ?? implied) : enclosing);
    const copy: Record<string, unknown> = { ...schema };
    if (own === undefined && implied.length > 0) copy.type = types;
    for (const key of ['allOf', 'anyOf', 'oneOf'])
      if (Array.isArray(schema[key])) copy[key] = schema[key].map((branch) => plain(branch, types, around));
    Object.assign(copy, plainInside(schema));
    if (Array.isArray(schema.required))
      copy.required = schema.required.filter(
        (name) => !around.some((part) => isMarked(declared(part, name, []))),
      );
    return copy;
  }

  /** The schemas of members and items. */
  function plainInside(schema: Part): Part {
    const copy: Record<string, unknown> = {};
    const inner = (value: unknown) => plain(value as AnySchema, undefined, []);
    for (const key of ['items', 'additionalProperties']) if (key in schema) copy[key] = inner(schema[key]);
    if (Array.isArray(schema.prefixItems)) copy.prefixItems = schema.prefixItems.map(inner);
    for (const key of ['properties', 'patternProperties']) {
      if (!(key in schema)) continue;
      const members = Object.entries(schema[key] as Part).filter(([, member]) => !isMarked(member));
      copy[key] = Object.fromEntries(members.map(([name, member]) => [name, inner(member)]));
    }
    return copy;
  }

  /** A member of the other side is nobody's to send, and required of nobody. */
  function isMarked(member: unknown): boolean {
    return isObject(member) && member[mark] === true && !(version === '3.0.3' && '$ref' in member);
  }

  /** The schema of a property: the schema's own, or that of a part of its `allOf`. */
  function declared(schema: unknown, name: string, seen: readonly unknown[]): unknown {
    if (!isObject(schema) || seen.includes(schema)) return undefined;
    const own = isObject(schema.properties) ? schema.properties[name] : undefined;
    if (own !== undefined) return own;
    const parts = [...(schema.$ref === undefined ? [] : [named[String(schema.$ref)]]), ...list(schema.allOf)];
    return parts.map((part) => declared(part, name, [...seen, schema])).find((found) => found !== undefined);
  }

  function withDiscriminator(typed: Part, schema: Part, { propertyName, mapping }: Part): Part {
    const key = String(propertyName);
    const copy: Record<string, unknown> = { ...typed };
    for (const keyword of ['oneOf', 'anyOf'])
      copy[keyword] = list(schema[keyword]).map((branch, index) => {
        const to = (branch as Part).$ref;
        const plainBranch = list(typed[keyword])[index];
        const mapped = Object.entries((mapping ?? {}) as Part).flatMap(([value, target]) =>
          target === to ? [value] : [],
        );
        const values = mapped.length > 0 ? mapped : [nameOf(String(to))];
        const tag = follow(declared(named[String(to)], key, []));
        if (!isObject(tag) || tag.const !== undefined || tag.type !== 'string') return plainBranch;
        const possible = Array.isArray(tag.enum)
          ? values.filter((value) => list(tag.enum).includes(value))
          : values;
        if (possible.length === 0) return plainBranch;
        return { allOf: [plainBranch, { properties: { [key]: { enum: possible } } }] };
      });
    for (const keyword of ['oneOf', 'anyOf']) if (!(keyword in schema)) delete copy[keyword];
    return copy;
  }

  /** What the discriminators of base types say about a named schema. */
  function tagsOf(name: string): Part[] {
    return Object.entries(named).flatMap(([base, schema]) => {
      if (!isObject(schema) || !isObject(schema.discriminator) || 'oneOf' in schema || 'anyOf' in schema)
        return [];
      if (name === base || !isHeir(name, base)) return [];
      const { propertyName, mapping } = schema.discriminator;
      const key = String(propertyName);
      const family = Object.keys(named).filter((other) => other === name || isHeir(other, name));
      const values = family.flatMap((member) => {
        const mapped = Object.entries((mapping ?? {}) as Part).filter(([, to]) => to === member);
        return mapped.length > 0 ? mapped.map(([value]) => value) : [nameOf(member)];
      });
      const tags = allDeclared(named[name], key, []).map(follow);
      if (tags.some((tag) => !isObject(tag) || tag.const !== undefined || tag.type !== 'string')) return [];
      const possible = values.filter((value) =>
        tags.every((tag) => !Array.isArray((tag as Part).enum) || list((tag as Part).enum).includes(value)),
      );
      return tags.length === 0 || possible.length === 0
        ? []
        : [{ properties: { [key]: { enum: possible } } }];
    });
  }

  function isHeir(name: string, base: string, seen: readonly string[] = []): boolean {
    if (seen.includes(name)) return false;
    const schema = named[name];
    const parents = isObject(schema) ? list(schema.allOf).map((part) => String((part as Part).$ref)) : [];
    return parents.some((parent) => parent === base || isHeir(parent, base, [...seen, name]));
  }

  function allDeclared(schema: unknown, name: string, seen: readonly unknown[]): unknown[] {
    if (!isObject(schema) || seen.includes(schema)) return [];
    const own = isObject(schema.properties) && name in schema.properties ? [schema.properties[name]] : [];
    const parts = [...(schema.$ref === undefined ? [] : [named[String(schema.$ref)]]), ...list(schema.allOf)];
    return [...own, ...parts.flatMap((part) => allDeclared(part, name, [...seen, schema]))];
  }

  function follow(schema: unknown): unknown {
    let at = schema;
    for (let hops = 0; hops < 9 && isObject(at) && typeof at.$ref === 'string'; hops++) at = named[at.$ref];
    return at;
  }
}

function isObject(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
