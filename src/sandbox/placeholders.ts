import { isObject } from '../base/is-object.ts';
import type { Endpoints, JsonSchema } from './endpoints.ts';
import type { Sampler } from './sample.ts';

/** The text that the vendor's documentation tool prints for a string without an example. */
const PLACEHOLDER = 'string';

/**
 * Replaces each placeholder in an answer with a plausible value from the sampler. If all texts are placeholders,
 * numbers and flags count as placeholders, too. A null is information and stays.
 */
export function fillPlaceholders(
  answer: unknown,
  schema: JsonSchema,
  name: string,
  { sample }: Sampler,
  { resolve }: Pick<Endpoints, 'resolve'>,
): unknown {
  const texts = textsOf(answer);
  const isHollow = texts.length > 0 && texts.every((text) => text === PLACEHOLDER);
  const fill = (value: unknown, given: JsonSchema, at: string): unknown => {
    const known = resolve(given);
    if (Array.isArray(value)) return value.map((item, row) => fill(item, known.items ?? {}, `${at}.${row}`));
    if (isObject(value)) {
      const entries = Object.entries(value).map(([key, item]) => {
        const property = known.properties?.[key] ?? {};
        return [key, fill(item, property, `${at}.${key}`)] as const;
      });
      return Object.fromEntries(entries);
    }
    const isPlaceholder = value === PLACEHOLDER || (isHollow && value !== null && typeof value !== 'string');
    // If the schema allows any type, the value's type is the better information.
    return isPlaceholder ? sample({ type: typeof value, ...known }, at) : value;
  };
  return fill(answer, schema, name);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
