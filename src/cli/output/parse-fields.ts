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
