import { exactJson } from '../kit/exact-json.ts';
import { remembered, type TextCache } from '../kit/text-cache.ts';
import { isObject } from '../spec/openapi.ts';
import { indentLines, yamlText } from '../spec/yaml-text.ts';
import { WIDTH } from './format-sources.ts';

/** The depth to which a document is written in parts: each method of a path, and each component. */
const DEPTH = 2;

/**
 * A document of JSON values as YAML, with prose folded at {@link WIDTH} columns. Its parts are written and cached
 * separately: writing one takes ten times as long as looking it up.
 * @param cache the parts that are already known, by their input.
 */
export function emitYaml(document: object, cache?: TextCache): string {
  return writeMap(document, DEPTH, cache);
}

function writeMap(map: object, depth: number, cache: TextCache | undefined): string {
  const width = WIDTH - INDENT.length * (DEPTH - depth) - MARGIN;
  const entries = Object.entries(map).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return EMPTY;
  return entries
    .map(([key, value]) => {
      const inner = depth > 0 && isObject(value) ? writeMap(value, depth - 1, cache) : EMPTY;
      if (inner === EMPTY) return writePart({ [key]: value }, width, cache);
      return `${yamlText({ [key]: '' }, 0).replace(/ ""\n$/, '')}\n${indentLines(inner, INDENT)}`;
    })
    .join('');
}

const EMPTY = '{}\n';
const INDENT = '  ';

/** Columns to spare: yaml ignores the indentation of a text's first line, and this is enough for most. */
const MARGIN = 12;

function writePart(part: object, width: number, cache: TextCache | undefined): string {
  return remembered(cache, `${width} ${exactJson(part)}`, () => yamlText(part, width));
}
