import { parseOperation } from '../base/operation-row.ts';
import { type BodyPlan, type Place, readPlan } from '../base/request-plan.ts';
import type { OperationName } from './find-operation.ts';
import {
  type Content,
  followed,
  operationAt,
  type ParameterObject,
  parametersAt,
  type Schema,
  type TextLanguage,
  typesOf,
} from './specification.ts';
import { type ValueFacts, valueFacts } from './value-facts.ts';

/** One argument of an operation, and where it is sent. */
export interface Parameter {
  /** The argument of the client. */
  readonly name: string;
  readonly place: Place | 'body';
  readonly schema: Schema;
  readonly isRequired: boolean;
  /** Whether it is bytes: a file of a form, or a body that is neither text nor JSON. */
  readonly isFile?: boolean;
  readonly description: string;
  readonly example: unknown;
  readonly facts: ValueFacts;
}

/** The arguments of an operation in the order of the specification, required ones first. */
export function parametersOf({ row, path, method }: OperationName, language?: TextLanguage): Parameter[] {
  const { plan: planned, body: kind } = parseOperation(row);
  const plan = readPlan(planned);
  const outside = parametersAt(path, method, language).flatMap((parameter): Parameter[] => {
    const known = plan.parameters.find(
      ({ name, place }) => name === parameter.name && place === parameter.in,
    );
    // A plan names all parameters; another one is a header that the client sends itself.
    if (planned !== undefined && !known) return [];
    return [outsideParameter(known?.key ?? parameter.name, parameter, language)];
  });
  if (kind === undefined) return outside.sort(byNeed);
  const content = contentOf(operationAt(path, method, language).requestBody?.content ?? {}, plan.body);
  const body = followed(content.schema ?? {}, language);
  const inside =
    kind === 'whole'
      ? [wholeBody(body, content.example, plan.body)]
      : fieldsOf(body, content.example, plan.body, language);
  return [...outside, ...inside].sort(byNeed);
}

function byNeed(a: Parameter, b: Parameter): number {
  return Number(b.isRequired) - Number(a.isRequired);
}

function outsideParameter(name: string, parameter: ParameterObject, language?: TextLanguage): Parameter {
  const content = Object.values(parameter.content ?? {})[0] ?? parameter;
  const schema = followed(content.schema ?? {}, language);
  return {
    name,
    // The specification has no other places.
    place: parameter.in as Place,
    schema,
    isRequired: parameter.required === true || parameter.in === 'path',
    description: parameter.description ?? '',
    example: content.example,
    facts: valueFacts(schema, parameter['x-evidence']),
  };
}

/** The content of the media type that the client sends. */
function contentOf(content: Readonly<Record<string, Content>>, plan: BodyPlan | undefined): Content {
  const wanted = plan?.mediaType ?? 'application/json';
  return content[wanted] ?? content['*/*'] ?? Object.values(content)[0] ?? {};
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

function fieldsOf(
  body: Schema,
  example: unknown,
  plan: BodyPlan | undefined,
  language?: TextLanguage,
): Parameter[] {
  const isForm = /^multipart\//i.test(plan?.mediaType ?? '');
  const sent = Object.entries(body.properties ?? {}).filter(([, { readOnly }]) => readOnly !== true);
  return sent.map(([name, given]) => {
    const schema = followed(given, language);
    const isFile = isForm && isBinary(schema.items ? followed(schema.items) : schema);
    return {
      name,
      place: 'body',
      schema,
      isRequired: body.required?.includes(name) ?? false,
      ...(isFile && { isFile }),
      description: schema.description ?? '',
      example: Object.hasOwn(Object(example), name) ? Object(example)[name] : schema.example,
      facts: valueFacts(schema),
    };
  });
}

function isBinary({ format, contentMediaType, contentEncoding }: Schema): boolean {
  return format === 'binary' || (contentMediaType !== undefined && contentEncoding === undefined);
}

function wholeBody(schema: Schema, example: unknown, plan: BodyPlan | undefined): Parameter {
  const isText = /^text\/|[/+](json|xml)\s*(;|$)|form/i;
  const isFile = plan !== undefined && !isText.test(plan.mediaType);
  return {
    name: 'body',
    place: 'body',
    schema,
    isRequired: plan?.isOptional !== true,
    ...(isFile && { isFile }),
    description: schema.description ?? '',
    example,
    facts: valueFacts(schema),
  };
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
