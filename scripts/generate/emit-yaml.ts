import { exactJson } from '../kit/exact-json.ts';
import { remembered, type TextCache } from '../kit/text-cache.ts';
import { isObject } from '../spec/openapi.ts';
import { indentLines, yamlText } from '../spec/yaml-text.ts';

/** How deep a document is written in parts: to each path's methods, and to each component. */
const DEPTH = 2;

/**
 * A document of JSON values as YAML, no line of it folded. Its parts are written each by itself: writing one takes ten
 * times as long as looking it up.
 * @param cache the parts that are known already, by what they are made of.
 */
export function emitYaml(document: object, cache?: TextCache): string {
  return writeMap(document, DEPTH, cache);
}

function writeMap(map: object, depth: number, cache: TextCache | undefined): string {
  const entries = Object.entries(map).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return writePart({}, cache);
  return entries
    .map(([key, value]) => {
      const below = depth > 0 && isObject(value) ? writeMap(value, depth - 1, cache) : EMPTY;
      if (below === EMPTY) return writePart({ [key]: value }, cache);
      return `${writePart({ [key]: '' }, cache).replace(/ ""\n$/, '')}\n${indentLines(below, '  ')}`;
    })
    .join('');
}

const EMPTY = '{}\n';

function writePart(part: object, cache: TextCache | undefined): string {
  return remembered(cache, exactJson(part), () => yamlText(part, 0));
}
