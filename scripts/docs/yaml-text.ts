import {
  type Document as AnyDocument,
  Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isSeq,
  visit,
} from 'yaml';
import { exactJson } from '../spec/exact-json.ts';

const WIDTH = 120;

/** A value as YAML text without anchors; `comment` stands above it. */
export function yamlText(value: unknown, comment?: string): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  if (comment !== undefined) document.commentBefore = ` ${comment}`;
  return documentText(document);
}

/** A document as YAML text, in the width that the specification's files have. */
export function documentText(document: Document): string {
  return document.toString({ directives: false, lineWidth: WIDTH, flowCollectionPadding: false });
}

/** A ledger as text: one row per line, so that a change of one page is a change of one line. */
export function rowsText(rows: readonly object[], comment: string): string {
  const document = new Document(rows, { aliasDuplicateObjects: false });
  document.commentBefore = ` ${comment}`;
  if (isSeq(document.contents)) {
    for (const row of document.contents.items) if (isMap(row)) row.flow = true;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Writes lists and maps of a few plain values on one line, as a person would. */
export function foldSmallCollections(document: AnyDocument): void {
  visit(document, {
    Collection: (_, node) => {
      const parts = node.items.map((item) => (isPair(item) ? item.value : item));
      if (parts.length === 0 || parts.some(isCollection)) return;
      const hasComment = node.items.some((item) => isPair(item) && hasOwnComment(item.key));
      if (!hasComment && exactJson(node.toJS(document)).length <= LINE) node.flow = true;
    },
  });
}

const LINE = 80;

function hasOwnComment(node: unknown): boolean {
  return isNode(node) && (node.commentBefore ?? node.comment) != null;
}
