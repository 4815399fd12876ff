import { isRequiredParameter, parameterSchema, planArguments } from '../../generate/arguments.ts';
import { type Model, type Operation, resolve } from '../../spec/model.ts';
import { isObject, type Schema } from '../../spec/openapi.ts';
import { fieldTree, fieldView } from '../view/field-view.ts';
import { methodName, sampleArguments } from '../view/samples.ts';
import type { Words } from '../words.ts';
import { driftTargets } from './drift-targets.ts';
import type { Control, FieldMeaning, KnownValue, TryArgument, TryData } from './try-data.ts';

/** What the page needs to try an operation, in the language of the model and the words. */
export function tryData(model: Model, words: Words, operation: Operation): TryData {
  const group = operation.object['x-oneOf-required'];
  return {
    id: operation.id,
    method: methodName(operation),
    isList: operation.pagination !== undefined,
    arguments: argumentsOf({ model, words }, operation),
    either: Array.isArray(group) ? group.map(String) : [],
    example: exampleOf(model, operation),
    ...driftTargets(model, operation),
    fields: meaningsOf(model, words, operation),
  };
}

/** The arguments of the samples. A list is filtered only if it has to be, so that it shows rows. */
function exampleOf(model: Model, operation: Operation): TryData['example'] {
  const example = sampleArguments(model, operation);
  const isFiltered = operation.pagination !== undefined && operation.body === undefined;
  const needed = operation.parameters.some(isRequiredParameter) || operation.object['x-oneOf-required'];
  return isFiltered && !needed ? {} : example;
}

function argumentsOf(source: Source, operation: Operation): TryArgument[] {
  const { parameters, bodyFields, wholeBody } = planArguments(source.model, operation);
  const content = operation.object.requestBody?.content?.[operation.body?.declaredType ?? ''];
  const example = isObject(content?.example) ? content.example : {};
  const body = bodyFields ?? (wholeBody && { properties: { body: wholeBody }, required: ['body'] });
  return [
    ...parameters.map((parameter) =>
      argumentOf(source, parameter.key, parameterSchema(parameter), {
        isRequired: isRequiredParameter(parameter),
        example: parameter.example,
      }),
    ),
    ...Object.entries(body?.properties ?? {}).map(([name, schema]) =>
      argumentOf(source, name, schema, {
        isRequired: body?.required?.includes(name) ?? false,
        example: wholeBody === undefined ? example[name] : content?.example,
      }),
    ),
  ];
}

interface Source {
  readonly model: Model;
  readonly words: Words;
}

interface Place {
  readonly isRequired: boolean;
  readonly example: unknown;
}

function argumentOf(source: Source, name: string, written: Schema, place: Place): TryArgument {
  const { model } = source;
  const schema = withTarget(model, written);
  const control = controlOf(model, schema);
  const example = isObject(place.example) ? place.example : {};
  const items = schema.items && resolve(model.document, schema.items);
  return {
    name,
    control,
    type: fieldView(source, name, name, written, place.isRequired).type,
    isRequired: place.isRequired,
    text: textOf(schema),
    values: knownValues(control === 'choices' && items !== undefined ? items : schema),
    limits: Object.fromEntries(
      LIMITS.flatMap((keyword) => (typeof schema[keyword] === 'number' ? [[keyword, schema[keyword]]] : [])),
    ),
    ...(schema.default !== undefined && { fallback: schema.default }),
    ...(place.example !== undefined && { example: place.example }),
    fields:
      control !== 'group'
        ? []
        : Object.entries(schema.properties ?? {}).map(([field, inner]) =>
            argumentOf(source, field, inner, {
              isRequired: schema.required?.includes(field) ?? false,
              example: example[field],
            }),
          ),
  };
}

const LIMITS = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'x-max-bytes'];

const SIMPLE: Readonly<Record<string, Control>> = {
  string: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'flag',
};
const TIMES: Readonly<Record<string, Control>> = {
  'unix-seconds': 'seconds',
  'unix-milliseconds': 'milliseconds',
};

/** The control of a value. A group holds no other group: what is deeper is JSON. */
function controlOf(model: Model, schema: Schema, isInGroup = false): Control {
  const types = [schema.type ?? (schema.properties && 'object')].flat().filter((name) => name !== 'null');
  const [type = ''] = types;
  if (types.length > 1) return types.every(isScalar) ? 'text' : 'json';
  if (type === 'array') return listControl(model, schema);
  if (type === 'object') return isInGroup || !isFlat(model, schema) ? 'json' : 'group';
  if (schema.contentMediaType !== undefined) return 'json';
  if (schema.enum !== undefined && type !== 'boolean' && isScalar(type)) return 'choice';
  return TIMES[schema.format ?? ''] ?? SIMPLE[type] ?? 'json';
}

/** Whether every field of an object has a simple control. */
function isFlat(model: Model, schema: Schema): boolean {
  const fields = Object.values(schema.properties ?? {});
  return (
    fields.length > 0 &&
    fields.every((field) => controlOf(model, resolve(model.document, field), true) !== 'json')
  );
}

function listControl(model: Model, schema: Schema): Control {
  const items = schema.items && resolve(model.document, schema.items);
  if (items === undefined) return 'json';
  const control = controlOf(model, items, true);
  if (control === 'choice') return 'choices';
  if (control === 'number') return 'numbers';
  return control === 'text' ? 'lines' : 'json';
}

function isScalar(type: unknown): boolean {
  return Object.hasOwn(SIMPLE, String(type));
}

function textOf(schema: Schema): string {
  return (schema.description ?? '').trim();
}

function knownValues(schema: Schema): KnownValue[] {
  const meanings = isObject(schema['x-meanings']) ? schema['x-meanings'] : {};
  const listed = schema.enum ?? schema['x-known-values'];
  const values: unknown[] = Array.isArray(listed) ? listed : Object.keys(meanings);
  return values.flatMap((value) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [{ value, meaning: String(meanings[String(value)] ?? '') }]
      : [],
  );
}

/** The meanings of all fields of the result, by path. */
function meaningsOf(model: Model, words: Words, { result }: Operation): Record<string, FieldMeaning> {
  const meanings: Record<string, FieldMeaning> = {};
  const seen = (path: string, schema: Schema): void => {
    meanings[path] = {
      type: fieldView({ model, words }, path, path, schema, false).type,
      text: textOf(schema),
      values: knownValues(schema),
      ...(schema.format !== undefined && { format: schema.format }),
    };
  };
  fieldTree({ model, words, seen }, result, '');
  return meanings;
}

/** A schema with its target's keywords. Those beside the reference win. */
function withTarget(model: Model, { $ref, ...keywords }: Schema): Schema {
  return $ref === undefined ? keywords : { ...resolve(model.document, { $ref }), ...keywords };
}
