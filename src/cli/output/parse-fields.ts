import { type Schema, unknownField } from '../../catalogue/index.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The dotted names in `--fields a,b.c`.
 *
 * @param schema what the rows or the answer hold, as specified.
 * @throws UsageError if the specification has no such field, with the nearest name.
 */
export function parseFields(text: string, schema: Schema): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) throw new UsageError('missingValue', { given: '--fields' });
  for (const name of names) {
    const unknown = unknownField(name, schema);
    if (!unknown) continue;
    const { step, near, known } = unknown;
    throw new UsageError(near ? 'unknownFieldNear' : 'unknownField', {
      name,
      step,
      near: near ?? '',
      known: known.join(', '),
    });
  }
  return names;
}

/**
 * The names of `--fields` for rows that the specification does not describe; undefined if it was not given.
 * @param example a row; the fields that it has are the fields that may be named.
 * @throws UsageError if the row has no such field, with the nearest name.
 */
export function rowFields(text: string | undefined, example: object): string[] | undefined {
  if (text === undefined) return undefined;
  const fields = Object.keys(example).map((name): [string, Schema] => [name, { type: 'string' }]);
  return parseFields(text, { properties: Object.fromEntries(fields) });
}
