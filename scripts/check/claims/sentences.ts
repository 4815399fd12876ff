import { isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { Place } from '../../kit/diagnostic.ts';
import type { Source } from '../../spec/source.ts';

/** A sentence of a YAML file and where it begins. */
export interface Sentence {
  readonly text: string;
  readonly place: Place;
}

/** Text under these keys is the API's or the vendor's, or Chinese beside an English text. */
const DATA_KEYS: ReadonlySet<unknown> = new Set([
  'example',
  'examples',
  'enum',
  'const',
  'default',
  'documented',
  'x-known-values',
  'x-title',
  'zh',
  'advice_zh',
  'x-zh',
  'x-meanings-zh',
  'x-omits-zh',
  'x-safety-because-zh',
  'x-effect-because-zh',
  'x-unknown-zh',
]);

/** Ends a sentence. The next one may begin with a name in backticks. */
const SENTENCE_END = /(?<=[.!?]["')`]?) (?=[A-Z`"'(])/;

/** Lists the sentences of a file's texts in their order; a text of one word is one too. */
export function sentencesOf(source: Source): Sentence[] {
  return scalarsOf(source.nodes().document.contents).flatMap((scalar) => sentencesOfScalar(source, scalar));
}

/** @param areNames whether the keys of the node are names of fields, so that one called `example` is no example. */
function scalarsOf(node: unknown, areNames = false): Scalar<string>[] {
  if (isScalar<string>(node)) return typeof node.value === 'string' ? [node] : [];
  if (isSeq(node)) return node.items.flatMap((item) => scalarsOf(item));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? key.value : undefined;
    return DATA_KEYS.has(name) && !areNames ? [] : scalarsOf(value, name === 'properties' && !areNames);
  });
}

/** Folding and quoting change the white space of a text but not its words, so a sentence is found by counting words. */
function sentencesOfScalar(source: Source, scalar: Scalar<string>): Sentence[] {
  const [from = 0, to = from] = scalar.range ?? [];
  const isBlock = scalar.type === Scalar.BLOCK_FOLDED || scalar.type === Scalar.BLOCK_LITERAL;
  const words = [...source.text.slice(from, to).matchAll(/\S+/g)].slice(isBlock ? 1 : 0);
  const { lines } = source.nodes();
  let count = 0;
  const text = scalar.value.replace(/\s+/g, ' ').trim();
  return text.split(SENTENCE_END).map((sentence) => {
    const { line, col } = lines.linePos(from + (words[count]?.index ?? 0));
    count += sentence.split(' ').length;
    return { text: sentence, place: { file: source.name, line, column: col } };
  });
}
