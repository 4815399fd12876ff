import { exactJson } from '../../kit/exact-json.ts';
import type { Model, Operation } from '../../spec/model.ts';
import { isObject, type Schema } from '../../spec/openapi.ts';
import type { Words } from '../words.ts';

/** One place where the specification departs from the documentation. */
export interface CorrectionView {
  readonly place: string;
  readonly what: string;
  readonly documented: string;
  readonly because: string;
}

/** The corrections and omissions of an operation and of the fields that its page shows, given with their paths. */
export function correctionViews(
  model: Model,
  operation: Operation,
  fields: readonly (readonly [path: string, schema: Schema])[],
  words: Words,
): CorrectionView[] {
  const own = [operation.object as Schema, operation.body?.schema, operation.result];
  const rows = [
    ...own.flatMap((schema) => (schema === undefined ? [] : reasonsOf(model, operation.path, schema))),
    ...fields.flatMap(([path, schema]) => reasonsOf(model, path, schema)),
  ];
  return rows.map((row) => ({
    ...row,
    what: words.corrected[row.what] ?? row.what,
    documented: row.documented ?? words.present,
  }));
}

/** A row whose `documented` is left out says that the page has the field. */
type Row = Omit<CorrectionView, 'documented'> & { readonly documented?: string };

function reasonsOf(model: Model, place: string, schema: Schema): Row[] {
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
    ...omits.map(([name, reason]) => ({ place: name, what: 'left out', because: because(reason) })),
    ...(unknown === undefined
      ? []
      : [{ place, what: 'type unknown', documented: 'null', because: because(unknown) }]),
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : exactJson(value);
}
