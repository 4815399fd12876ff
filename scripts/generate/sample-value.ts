import { type Model, resolve } from '../spec/model.ts';
import { isObject, type Schema } from '../spec/openapi.ts';
import { say } from './words.ts';

/** 2026-01-05 10:00 in China, in seconds. */
const TIME = 1_767_578_400;

const OF_FORMAT: Readonly<Record<string, unknown>> = {
  'unix-seconds': TIME,
  'unix-milliseconds': TIME * 1000,
  'date-time': '2026-01-05T10:00:00+08:00',
  date: '2026-01-05',
  email: 'name@example.com',
  uri: 'https://example.com',
  url: 'https://example.com',
};

/** The most values in one sample: schemas that hold each other in many ways would have endlessly many. */
const MOST_VALUES = 500;

/** What making a sample needs: the model, the schemas around the value, and how many values there may still be. */
interface Sampling {
  readonly model: Model;
  readonly inside: readonly Schema[];
  readonly budget: { left: number };
}

/** A value of a schema's form, for a reader who has no recorded one: lists have one item. */
export function sampleValue(model: Model, schema: Schema): unknown {
  return valueFor({ model, inside: [], budget: { left: MOST_VALUES } }, schema);
}

/** The example that an object of OpenAPI states: `example`, or the first of `examples`. */
export function statedExample(holder: Readonly<Record<string, unknown>> | undefined): unknown {
  const [first] = isObject(holder?.examples) ? Object.values(holder.examples) : [];
  return holder?.example ?? (isObject(first) ? first.value : undefined);
}

/** Undefined for a schema inside itself. */
function valueFor(sampling: Sampling, given: Schema): unknown {
  const { model, inside, budget } = sampling;
  const schema = resolve(model.document, given);
  if (inside.includes(schema) || budget.left-- <= 0) return undefined;
  const known = knownValue(schema);
  if (known !== undefined) return known;
  const within = { ...sampling, inside: [...inside, schema] };
  const branch = (schema.oneOf ?? schema.anyOf)?.find(({ type }) => type !== 'null');
  if (branch !== undefined) return valueFor(within, branch);
  const merged = schema.allOf?.map((part) => valueFor(within, part));
  if (schema.properties === undefined && merged?.length === 1) return merged[0];
  if (schema.properties !== undefined || merged !== undefined)
    return Object.assign({}, ...(merged ?? []), members(within, schema));
  if (schema.items === undefined) return plainValue(model, schema);
  const item = valueFor(within, schema.items);
  return item === undefined ? [] : [item];
}

/** A value that the schema itself names. */
function knownValue(schema: Schema): unknown {
  const [first] = [schema.examples, schema.enum, schema['x-known-values']].flatMap((values) =>
    Array.isArray(values) ? values.slice(0, 1) : [],
  );
  return schema.example ?? schema.const ?? schema.default ?? first;
}

function members(sampling: Sampling, { properties = {} }: Schema): object {
  const entries = Object.entries(properties).map(
    ([name, property]) => [name, valueFor(sampling, property)] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function plainValue({ language }: Model, schema: Schema): unknown {
  const { type, format = '' } = schema;
  const [kind] = [type ?? 'object'].flat().filter((name) => name !== 'null');
  if (kind === 'array') return [];
  if (kind === 'object') return {};
  if (kind === undefined) return null;
  if (Object.hasOwn(OF_FORMAT, format)) return OF_FORMAT[format];
  if (kind === 'string') return say(language, 'sampleText');
  return kind === 'boolean' ? true : (schema.minimum ?? 1);
}
