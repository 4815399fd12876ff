import { isObject } from '../../spec/openapi.ts';
import type { KeyPath } from '../../spec/source.ts';

type Part = Readonly<Record<string, unknown>>;

/** Keys whose Chinese stands in a key of its own, `<key>-zh`: sentences, and maps of sentences. */
export const TWIN_SENTENCES = ['x-safety-because', 'x-effect-because', 'x-unknown'] as const;
export const TWIN_MAPS = ['x-meanings', 'x-omits'] as const;

/** Whether a text is one word: the name of a shared reason, whose texts are in `reasons.yaml`. */
export function isReasonName(value: unknown): boolean {
  return typeof value === 'string' && !/\s/.test(value.trim());
}

/**
 * Finds the Chinese of a part whose English is gone: somebody removed a text and left its twin.
 * @param described the keys of the part that `x-zh` is the Chinese of.
 * @returns the keys of each below the part.
 */
export function strayChinese(part: Part, described: readonly string[]): KeyPath[] {
  const zh = part['x-zh'];
  const sentence = typeof part.because === 'string' && !isReasonName(part.because);
  const own = isObject(zh)
    ? Object.keys(zh).flatMap((key) => (described.includes(key) ? [] : [['x-zh', key]]))
    : zh !== undefined && described.length === 0 && !sentence
      ? [['x-zh']]
      : [];
  const sentences = TWIN_SENTENCES.filter((key) => part[`${key}-zh`] !== undefined && !isSentence(part[key]));
  return [
    ...own,
    ...sentences.map((key) => [`${key}-zh`]),
    ...TWIN_MAPS.flatMap((key) => strayRows(key, part[key], part[`${key}-zh`])),
  ];
}

function isSentence(value: unknown): boolean {
  return typeof value === 'string' && !isReasonName(value);
}

/** The rows of a Chinese map that its English lacks; the map itself if there is no English at all. */
function strayRows(key: (typeof TWIN_MAPS)[number], texts: unknown, twins: unknown): KeyPath[] {
  if (!isObject(twins)) return [];
  if (!isObject(texts)) return [[`${key}-zh`]];
  const isKnown = (name: string) =>
    Object.hasOwn(texts, name) && !(key === 'x-omits' && isReasonName(texts[name]));
  return Object.keys(twins).flatMap((name) => (isKnown(name) ? [] : [[`${key}-zh`, name]]));
}
