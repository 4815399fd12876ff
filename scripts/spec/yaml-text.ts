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
  // Directives would be looked for in every node.
  directives: false,
  // A quoted text over several lines can lose spaces at their ends.
  doubleQuotedMinMultiLineLength: Infinity,
};

/**
 * A value as YAML text without anchors.
 * @param lineWidth the columns that a line may have; 0 for any number.
 */
export function yamlText(value: unknown, lineWidth = WIDTH): string {
  return documentText(new Document(value, { aliasDuplicateObjects: false }), lineWidth);
}

/** A document as YAML text, in the width that the specification's files have. */
export function documentText(document: Document, lineWidth = WIDTH): string {
  const isAwkward = quoteTexts(document, UNSAFE_BLOCK, UNSAFE_FOLDED);
  return document.toString({ ...OPTIONS, lineWidth: isAwkward ? 0 : lineWidth });
}

/**
 * Texts to quote: those whose first line that is not empty holds only spaces, which yaml 2.9 writes as a block and reads
 * as an empty line (https://github.com/eemeli/yaml/pull/695); those with a byte order mark, which is lost at the start of a
 * file; and those that end with empty lines, because as a block they would take in the lines below them.
 */
const UNSAFE_BLOCK = /^\n*[\t ]+\n|\ufeff|(^|\n)[\t ]*\n$/;

/** Where no line of the document is folded: lines that begin with a space, and quoted ones, are not put together again. */
const UNSAFE_FOLDED = /^[\t ][^\n]*\n|\n[\t ]|\ufeff|(^|\n)\n$/;

/** What is quoted in a list or map on one line: there, a text of several lines is a risk of its own. */
const UNSAFE_FLOW = /[\n\ufeff]/;

/** Quotes texts that are unsafe; gives whether any text is awkward. */
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

/** A ledger as text: one row per line, so that a change of one page is a change of one line. */
export function rowsText(rows: readonly object[], comment: string): string {
  const document = new Document(rows, { aliasDuplicateObjects: false });
  document.commentBefore = ` ${comment}`;
  if (isSeq(document.contents)) {
    for (const row of document.contents.items) if (isMap(row)) row.flow = true;
  }
  return inlineText(document);
}

/** A document with every text in it on one line. */
export function inlineText(document: Document, options: ToStringOptions = {}): string {
  quoteTexts(document, UNSAFE_FLOW, UNSAFE_FLOW);
  return document.toString({ ...OPTIONS, lineWidth: 0, ...options });
}

/** A text further in: each line that is not empty. `^` would find the beginning of a line after U+2028 as well. */
export function indentLines(text: string, indent: string): string {
  return text.replaceAll(/(?<=^|\n)(?=[^\n])/g, indent);
}

/** Writes lists and maps of a few plain values on one line, as a person would. */
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
