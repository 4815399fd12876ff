import type { Schema } from './specification.ts';

/** What a reader should know about a value in addition to its type and description, as data. */
export interface ValueFacts {
  /** The unit or the moment that a number means. */
  readonly unit: Unit | undefined;
  /** The bounds of the value, by keyword: `maximum`, `maxItems` … */
  readonly limits: readonly (readonly [keyword: Limit, value: number])[];
  /** The value that the API takes when the argument is missing; undefined if it is not known. */
  readonly default: unknown;
  /** What shows the field, if no page of the documentation does. */
  readonly evidence: Evidence | undefined;
  /** The known values, each with its meaning if the specification has one. */
  readonly values: readonly string[];
}

const UNITS = ['unix-seconds', 'unix-milliseconds', 'fen', 'yuan'] as const;
const LIMITS = [
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'x-max-bytes',
] as const;
const EVIDENCE = ['public-code', 'recording'] as const;

/** A unit, by its format in the specification. */
type Unit = (typeof UNITS)[number];
/** A bound, by its keyword in the specification. */
type Limit = (typeof LIMITS)[number];
/** What shows a field that is on no page. */
type Evidence = (typeof EVIDENCE)[number];

/**
 * The facts of a value.
 *
 * @param evidence what shows the parameter, which stands beside its schema.
 */
export function valueFacts(schema: Schema, evidence: unknown = schema['x-evidence']): ValueFacts {
  return {
    unit: UNITS.find((unit) => unit === schema.format),
    limits: LIMITS.flatMap((keyword) => {
      const value = schema[keyword];
      return typeof value === 'number' ? [[keyword, value] as const] : [];
    }),
    default: schema.default,
    evidence: EVIDENCE.find((known) => known === evidence),
    values: knownValues(schema),
  };
}

function knownValues(schema: Schema): string[] {
  const known = schema['x-known-values'];
  const meanings = schema['x-meanings'];
  const listed = schema.enum ?? (Array.isArray(known) ? known : []);
  return listed.map((value) => {
    const meaning = Object(meanings)[String(value)];
    return meaning === undefined ? String(value) : `${value} ${meaning}`;
  });
}
