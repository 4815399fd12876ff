import { exactJson, quoteExact } from '../kit/exact-json.ts';
import { successAnswer } from '../spec/bundle.ts';
import { parseSelection } from '../spec/filters.ts';
import type { Model, Operation } from '../spec/model.ts';
import type { Schema } from '../spec/openapi.ts';
import { rebuild } from '../spec/rebuild.ts';
import { isJsonParameter, isRequiredParameter, planArguments } from './arguments.ts';
import { type RecordedAnswer, recordedAnswer } from './recorded-answer.ts';
import { literal, literalOf, propertyName } from './text.ts';

/** Keywords that matter to a reader and not to a server. */
const LEFT_OUT = new Set(['description', 'title', 'deprecated', 'externalDocs', 'xml', 'discriminator']);
const KEPT_EXTENSIONS = new Set(['x-exact', 'x-known-values', 'x-max-bytes']);

/**
 * `sandbox.ts`: the data of the sandbox: the request of each operation, the schema of its complete successful answer,
 * and the schemas that they share. They are JSON texts, so that a start need not parse them.
 */
export function emitSandbox(model: Model): string {
  const { operations, schemas, sandbox } = model;
  return [
    '/** The request of an operation: its parameters, its body, the names of which at least one must be sent, and the meaning of filters and order. */',
    table(
      'requests',
      operations.map((operation) => [operation.id, exactJson(requestOf(model, operation))]),
    ),
    '/** The schema of a complete successful answer, including its envelope. */',
    table(
      'answers',
      operations.map((operation) => [operation.id, exactJson(lean(answerOf(model, operation)))]),
    ),
    '/** The schemas that references lead to. */',
    table(
      'schemas',
      Object.entries(schemas).map(([name, schema]) => [name, exactJson(lean(schema))]),
    ),
    '/** The resources whose writes the sandbox remembers, and the operations that list, get and change them. */',
    `export const resources = ${literalOf(sandbox.resources)} as const;`,
    '/** The operations that send something, and the fields of their lists that get the time of sending. */',
    `export const sendingTimes = ${literalOf(sandbox.sendingTimes)} as const;`,
    ...knowledge(model),
    '',
  ].join('\n');
}

/** What the sandbox knows of the vendor's own errors, employees, tags and values. */
function knowledge({ sandbox }: Model): string[] {
  const { faults, synonyms, employees, idPairs, tags, values } = sandbox;
  const { texts = [], same = [] } = values;
  const rows = (name: string, lines: readonly string[]) =>
    `export const ${name} = [${lines.join(', ')}] as const;`;
  return [
    '/** The error for a faulty argument that its operation does not document, by patterns of the argument and of the fault. */',
    rows(
      'faults',
      faults.map(
        ({ argument = '', fault = '', error }) =>
          `[${pattern(argument)}, ${pattern(fault)}, ${literal(error)}]`,
      ),
    ),
    '/** Words in the names of arguments for which the names of errors use others. */',
    `export const synonyms = ${literalOf(synonyms)} as const;`,
    '/** The list of the employees to whom the rows of other lists belong. */',
    `export const employees = ${literalOf(employees)} as const;`,
    '/** The calls that turn ids of customers into pairs of ids. */',
    `export const idPairs = ${literalOf(idPairs)} as const;`,
    '/** The library of tags, the customers who carry them, and the calls that change both. */',
    `export const tags = ${literalOf(tags)} as const;`,
    "/** Texts for the vendor's own fields, by the place in an answer: choices, or a member of a person. */",
    rows(
      'texts',
      texts.map(({ place, texts = [], person }) => `[${pattern(place)}, ${literalOf(person ?? texts)}]`),
    ),
    '/** Places that have one value wherever they are. */',
    rows(
      'sameValues',
      same.map(({ place, as }) => `[${pattern(place)}, ${literal(as)}]`),
    ),
  ];
}

/** A pattern as a regular expression. Its own text form escapes slashes and line ends. */
function pattern(text: string): string {
  return String(new RegExp(text));
}

/** `answers.ts`: a recorded answer for each operation, with large integers as the client returns them. */
export function emitAnswers(model: Model, recordings: readonly RecordedAnswer[]): string {
  const rows = model.operations.flatMap(({ id }): [string, string][] => {
    const chosen = recordedAnswer(recordings, id);
    return chosen === undefined ? [] : [[id, quoteExact(exactJson(chosen.response.body))]];
  });
  return [
    '/** Complete answers that were recorded or are printed in the documentation, by operationId. */',
    table('recorded', rows),
    '',
  ].join('\n');
}

/** A constant with JSON texts by name. */
function table(name: string, rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(([key, json]) => `  ${propertyName(key)}: ${literal(json)},\n`);
  return `export const ${name}: Readonly<Record<string, string>> = {\n${lines.join('')}};`;
}

/** The schema of a complete answer. Text and bytes are a text here; nothing is no value at all. */
function answerOf(model: Model, operation: Operation): Schema {
  const { kind } = operation.answer;
  if (kind === 'none') return {};
  return kind === 'text' || kind === 'bytes' ? { type: 'string' } : successAnswer(model, operation);
}

function requestOf(model: Model, operation: Operation): object {
  const { body, object, answer } = operation;
  const { parameters } = planArguments(model, operation);
  const media = object.requestBody?.content?.[body?.declaredType ?? ''];
  const oneOf = object['x-oneOf-required'];
  const mediaType = Object.keys(object.responses?.[String(answer.status)]?.content ?? {})[0];
  return {
    ...(answer.status !== 200 && { status: answer.status }),
    ...((answer.kind === 'text' || answer.kind === 'bytes') && mediaType !== undefined && { mediaType }),
    parameters: parameters.map((parameter) => {
      const json = Object.values(parameter.content ?? {})[0];
      const schema = lean(parameter.schema ?? json?.schema ?? {});
      const { name, example } = parameter;
      const required = isRequiredParameter(parameter);
      return {
        name,
        in: parameter.in,
        ...(required && { required }),
        ...(isJsonParameter(parameter) && { json: true }),
        schema,
        ...(example !== undefined && { example }),
      };
    }),
    ...(body !== undefined && {
      body: {
        required: body.required,
        schema: lean(body.schema),
        ...(media?.example !== undefined && { example: media.example }),
      },
    }),
    ...(Array.isArray(oneOf) && { oneOf }),
    ...selectionOf(object),
  };
}

/** What `x-filters` and `x-order` say. What cannot be read is left to `npm run check`. */
function selectionOf(object: Operation['object']): object {
  const { filters, order } = parseSelection(object as Readonly<Record<string, unknown>>);
  const readable = Object.entries(filters).filter(([, filter]) => typeof filter !== 'string');
  return {
    ...(readable.length > 0 && { filters: Object.fromEntries(readable) }),
    ...(typeof order === 'object' && { order }),
  };
}

function lean(schema: Schema): Schema {
  return rebuild(schema, (part) =>
    Object.fromEntries(
      Object.entries(part).filter(
        ([key]) => !LEFT_OUT.has(key) && (!key.startsWith('x-') || KEPT_EXTENSIONS.has(key)),
      ),
    ),
  ) as Schema;
}
