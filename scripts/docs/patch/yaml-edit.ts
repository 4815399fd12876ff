import { Document, isCollection, isMap, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml';
import { nodesOf, type SourceNodes } from '../../spec/source.ts';
import { documentText, foldSmallCollections, inlineText as inlineYaml } from '../yaml-text.ts';
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
 * Makes one change in a YAML text. Every line that it does not concern stays byte for byte, and so does every comment.
 * @throws EditError where it cannot.
 */
export function editYaml({ text, nodes, comments }: Editable, edit: Edit): Editable {
  const edited = editable(make(text, nodes.document, edit));
  const [error] = edited.nodes.document.errors;
  if (error !== undefined) throw new EditError(`the YAML would break: ${error.message}`);
  if (edited.comments < comments) throw new EditError('a comment stands there');
  return edited;
}

function make(text: string, document: Document.Parsed, edit: Edit): string {
  if (edit.op === 'set') return setValue(text, document, edit);
  if (edit.op === 'remove') return removeEntry(text, document, edit.at);
  return includeItem(text, document, edit);
}

function setValue(text: string, document: Document.Parsed, edit: Edit & { op: 'set' }): string {
  const { at, value, after } = edit;
  const [holder, key] = [nodeAt(document, at.slice(0, -1)), at.at(-1)];
  if (!isMap(holder) || typeof key !== 'string') throw new EditError(`${describe(at)} has no place`);
  const pair = pairOf(holder, key);
  if (pair === undefined) return insertEntry(text, holder, { key, value, after });
  if (isInline(pair.value)) {
    const [start, end] = rangeOf(pair.value);
    const inline = inlineText(value, isScalar(pair.value) ? pair.value.type : undefined);
    return splice(text, start, end, inline);
  }
  const before = holder.items[holder.items.indexOf(pair) - 1];
  if (before === undefined)
    throw new EditError(`${describe(at)} is the first of its map and takes several lines`);
  return editYaml(editable(removeEntry(text, document, at)), { ...edit, after: keyOf(before) }).text;
}

function insertEntry(
  text: string,
  holder: YAMLMap,
  { key, value, after }: { key: string; value: unknown; after: string | undefined },
): string {
  const sibling = holder.items.find((item) => keyOf(item) === after) ?? holder.items.at(-1);
  return isFlow(holder)
    ? insertInline(text, rangeOf(holder)[0], sibling, inlineText({ [key]: value }).slice(1, -1))
    : insertLines(text, sibling, blockText({ [key]: value }));
}

function includeItem(
  text: string,
  document: Document.Parsed,
  { at, value, after }: Edit & { op: 'include' },
): string {
  const list = nodeAt(document, at);
  if (!isSeq(list)) throw new EditError(`${describe(at)} is no list`);
  if (list.items.some((item) => isScalar(item) && item.value === value)) return text;
  const sibling = list.items.find((item) => isItem(item, after)) ?? list.items.at(-1);
  return isFlow(list)
    ? insertInline(text, rangeOf(list)[0], sibling, inlineText(value))
    : insertLines(text, sibling, blockText([value]));
}

function insertInline(text: string, bracket: number, sibling: unknown, entry: string): string {
  if (sibling === undefined) return splice(text, bracket + 1, bracket + 1, entry);
  return splice(text, endOf(text, sibling), endOf(text, sibling), `, ${entry}`);
}

/** Puts lines below the last line of an entry, indented as the entry is. */
function insertLines(text: string, sibling: unknown, entry: string): string {
  if (sibling === undefined) throw new EditError('what is empty cannot be added to');
  const first = startOf(text, sibling);
  // A key behind the dash of a list's item is indented as far as the keys below it.
  const indent = text.slice(lineStart(text, first), first).replaceAll(/[^ ]/g, ' ');
  const end = lineAfter(text, endOf(text, sibling));
  const lines = entry.replace(/\n$/, '').replaceAll(/^(?=.)/gm, indent);
  return splice(text, end, end, text[end - 1] === '\n' ? `${lines}\n` : `\n${lines}`);
}

function removeEntry(text: string, document: Document.Parsed, at: readonly Step[]): string {
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
      ? splice(text, start, startOf(text, next), '')
      : splice(text, endOf(text, before), endOf(text, entry), '');
  }
  const from = lineStart(text, start);
  if (text.slice(from, start).trim() !== '') throw new EditError(`${describe(at)} shares its line`);
  // It would stay, and speak of what comes next.
  const above = text.slice(before === undefined ? 0 : lineAfter(text, endOf(text, before)), from);
  if (/(^|\n) *#[^\n]*\n$/.test(above)) throw new EditError(`a comment stands above ${describe(at)}`);
  return splice(text, from, lineAfter(text, endOf(text, entry)), '');
}

function splice(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
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
