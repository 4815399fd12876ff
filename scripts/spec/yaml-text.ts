import {
  type Document as AnyDocument,
  Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type ToStringOptions,
  visit,
} from 'yaml';
import { exactJson } from '../kit/exact-json.ts';

const WIDTH = 120;

const OPTIONS: ToStringOptions = {
  flowCollectionPadding: false,
  // Otherwise yaml searches every node for directives.
  directives: false,
  // A quoted text that is folded over several lines can lose the spaces at their ends.
  doubleQuotedMinMultiLineLength: Infinity,
};

/**
 * Writes a value as YAML text without anchors.
 * @param lineWidth the longest line in columns; 0 for no limit.
 */
export function yamlText(value: unknown, lineWidth = WIDTH): string {
  return documentText(new Document(value, { aliasDuplicateObjects: false }), lineWidth);
}

/** Writes a document as YAML text, by default in the line width of the specification's files. */
export function documentText(document: Document, lineWidth = WIDTH): string {
  const isAwkward = quoteTexts(document, UNSAFE_BLOCK, UNSAFE_FOLDED);
  return document.toString({ ...OPTIONS, lineWidth: isAwkward ? 0 : lineWidth });
}

/**
 * Texts to quote: if the first line that is not empty has only spaces, because yaml 2.9 writes the text as a block and reads
 * that line as empty (https://github.com/eemeli/yaml/pull/695); if there is a byte order mark, which is lost at the start of
 * a file; and if the text ends with empty lines, because as a block it would take in the lines below.
 */
const UNSAFE_BLOCK = /^\n*[\t ]+\n|\ufeff|(^|\n)[\t ]*\n$/;

/** Texts that rule out folding in the whole document: lines that begin with a space, and quoted ones, are not rejoined. */
const UNSAFE_FOLDED = /^[\t ][^\n]*\n|\n[\t ]|\ufeff|(^|\n)\n$/;

/** Texts to quote in a list or map on one line, where any line break or byte order mark is a risk. */
const UNSAFE_FLOW = /[\n\ufeff]/;

/** Quotes unsafe texts. Returns whether any text is awkward. */
function quoteTexts(document: Document, unsafe: RegExp, awkward: RegExp): boolean {
  let isAwkward = false;
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value !== 'string') return;
      if (unsafe.test(node.value)) node.type = 'QUOTE_DOUBLE';
      isAwkward ||= awkward.test(node.value);
    },
  });
  return isAwkward;
}

/** Writes a ledger with one row per line, so that a change to one page changes one line. */
export function rowsText(rows: readonly object[], comment: string): string {
  const document = new Document(rows, { aliasDuplicateObjects: false });
  document.commentBefore = ` ${comment}`;
  if (isSeq(document.contents)) {
    for (const row of document.contents.items) if (isMap(row)) row.flow = true;
  }
  return inlineText(document);
}

/** Writes a document with each text on one line. */
export function inlineText(document: Document, options: ToStringOptions = {}): string {
  quoteTexts(document, UNSAFE_FLOW, UNSAFE_FLOW);
  return document.toString({ ...OPTIONS, lineWidth: 0, ...options });
}

/** Indents each line that is not empty. `^` would also match after U+2028. */
export function indentLines(text: string, indent: string): string {
  return text.replaceAll(/(?<=^|\n)(?=[^\n])/g, indent);
}

/** Puts lists and maps of a few plain values on one line, as a person would. */
export function foldSmallCollections(document: AnyDocument): void {
  visit(document, {
    Collection: (_, node) => {
      const parts = node.items.map((item) => (isPair(item) ? item.value : item));
      if (parts.length === 0 || parts.some((part) => isCollection(part) || isMultiLine(part))) return;
      const hasComment = node.items.some((item) => isPair(item) && hasOwnComment(item.key));
      if (!hasComment && exactJson(node.toJS(document)).length <= LINE) node.flow = true;
    },
  });
}

const LINE = 80;

function isMultiLine(node: unknown): boolean {
  return isScalar(node) && typeof node.value === 'string' && node.value.includes('\n');
}

function hasOwnComment(node: unknown): boolean {
  return isNode(node) && (node.commentBefore ?? node.comment) != null;
}
