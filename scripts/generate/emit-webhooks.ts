import { type Model, resolve } from '../spec/model.ts';
import { pascalCase } from '../spec/names.ts';
import type { OperationObject, Schema } from '../spec/openapi.ts';
import { exactPaths } from './exact-paths.ts';
import { mergeAllOf } from './merge-all-of.ts';
import { docComment, literal, literalOf, propertyName } from './text.ts';
import { componentTypeNames } from './type-names.ts';
import { typeText } from './type-text.ts';

/** A pushed message. */
interface Message {
  readonly name: string;
  readonly typeName: string;
  readonly operation: OperationObject;
  readonly schema: Schema;
  /** The fields with a fixed value, which distinguish the message from others. */
  readonly match: Readonly<Record<string, string>>;
}

/**
 * `webhooks.ts`: the type of every pushed message, and a row of data for each: the values that distinguish it from the
 * others, and the paths of its exact integers. A webhook whose body fixes no value, such as the frame around all
 * others, is not a message.
 */
export function emitWebhooks(model: Model): string {
  const messages = listMessages(model);
  const names = new Map(
    [...componentTypeNames(model)].map(([component, name]) => [component, `components.${name}`]),
  );
  const types = messages.map(({ typeName, operation, schema }) => {
    const text = [operation.summary, operation.description].filter((part) => part !== undefined);
    const type = typeText(schema, {
      names,
      side: 'result',
      schemas: model.schemas,
      language: model.language,
    });
    return `${docComment(text.join('\n\n'))}export type ${typeName} = ${type};\n`;
  });
  const members = messages.map(({ name, typeName }) => `  ${propertyName(name)}: ${typeName};\n`);
  const rows = messages.map(
    ({ name, schema, match }) =>
      `  [${literal(name)}, ${literalOf(match)}, ${literalOf(exactPaths(model, schema))}],\n`,
  );
  const body = types.join('');
  return [
    ...(body.includes('components.') ? [`import type * as components from './components.ts';`, ''] : []),
    body,
    '/** Every pushed message, by name. */',
    `export interface WebhookEvents {\n${members.join('')}}`,
    '/** Name of each message, the field values that distinguish it, and the dotted paths of its exact integers. */',
    `export const webhookRows: readonly (readonly [name: keyof WebhookEvents, match: Readonly<Record<string, string>>, exact: readonly string[]])[] = [\n${rows.join('')}];`,
    '',
  ].join('\n');
}

function listMessages(model: Model): Message[] {
  const used = new Set<string>(['WebhookEvents']);
  return Object.entries(model.document.webhooks ?? {}).flatMap(([name, { post: operation }]) => {
    const body = resolve(model.document, operation?.requestBody);
    const given = Object.values(body?.content ?? {})[0]?.schema;
    if (operation === undefined || given === undefined) return [];
    const schema = mergeAllOf(model, resolve(model.document, given));
    const match = fixedValues(schema);
    if (Object.keys(match).length === 0) return [];
    const typeName = freeName(pascalCase(operation.operationId ?? name), used);
    return [{ name, typeName, operation, schema, match }];
  });
}

function fixedValues({ properties }: Schema): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties ?? {}).flatMap(([name, { const: value }]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

function freeName(stem: string, used: Set<string>): string {
  let name = stem;
  for (let count = 2; used.has(name); count++) name = `${stem}${count}`;
  used.add(name);
  return name;
}
