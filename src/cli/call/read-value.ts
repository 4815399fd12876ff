import { followed, isScalar, type Schema, typesOf, typeWord } from '../../catalogue/index.ts';
import { UsageError } from '../usage-error.ts';
import { parseInput } from './exact-input.ts';
import { momentOf } from './read-time.ts';

/**
 * Converts the value of a flag by its schema: texts stay unchanged, numbers keep all their digits, lists come from a
 * repeated flag or from one JSON list, a date becomes a Unix time, and everything else is JSON.
 *
 * @param words the values of the flag, one for each time that it was given.
 * @throws UsageError if the words do not fit the schema.
 */
export function readValue(name: string, schema: Schema, words: readonly string[]): unknown {
  const flag = `--${name}`;
  const types = typesOf(schema);
  const items = schema.items && followed(schema.items);
  const [word = ''] = words;
  if (types[0] === 'array' && items && isScalar(items)) {
    if (words.length === 1 && word.trimStart().startsWith('[')) return parseInput(word, flag);
    return words.map((word) => readScalar(flag, items, word));
  }
  if (words.length > 1) throw new UsageError('flagTwice', { flag });
  return isScalar(schema) ? readScalar(flag, schema, word) : parseInput(word, flag);
}

function readScalar(flag: string, schema: Schema, word: string): unknown {
  const unit = MILLISECONDS.get(schema.format ?? '');
  const value = scalarOf(schema, word) ?? (unit === undefined ? undefined : timeOf(word, unit));
  if (value === undefined)
    throw new UsageError(unit === undefined ? 'badValue' : 'badTime', {
      flag,
      given: word,
      type: typeWord(schema),
    });
  if (schema.enum && !schema.enum.some((known) => String(known) === word)) {
    throw new UsageError('notAmong', { flag, given: word, known: schema.enum.join(', ') });
  }
  return value;
}

/** The length of the units of time, by their format. */
const MILLISECONDS: ReadonlyMap<string, number> = new Map([
  ['unix-seconds', 1000],
  ['unix-milliseconds', 1],
]);

/** The Unix time of a date; undefined if the word is none. */
function timeOf(word: string, unit: number): number | undefined {
  const moment = momentOf(word);
  return moment === undefined ? undefined : Math.floor(moment / unit);
}

/** Converts the word to the first of the schema's types that it fits; undefined if it fits none. */
function scalarOf(schema: Schema, word: string): unknown {
  const types = typesOf(schema);
  if (types.includes('null') && word === 'null') return null;
  if (types.includes('integer') && /^-?\d+$/.test(word)) return wholeNumber(schema, word);
  if (types.includes('number') && word.trim() !== '' && Number.isFinite(Number(word))) return Number(word);
  if (types.includes('boolean') && /^(true|false)$/.test(word)) return word === 'true';
  return types.includes('string') ? word : undefined;
}

/** Exact integers stay strings of digits, as in answers. Others become bigints if a double would round them. */
function wholeNumber(schema: Schema, word: string): string | number | bigint {
  if (schema['x-exact'] === true) return word;
  return Number.isSafeInteger(Number(word)) ? Number(word) : BigInt(word);
}
