import { exactJson } from '../../kit/exact-json.ts';
import type { Model, Operation } from '../../spec/model.ts';
import { isObject, type Schema } from '../../spec/openapi.ts';
import type { FieldRow } from './field-rows.ts';

/** One place where the specification departs from the documentation. */
export interface CorrectionRow {
  readonly place: string;
  readonly what: string;
  readonly documented: string;
  readonly because: string;
}

/** The corrections and omissions of an operation and of the fields that its page shows. */
export function correctionRows(
  model: Model,
  operation: Operation,
  fields: readonly FieldRow[],
): CorrectionRow[] {
  const own = [operation.object as Schema, operation.body?.schema, operation.result];
  return [
    ...own.flatMap((schema) => (schema === undefined ? [] : reasonsOf(model, operation.path, schema))),
    ...fields.flatMap(({ path, schema }) => reasonsOf(model, path, schema)),
  ];
}

function reasonsOf(model: Model, place: string, schema: Schema): CorrectionRow[] {
  const because = (reason: unknown) => {
    const text = String(reason);
    return Object.hasOwn(model.reasons, text) ? (model.reasons[text] ?? text) : text;
  };
  const corrections = [schema['x-corrects'] ?? []].flat().filter(isObject);
  const omits = isObject(schema['x-omits']) ? Object.entries(schema['x-omits']) : [];
  const unknown = schema['x-unknown'];
  return [
    ...corrections.map((correction) => ({
      place,
      what: typeof correction.what === 'string' ? correction.what : 'type',
      documented: textOf(correction.documented),
      because: because(correction.because),
    })),
    ...omits.map(([name, reason]) => ({
      place: name,
      what: 'left out',
      documented: 'present',
      because: because(reason),
    })),
    ...(unknown === undefined
      ? []
      : [{ place, what: 'type unknown', documented: 'null', because: because(unknown) }]),
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : exactJson(value);
}
