import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** One step down into a document: a key, an index, or the name of a list item. */
export type Step = string | number | { readonly name: string };

/** Finds the node that steps lead to; undefined if there is none. */
export function nodeAt(document: Document.Parsed, at: readonly Step[]): unknown {
  let node: unknown = document.contents;
  for (const step of at) {
    if (isMap(node) && typeof step !== 'object') node = pairOf(node, step)?.value;
    else if (isSeq(node)) node = node.items[indexOf(node, step)];
    else return undefined;
  }
  return node;
}

/**
 * Returns the index of a list item, -1 if it is missing. A number is the index itself; other steps are looked
 * up.
 */
export function indexOf(list: YAMLSeq, step: Step): number {
  return typeof step === 'number' ? step : list.items.findIndex((item) => isItem(item, step));
}

/** Finds the entry of a map with a key. */
export function pairOf(map: YAMLMap, key: string | number): Pair | undefined {
  return map.items.find((item) => keyOf(item) === String(key));
}

/** The key of an entry, as text. */
export function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

/** Whether a step or a value names this item of a list: a map by its `name`, anything else by its value. */
export function isItem(item: unknown, step: unknown): boolean {
  const wanted = typeof step === 'object' && step !== null && 'name' in step ? step.name : step;
  if (wanted === undefined) return false;
  return isMap(item) ? item.get('name') === wanted : isScalar(item) && item.value === wanted;
}

/** Whether a list or map is written in brackets. */
export function isFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}

/** Whether a value can be replaced in place: a scalar that is not a block, or a collection in brackets. */
export function isInline(node: unknown): node is Node {
  if (isScalar(node)) return node.type !== Scalar.BLOCK_FOLDED && node.type !== Scalar.BLOCK_LITERAL;
  return isFlow(node);
}

/** Returns the offsets at which a node's own text begins and ends. */
export function rangeOf(node: unknown): readonly [start: number, end: number] {
  const range = isNode(node) ? node.range : undefined;
  if (range == null) throw new Error('a node that was not parsed has no place');
  return [range[0], range[1]];
}

/**
 * Returns the offset at which an entry of a map or list begins: its key, or the dash of an item in block
 * style.
 */
export function startOf(text: string, entry: unknown): number {
  if (isPair(entry)) return rangeOf(entry.key)[0];
  const [start] = rangeOf(entry);
  const from = lineStart(text, start);
  return /^ *- +$/.test(text.slice(from, start)) ? text.indexOf('-', from) : start;
}

/**
 * Returns the offset at which an entry ends, without the rest of its line. Comments below it belong to the
 * next entry. A block scalar ends with its last line, or with the empty lines below if it keeps them.
 */
export function endOf(text: string, entry: unknown): number {
  const node: unknown = isPair(entry) ? (entry.value ?? entry.key) : entry;
  if (isCollection(node) && !isFlow(node) && node.items.length > 0) return endOf(text, node.items.at(-1));
  let [start, end] = rangeOf(node);
  const keepsEnd = isInline(node) || /^[|>]\d?\+/.test(text.slice(start, end));
  while (!keepsEnd && text[end - 1] === '\n' && text[end - 2] === '\n') end--;
  return end;
}

/** Returns the offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Returns the offset of the line after an entry's end. A block scalar already ends there. */
export function lineAfter(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const next = text.indexOf('\n', end);
  return next === -1 ? text.length : next + 1;
}

/**
 * Counts the comment lines of a document. Empty ones do not count: they may be blank lines between two
 * comments.
 */
export function countComments(document: Document.Parsed): number {
  const lines = (...comments: (string | null | undefined)[]) =>
    comments.reduce((sum, comment) => sum + (comment?.match(/\S.*/g)?.length ?? 0), 0);
  const countIn = (node: unknown): number => {
    if (isPair(node)) return countIn(node.key) + countIn(node.value);
    if (!isNode(node)) return 0;
    const items: readonly unknown[] = isCollection(node) ? node.items : [];
    return items.reduce<number>((sum, item) => sum + countIn(item), lines(node.commentBefore, node.comment));
  };
  return lines(document.commentBefore, document.comment) + countIn(document.contents);
}
