import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';

export type Json = Readonly<Record<string, unknown>>;
export type ApiDocument = Json & {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Json };
};
interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, { content: Record<string, { schema: Json }> }>;
}

const read = (name: string): ApiDocument =>
  JSON.parse(readFileSync(new URL(`../../generated/${name}`, import.meta.url), 'utf8'));

/** The document in OpenAPI 3.1, and those in 3.0 in both languages. */
export const newer = read('openapi.json');
export const older = read('openapi-3.0.json');
export const chinese = read('openapi-3.0.zh.json');

/** The operations of a document: id, path, method, operation. */
export const operationsOf = ({ paths }: ApiDocument) =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, operation]) => [operation.operationId, path, method, operation] as const,
    ),
  );

/** A schema of 3.0 as JSON Schema: `nullable` counts beside `allOf`, too, as the tools read it. */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, example: _, ...rest } = value as Json;
  const schema = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, asJsonSchema(inner)]));
  return nullable === true ? { anyOf: [{ type: 'null' }, schema] } : schema;
}

const SIDES = {
  newer: {
    document: newer,
    ajv: new Ajv2020({ strict: false, validateFormats: false }).addSchema({
      $id: 'newer',
      components: { schemas: newer.components.schemas },
    }),
  },
  older: {
    document: older,
    ajv: new Ajv({ strict: false, validateFormats: false }).addSchema({
      $id: 'older',
      components: { schemas: asJsonSchema(older.components.schemas) },
    }),
  },
};

/** The schema of an operation's answers in a document, for its validator. */
export function schemaOf(side: keyof typeof SIDES, id: string): object {
  const [, , , operation] = operationsOf(SIDES[side].document).find(([known]) => known === id) ?? [];
  const schema = Object.values(operation?.responses ?? {})[0]?.content['application/json']?.schema;
  if (!schema) throw new Error(`${id} has no answer in JSON`);
  const own = JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${side}#/`));
  return side === 'older' ? (asJsonSchema(own) as object) : own;
}

const validators = new Map<string, ReturnType<Ajv['compile']>>();

/** What each document says against an answer of an operation; empty if it is valid in both. */
export function problemsOf(id: string, body: unknown): Readonly<Partial<Record<keyof typeof SIDES, string>>> {
  const sides = Object.keys(SIDES) as (keyof typeof SIDES)[];
  return Object.fromEntries(
    sides.flatMap((side) => {
      const { ajv } = SIDES[side];
      const key = `${side} ${id}`;
      const validate = validators.get(key) ?? ajv.compile(schemaOf(side, id));
      validators.set(key, validate);
      return validate(body) ? [] : [[side, ajv.errorsText(validate.errors)]];
    }),
  );
}
