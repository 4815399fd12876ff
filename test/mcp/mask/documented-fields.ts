import { readFileSync } from 'node:fs';
import { successOf } from '../../../src/base/success-of.ts';

/** A field of an answer or of a request body, as the specification describes it. */
export interface DocumentedField {
  /** Where it is: a schema or an operation, then the names. */
  readonly at: string;
  readonly name: string;
  /** Both descriptions. */
  readonly text: string;
  /** The names of the object's fields. */
  readonly siblings: readonly string[];
  readonly schema: Schema;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly 'x-zh'?: string | { readonly description?: string };
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
interface Bundle {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const read = (file: string): Bundle => JSON.parse(readFileSync(`generated/${file}`, 'utf8'));

/** Every field of the answers and of the shared schemas, and separately those of the request bodies. */
export function documentedFields(): { answers: DocumentedField[]; requests: DocumentedField[] } {
  const english = read('openapi.json');
  const chinese = read('openapi.zh.json');
  const answers: DocumentedField[] = [];
  const requests: DocumentedField[] = [];
  for (const [name, schema] of Object.entries(english.components.schemas))
    collect(schema, chinese.components.schemas[name], name, answers);
  for (const [path, item] of Object.entries(english.paths)) {
    for (const [verb, operation] of Object.entries(item)) {
      const translated = chinese.paths[path]?.[verb];
      const id = operation.operationId;
      collect(
        schemaIn(successOf(operation) as Content | undefined),
        schemaIn(translated && (successOf(translated) as Content | undefined)),
        id,
        answers,
      );
      collect(schemaIn(operation.requestBody), schemaIn(translated?.requestBody), id, requests);
    }
  }
  return { answers, requests };
}

function schemaIn(content: Content | undefined): Schema {
  return Object.values(content?.content ?? {})[0]?.schema ?? {};
}

function collect(schema: Schema, chinese: Schema | undefined, at: string, into: DocumentedField[]): void {
  const properties = Object.entries(schema.properties ?? {});
  for (const [name, field] of properties) {
    const translated = chinese?.properties?.[name];
    const text = `${field.description ?? ''} ${translated?.description ?? ''}`;
    into.push({ at: `${at}.${name}`, name, text, siblings: properties.map(([key]) => key), schema: field });
    collect(field, translated, `${at}.${name}`, into);
  }
  for (const key of ['allOf', 'anyOf', 'oneOf'] as const)
    for (const [index, branch] of (schema[key] ?? []).entries())
      collect(branch, chinese?.[key]?.[index], at, into);
  if (schema.items) collect(schema.items, chinese?.items, at, into);
  if (typeof schema.additionalProperties === 'object') {
    const translated = chinese?.additionalProperties;
    collect(schema.additionalProperties, typeof translated === 'object' ? translated : undefined, at, into);
  }
}
