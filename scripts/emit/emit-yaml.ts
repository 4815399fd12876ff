import { exactJson } from '../spec/exact-json.ts';
import { isObject } from '../spec/openapi.ts';
import type { TextCache } from '../spec/text-cache.ts';
import { yamlText } from '../spec/yaml-text.ts';

/** How deep a document is written in parts: to each path's methods, and to each component. */
const DEPTH = 2;

/**
 * A document as YAML, no line of it folded. Its parts are written each by itself: writing one takes ten times as long as
 * looking it up.
 * @param cache the parts that are known already, by what they are made of.
 */
export function emitYaml(document: object, cache?: TextCache): string {
  return writeEntries(document, DEPTH, cache);
}

function writeEntries(map: object, depth: number, cache: TextCache | undefined): string {
  return Object.entries(map)
    .map(([key, value]) => {
      if (depth === 0 || !isObject(value) || Object.keys(value).length === 0)
        return writePart({ [key]: value }, cache);
      const below = writeEntries(value, depth - 1, cache);
      return `${writePart({ [key]: '' }, cache).replace(/ ""\n$/, '')}\n${below.replaceAll(/^(?=.)/gm, '  ')}`;
    })
    .join('');
}

function writePart(part: object, cache: TextCache | undefined): string {
  const source = exactJson(part);
  const known = cache?.get(source);
  const text = known ? String(known.value) : yamlText(part, 0);
  if (!known) cache?.set(source, text);
  return text;
}
