import type { JsonSchema } from './endpoints.ts';
import { personAt } from './persons.ts';
import { FLAGS, NUMBERS, SAME, TEXTS } from './plausible.ts';
import { hashOf } from './random.ts';

/** 2024-01-01 in China, in Unix seconds: fixed, so that answers do not depend on the start of the sandbox. */
const A_TIME = 1_704_038_400;
const DAY = 86_400;
/** The number of persons whose names have no digits. */
const PERSONS = 500;

/** A text for a dotted path that the schema allows. */
export function textAt(name: string, schema: JsonSchema, seed: number): string {
  const { contentMediaType, minLength = 0, maxLength } = schema;
  if (contentMediaType === 'application/json') return '{}';
  return textOf(placeOf(name), seed).slice(0, maxLength).padEnd(minLength, '0');
}

/** A number for a dotted path that the schema allows. */
export function numberAt(name: string, schema: JsonSchema, seed: number): number {
  const { format, minimum = 0, maximum = Infinity } = schema;
  const place = placeOf(name);
  const hash = hashOf(seed, identityOf(place));
  if (format === 'unix-seconds') return timeAt(place, hash);
  if (format === 'unix-milliseconds') return timeAt(place, hash) * 1000;
  const [, lowest = 1, highest = 1000, step = 1] = NUMBERS.find(([fits]) => fits.test(place)) ?? [];
  const choices = Math.floor((highest - lowest) / step) + 1;
  return Math.min(maximum, Math.max(minimum, lowest + (hash % choices) * step));
}

/** A flag for a dotted path. */
export function flagAt(name: string, seed: number): boolean {
  const place = placeOf(name);
  return FLAGS.find(([fits]) => fits.test(place))?.[1] ?? hashOf(seed, place) % 2 === 0;
}

function textOf(place: string, seed: number): string {
  const field = place.slice(place.lastIndexOf('.') + 1);
  if (/(_at|_time|_date)$/.test(field)) return '2024-01-01 08:00:00';
  const hash = hashOf(seed, identityOf(place));
  const [, texts = [`${field}-####`]] = TEXTS.find(([fits]) => fits.test(place)) ?? [];
  if (typeof texts === 'string') {
    // The fields of one object describe one person, but a customer's row names its employee, too.
    const [role = ''] = /^(staff|creator|handler|sender|relation|target)/.exec(field) ?? [];
    const at = hashOf(seed, place.slice(0, -field.length), role) % PERSONS;
    // Not the seed itself: the persons of generated rows differ.
    return personAt(at, hashOf(seed, 'sampled'))[texts];
  }
  let digits = hash;
  return (texts[hash % texts.length] ?? '').replace(/#/g, () => {
    digits = hashOf(digits, '#');
    return String(digits % 10);
  });
}

/** A time: updates are one day after creations. */
function timeAt(place: string, hash: number): number {
  const isLater = /(updat|end|expire|finish|success)[^.]*$/.test(place);
  return A_TIME + (hash % DAY) + (isLater ? DAY : 0);
}

/** A dotted path without the numbers of rows and without `_list` at its end, so that items share the list's place. */
function placeOf(name: string): string {
  return name.replace(/\.\d+(?=\.|$)/g, '').replace(/_list$/, '');
}

/** The key that decides a value: `stage_id` and `stage.id` have the same value, and some places have one value everywhere. */
function identityOf(place: string): string {
  const same = SAME.find(([fits]) => fits.test(place))?.[1];
  return same ?? place.replace(/\.((?:ext_|group_)?id)$/, '_$1');
}
