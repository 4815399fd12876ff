import { Document, isCollection, isMap, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml';
import { nodesOf, type SourceNodes } from '../../spec/source.ts';
import { documentText, foldSmallCollections, inlineText as inlineYaml } from '../../spec/yaml-text.ts';
import {
  countComments,
  endOf,
  isFlow,
  isInline,
  isItem,
  keyOf,
  lineAfter,
  lineStart,
  nodeAt,
  pairOf,
  rangeOf,
  type Step,
  startOf,
} from './yaml-place.ts';

/** One change of a YAML text, by where it is made and not by line, so that several follow one another. */
export type Edit =
  /** Gives a key a value; a key that is not there yet comes after its sibling `after`, or last. */
  | {
      readonly op: 'set';
      readonly at: readonly Step[];
      readonly value: unknown;
      readonly after?: string | undefined;
    }
  /** Takes a key out with its value, or an item out of a list, and a list or map with it that is empty then. */
  | { readonly op: 'remove'; readonly at: readonly Step[] }
  /** Adds an item that is not there yet to a list, after the item `after` (its value or its name) or last. */
  | {
      readonly op: 'include';
      readonly at: readonly Step[];
      readonly value: unknown;
      readonly after?: unknown;
    };

/** Why an edit cannot be made: the place is not as expected, or a comment would be lost. */
export class EditError extends Error {
  override readonly name = 'EditError';
}

/** A YAML text and what it was parsed to, so that edits which follow one another parse it once. */
export interface Editable {
  readonly text: string;
  readonly nodes: SourceNodes;
  readonly comments: number;
}

export function editable(text: string): Editable {
  const nodes = nodesOf(text);
  return { text, nodes, comments: countComments(nodes.document) };
}

/**
 * Makes changes in a YAML text, one after another. Every line that they do not concern stays byte for byte, and so does
 * every comment.
 * @throws EditError where one of them cannot be made.
 */
export function editYaml(before: Editable, edits: readonly Edit[]): Editable {
  let edited = before;
  for (let at = 0; at < edits.length; ) {
    const apart = splicesApart(edited, edits.slice(at));
    try {
      edited = spliced(edited, apart);
      at += apart.length;
    } catch (error) {
      if (apart.length === 1 || !(error instanceof EditError)) throw error;
      // Alone, each tells whether it is the one that cannot be made.
      edited = spliced(edited, apart.slice(0, 1));
      at += 1;
    }
  }
  return edited;
}

/** What takes the place of a part of a text; of none where start and end are the same. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/**
 * The first edits, as far as none changes what a later one looks at: they can be made in one text at once. What is
 * removed can take along what is around it, and what is added changes the order in its list or map.
 */
function splicesApart(from: Editable, edits: readonly Edit[]): readonly Splice[] {
  const made: Splice[] = [];
  const longer: unknown[] = [];
  for (const edit of edits) {
    const way = wayTo(from, edit);
    if (made.length > 0 && (edit.op === 'remove' || longer.some((holder) => isReordered(way, holder)))) break;
    let splice: Splice;
    try {
      splice = makeSplice(from, edit);
    } catch (error) {
      // It may be possible after those before it.
      if (made.length > 0 && error instanceof EditError) break;
      throw error;
    }
    if (made.some(({ start, end }) => start <= splice.end && splice.start <= end)) break;
    made.push(splice);
    if (edit.op === 'remove') break;
    if (splice.start === splice.end) longer.push(way.at(-1));
  }
  return made;
}

/** The nodes from the top to the list or map that an edit changes. */
function wayTo({ nodes }: Editable, { op, at }: Edit): readonly unknown[] {
  const holder = op === 'include' ? at : at.slice(0, -1);
  return [...holder.keys(), holder.length].map((depth) => nodeAt(nodes.document, holder.slice(0, depth)));
}

/** Whether an edit that goes this way may find another place after something was added to a list or map. */
function isReordered(way: readonly unknown[], added: unknown): boolean {
  return way.at(-1) === added || (isSeq(added) && way.includes(added));
}

function spliced({ text, comments }: Editable, splices: readonly Splice[]): Editable {
  let result = text;
  for (const { start, end, by } of [...splices].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + by + result.slice(end);
  const edited = editable(result);
  const [error] = edited.nodes.document.errors;
  if (error !== undefined) throw new EditError(`the YAML would break: ${error.message}`);
  if (edited.comments < comments) throw new EditError('a comment stands there');
  return edited;
}

function makeSplice({ text, nodes: { document } }: Editable, edit: Edit): Splice {
  if (edit.op === 'set') return setValue(text, document, edit);
  if (edit.op === 'remove') return removeEntry(text, document, edit.at);
  return includeItem(text, document, edit);
}

function setValue(text: string, document: Document.Parsed, edit: Edit & { op: 'set' }): Splice {
  const { at, value, after } = edit;
  const [holder, key] = [nodeAt(document, at.slice(0, -1)), at.at(-1)];
  if (!isMap(holder) || typeof key !== 'string') throw new EditError(`${describe(at)} has no place`);
  const pair = pairOf(holder, key);
  if (pair === undefined) return insertEntry(text, holder, { key, value, after });
  if (isInline(pair.value)) {
    const [start, end] = rangeOf(pair.value);
    return { start, end, by: inlineText(value, isScalar(pair.value) ? pair.value.type : undefined) };
  }
  const before = holder.items[holder.items.indexOf(pair) - 1];
  if (before === undefined)
    throw new EditError(`${describe(at)} is the first of its map and takes several lines`);
  const without = spliced(editable(text), [removeEntry(text, document, at)]);
  const edited = editYaml(without, [{ ...edit, after: keyOf(before) }]);
  return { start: 0, end: text.length, by: edited.text };
}

function insertEntry(
  text: string,
  holder: YAMLMap,
  { key, value, after }: { key: string; value: unknown; after: string | undefined },
): Splice {
  const sibling = holder.items.find((item) => keyOf(item) === after) ?? holder.items.at(-1);
  return isFlow(holder)
    ? insertInline(text, rangeOf(holder)[0], sibling, inlineText({ [key]: value }).slice(1, -1))
    : insertLines(text, sibling, blockText({ [key]: value }));
}

function includeItem(
  text: string,
  document: Document.Parsed,
  { at, value, after }: Edit & { op: 'include' },
): Splice {
  const list = nodeAt(document, at);
  if (!isSeq(list)) throw new EditError(`${describe(at)} is no list`);
  if (list.items.some((item) => isScalar(item) && item.value === value))
    return insertAt(rangeOf(list)[0], '');
  const sibling = list.items.find((item) => isItem(item, after)) ?? list.items.at(-1);
  return isFlow(list)
    ? insertInline(text, rangeOf(list)[0], sibling, inlineText(value))
    : insertLines(text, sibling, blockText([value]));
}

function insertInline(text: string, bracket: number, sibling: unknown, entry: string): Splice {
  if (sibling === undefined) return insertAt(bracket + 1, entry);
  return insertAt(endOf(text, sibling), `, ${entry}`);
}

function insertAt(at: number, by: string): Splice {
  return { start: at, end: at, by };
}

/** Puts lines below the last line of an entry, indented as the entry is. */
function insertLines(text: string, sibling: unknown, entry: string): Splice {
  if (sibling === undefined) throw new EditError('what is empty cannot be added to');
  const first = startOf(text, sibling);
  // A key behind the dash of a list's item is indented as far as the keys below it.
  const indent = text.slice(lineStart(text, first), first).replaceAll(/[^ ]/g, ' ');
  const end = lineAfter(text, endOf(text, sibling));
  const lines = entry.replace(/\n$/, '').replaceAll(/^(?=.)/gm, indent);
  return insertAt(end, text[end - 1] === '\n' ? `${lines}\n` : `\n${lines}`);
}

function removeEntry(text: string, document: Document.Parsed, at: readonly Step[]): Splice {
  const [holder, last] = [nodeAt(document, at.slice(0, -1)), at.at(-1)];
  const entries: readonly unknown[] = isCollection(holder) ? holder.items : [];
  const index = entries.findIndex((entry, place) =>
    isMap(holder)
      ? holder.items[place] === pairOf(holder, String(last))
      : place === last || isItem(entry, last),
  );
  if (index < 0) throw new EditError(`${describe(at)} is not there`);
  if (entries.length === 1) return removeEntry(text, document, at.slice(0, -1));
  const [before, entry, next] = [entries[index - 1], entries[index], entries[index + 1]];
  const start = startOf(text, entry);
  if (isFlow(holder)) {
    return before === undefined
      ? { start, end: startOf(text, next), by: '' }
      : { start: endOf(text, before), end: endOf(text, entry), by: '' };
  }
  const from = lineStart(text, start);
  if (text.slice(from, start).trim() !== '') throw new EditError(`${describe(at)} shares its line`);
  // It would stay, and speak of what comes next.
  const above = text.slice(before === undefined ? 0 : lineAfter(text, endOf(text, before)), from);
  if (/(^|\n) *#[^\n]*\n$/.test(above)) throw new EditError(`a comment stands above ${describe(at)}`);
  return { start: from, end: lineAfter(text, endOf(text, entry)), by: '' };
}

/** A value on one line, in the quotes that stood there before where it is a text. */
function inlineText(value: unknown, quotes?: Scalar.Type): string {
  const document = new Document([value], { aliasDuplicateObjects: false });
  const [item] = isSeq(document.contents) ? document.contents.items : [];
  if (isScalar(item) && typeof value === 'string' && quotes?.startsWith('QUOTE')) item.type = quotes;
  return inlineYaml(document, { collectionStyle: 'flow' }).trim().slice(1, -1);
}

/** A map or list on lines of its own, with what is small in it on one line. */
function blockText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  foldSmallCollections(document);
  if (isCollection(document.contents)) document.contents.flow = false;
  return documentText(document);
}

function describe(at: readonly Step[]): string {
  return at.map((step) => (typeof step === 'object' ? step.name : String(step))).join('.') || 'the document';
}
