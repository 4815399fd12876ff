import { parseOperation } from '../base/operation-row.ts';
import type { OperationName } from './find-operation.ts';
import { followed, operationAt, type Schema, typesOf } from './specification.ts';
import { type ValueFacts, valueFacts } from './value-facts.ts';

/** One argument of an operation, in the query, the path or the body. */
export interface Parameter {
  readonly name: string;
  readonly place: 'path' | 'query' | 'body';
  readonly schema: Schema;
  readonly isRequired: boolean;
  readonly description: string;
  readonly example: unknown;
  readonly facts: ValueFacts;
}

/** The arguments of an operation in the order of the specification, required ones first. */
export function parametersOf({ row, path, method }: OperationName): Parameter[] {
  const operation = operationAt(path, method);
  const outside = (operation.parameters ?? []).map((parameter): Parameter => {
    const content = Object.values(parameter.content ?? {})[0] ?? parameter;
    const schema = followed(content.schema ?? {});
    return {
      name: parameter.name,
      place: parameter.in === 'path' ? 'path' : 'query',
      schema,
      isRequired: parameter.required === true,
      description: parameter.description ?? '',
      example: content.example,
      facts: valueFacts(schema, parameter['x-evidence']),
    };
  });
  const content = Object.values(operation.requestBody?.content ?? {})[0];
  const body = followed(content?.schema ?? {});
  const inside =
    parseOperation(row).body === 'whole'
      ? [wholeBody(body, content?.example)]
      : fieldsOf(body, content?.example);
  return [...outside, ...inside].sort((a, b) => Number(b.isRequired) - Number(a.isRequired));
}

/**
 * The arguments that every call needs: the required ones, and one of those of which at least one must be sent: the first
 * that has an example, or else the first.
 */
export function neededParameters(
  parameters: readonly Parameter[],
  oneOfRequired: readonly string[] = [],
): Parameter[] {
  const candidates = oneOfRequired.flatMap((name) =>
    parameters.filter((parameter) => parameter.name === name),
  );
  const chosen = candidates.find(({ example }) => example !== undefined) ?? candidates[0];
  return parameters.filter((parameter) => parameter.isRequired || parameter === chosen);
}

function fieldsOf(body: Schema, example: unknown): Parameter[] {
  return Object.entries(body.properties ?? {}).map(([name, given]) => {
    const schema = followed(given);
    return {
      name,
      place: 'body',
      schema,
      isRequired: body.required?.includes(name) ?? false,
      description: schema.description ?? '',
      example: Object.hasOwn(Object(example), name) ? Object(example)[name] : schema.example,
      facts: valueFacts(schema),
    };
  });
}

function wholeBody(schema: Schema, example: unknown): Parameter {
  const description = schema.description ?? '';
  const facts = valueFacts(schema);
  return { name: 'body', place: 'body', schema, isRequired: true, description, example, facts };
}

/** The type of a schema in one word: `integer`, `string[]`, `json`. */
export function typeWord(schema: Schema): string {
  const types = typesOf(schema).filter((type) => type !== 'null');
  const items = schema.items && followed(schema.items);
  if (types[0] === 'array' && items && isScalar(items)) return `${typeWord(items)}[]`;
  return types.length > 0 && isScalar(schema) ? types.join('|') : 'json';
}

/** Whether a value of the schema is one word on a command line. */
export function isScalar(schema: Schema): boolean {
  const types = typesOf(schema).filter((type) => type !== 'null');
  return types.length > 0 && types.every((type) => type !== 'object' && type !== 'array');
}
