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

/** What takes the place of a part of a text; of none where start and end are the same. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/**
 * What an edit comes to in a text.
 * @throws EditError where it cannot be made.
 */
export function makeSplice(text: string, document: Document.Parsed, edit: Edit): Splice {
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
    const inline = inlineText(value, isScalar(pair.value) ? pair.value.type : undefined);
    // Where nothing is written, not even a space need be.
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
  if (!isSeq(list)) throw new EditError(`${describe(at)} is no list`);
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
  // It would speak of the new entry then.
  if (/^[ \t]*,?[ \t]*#/.test(text.slice(end))) throw new EditError('a comment stands beside it');
  return insertAt(end, `, ${entry}`);
}

function insertAt(at: number, by: string): Splice {
  return { start: at, end: at, by };
}

/** Puts lines below the last line of an entry, indented as the entry is. */
function insertLines(text: string, sibling: unknown, value: unknown): Splice {
  if (sibling === undefined) throw new EditError('what is empty cannot be added to');
  const [start, end] = [startOf(text, sibling), lineAfter(text, endOf(text, sibling))];
  const lines = indentAt(text, start) + linesBelow(text, start, value);
  return insertAt(end, text[end - 1] === '\n' ? `${lines}\n` : `\n${lines}`);
}

/** A map or list on lines of its own, of which the first begins at an offset and the others below it. */
function linesBelow(text: string, start: number, value: unknown): string {
  const indent = indentAt(text, start);
  return indentLines(blockText(value).replace(/\n$/, ''), indent).slice(indent.length);
}

/** What is before an offset on its line, as spaces: a key behind the dash of an item is as far in as the keys below it. */
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
