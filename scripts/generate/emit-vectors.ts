import { exactJson } from '../kit/exact-json.ts';
import type { Model } from '../spec/model.ts';
import { VECTOR_SUBJECTS } from '../spec/vectors.ts';
import { HEADER } from './header.ts';
import { VECTOR_FACTS } from './vector-facts.ts';

/** The longest line of a value that is not a case. */
const WIDTH = 140;

/** `vectors/*.json`: what a client in any language must do exactly, with what the specification knows of it. */
export function emitVectors(model: Model): [name: string, text: string][] {
  return VECTOR_SUBJECTS.flatMap((subject) => {
    const file = model.vectors[subject];
    if (file === undefined) return [];
    const { about, version, defaults, cases } = file;
    const lines = Object.entries({
      'x-generated': HEADER,
      about,
      version,
      ...VECTOR_FACTS[subject]?.(model),
      ...(defaults && { defaults }),
    }).map(([key, value]) => ` ${exactJson(key)}: ${layOut(value, 1)},`);
    const rows = cases.map((row) => `  ${exactJson(row)}`).join(',\n');
    return [[`vectors/${subject}.json`, `{\n${lines.join('\n')}\n "cases": [\n${rows}\n ]\n}\n`]];
  });
}

/** JSON on one line where it is short, otherwise with a line for each member. */
function layOut(value: unknown, depth: number): string {
  const short = exactJson(value);
  if (short.length <= WIDTH || typeof value !== 'object' || value === null) return short;
  const isList = Array.isArray(value);
  const indent = ' '.repeat(depth);
  const lines = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${indent} ${isList ? '' : `${exactJson(key)}: `}${layOut(member, depth + 1)}`);
  return `${isList ? '[' : '{'}\n${lines.join(',\n')}\n${indent}${isList ? ']' : '}'}`;
}
