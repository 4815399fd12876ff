import { Document, isCollection, isMap, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml';
import {
  documentText,
  foldSmallCollections,
  indentLines,
  inlineText as inlineYaml,
} from '../../spec/yaml-text.ts';
import {
  endOf,
  indexOf,
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

/**
 * One edit of a YAML text. It names its place by keys and not by line, so that several edits can follow one
 * another.
 */
export type Edit =
  /** Sets the value of a key. A new key is added after its sibling `after`, or last. */
  | {
      readonly op: 'set';
      readonly at: readonly Step[];
      readonly value: unknown;
      readonly after?: string | undefined;
    }
  /** Removes a key with its value, or an item of a list, and also the list or map if it becomes empty. */
  | { readonly op: 'remove'; readonly at: readonly Step[] }
  /**
   * Adds an item to a list unless the list has it already, after the item `after` (its value or its name) or
   * last.
   */
  | {
      readonly op: 'include';
      readonly at: readonly Step[];
      readonly value: unknown;
      readonly after?: unknown;
    };

/** Thrown if an edit cannot be made: the place is not as expected, or a comment would be lost. */
export class EditError extends Error {
  override readonly name = 'EditError';
}

/** A replacement of a part of a text; an insertion if start and end are the same. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/**
 * Returns the splice that makes an edit in a text.
 * @throws EditError if the edit cannot be made.
 */
export function makeSplice(text: string, document: Document.Parsed, edit: Edit): Splice {
  if (edit.op === 'set') return setValue(text, document, edit);
  if (edit.op === 'remove') return removeEntry(text, document, edit.at);
  return includeItem(text, document, edit);
}

function setValue(text: string, document: Document.Parsed, edit: Edit & { op: 'set' }): Splice {
  const { at, value, after } = edit;
  const [holder, key] = [nodeAt(document, at.slice(0, -1)), at.at(-1)];
  if (!isMap(holder) || typeof key !== 'string') throw new EditError(`${describe(at)} is not inside a map`);
  const pair = pairOf(holder, key);
  if (pair === undefined) return insertEntry(text, holder, { key, value, after });
  if (isInline(pair.value)) {
    const [start, end] = rangeOf(pair.value);
    const inline = inlineText(value, isScalar(pair.value) ? pair.value.type : undefined);
    // An empty value need not have a space after its colon.
    return { start, end, by: start === end && text[start - 1] === ':' ? ` ${inline}` : inline };
  }
  const [start, end] = [startOf(text, pair), lineAfter(text, endOf(text, pair))];
  const lines = linesBelow(text, start, { [key]: value });
  return { start, end, by: text[end - 1] === '\n' ? `${lines}\n` : lines };
}

function insertEntry(
  text: string,
  holder: YAMLMap,
  { key, value, after }: { key: string; value: unknown; after: string | undefined },
): Splice {
  const sibling = holder.items.find((item) => keyOf(item) === after) ?? holder.items.at(-1);
  return isFlow(holder)
    ? insertInline(text, rangeOf(holder)[0], sibling, inlineText({ [key]: value }).slice(1, -1))
    : insertLines(text, sibling, { [key]: value });
}

function includeItem(
  text: string,
  document: Document.Parsed,
  { at, value, after }: Edit & { op: 'include' },
): Splice {
  const list = nodeAt(document, at);
  if (!isSeq(list)) throw new EditError(`${describe(at)} is not a list`);
  if (list.items.some((item) => isScalar(item) && item.value === value))
    return insertAt(rangeOf(list)[0], '');
  const sibling = list.items.find((item) => isItem(item, after)) ?? list.items.at(-1);
  return isFlow(list)
    ? insertInline(text, rangeOf(list)[0], sibling, inlineText(value))
    : insertLines(text, sibling, [value]);
}

function insertInline(text: string, bracket: number, sibling: unknown, entry: string): Splice {
  if (sibling === undefined) return insertAt(bracket + 1, entry);
  const end = endOf(text, sibling);
  // The comment would then seem to describe the new entry.
  if (/^[ \t]*(?:,[ \t]*)?#/.test(text.slice(end))) throw new EditError('there is a comment next to it');
  return insertAt(end, `, ${entry}`);
}

function insertAt(at: number, by: string): Splice {
  return { start: at, end: at, by };
}

/** Inserts lines below an entry, indented like the entry. */
function insertLines(text: string, sibling: unknown, value: unknown): Splice {
  if (sibling === undefined) throw new EditError('an empty list or map cannot be added to');
  const [start, end] = [startOf(text, sibling), lineAfter(text, endOf(text, sibling))];
  const lines = indentAt(text, start) + linesBelow(text, start, value);
  return insertAt(end, text[end - 1] === '\n' ? `${lines}\n` : `\n${lines}`);
}

/**
 * Prints a map or list in block style. Its first line begins at an offset, and the others are indented to
 * match.
 */
function linesBelow(text: string, start: number, value: unknown): string {
  const indent = indentAt(text, start);
  return indentLines(blockText(value).replace(/\n$/, ''), indent).slice(indent.length);
}

/**
 * Returns the indentation of an offset as spaces. A key after the dash of an item is indented like the keys
 * below it.
 */
function indentAt(text: string, start: number): string {
  return text.slice(lineStart(text, start), start).replaceAll(/[^ ]/g, ' ');
}

function removeEntry(text: string, document: Document.Parsed, at: readonly Step[]): Splice {
  const [holder, last] = [nodeAt(document, at.slice(0, -1)), at.at(-1)];
  const entries: readonly unknown[] = isCollection(holder) ? holder.items : [];
  const index = isSeq(holder)
    ? indexOf(holder, last ?? '')
    : entries.indexOf(isMap(holder) && pairOf(holder, String(last)));
  if (entries[index] === undefined) throw new EditError(`${describe(at)} is not there`);
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
  // The comment would stay, and then seem to describe the next entry.
  const gap = text.slice(before === undefined ? 0 : lineAfter(text, endOf(text, before)), from);
  if (/(^|\n) *#[^\n]*\n$/.test(gap)) throw new EditError(`there is a comment above ${describe(at)}`);
  return { start: from, end: lineAfter(text, endOf(text, entry)), by: '' };
}

/** Prints a value on one line. A string keeps the kind of quotes that it had before. */
function inlineText(value: unknown, quotes?: Scalar.Type): string {
  const document = new Document([value], { aliasDuplicateObjects: false });
  const [item] = isSeq(document.contents) ? document.contents.items : [];
  if (isScalar(item) && typeof value === 'string' && quotes?.startsWith('QUOTE')) item.type = quotes;
  return inlineYaml(document, { collectionStyle: 'flow' }).trim().slice(1, -1);
}

/** Prints a map or list in block style, with small collections inside it on one line. */
function blockText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  foldSmallCollections(document);
  if (isCollection(document.contents)) document.contents.flow = false;
  return documentText(document);
}

function describe(at: readonly Step[]): string {
  return at.map((step) => (typeof step === 'object' ? step.name : String(step))).join('.') || 'the document';
}
