import { isDeepStrictEqual } from 'node:util';
import { isSeq } from 'yaml';
import { nodesOf, type SourceNodes } from '../../spec/source.ts';
import { editValue } from './edit-value.ts';
import { countComments, nodeAt } from './yaml-place.ts';
import { type Edit, EditError, makeSplice, type Splice } from './yaml-splice.ts';

/** A YAML text and what it was parsed to, so that edits which follow one another parse it once. */
export interface Editable {
  readonly text: string;
  readonly nodes: SourceNodes;
  readonly value: unknown;
  readonly comments: number;
}

/**
 * Parses a text for editing.
 * @throws EditError where it is no YAML, or has aliases.
 */
export function editable(text: string): Editable {
  const nodes = nodesOf(text);
  const { document } = nodes;
  const [error] = document.errors;
  if (error !== undefined) throw new EditError(`the YAML would break: ${error.message}`);
  return { text, nodes, value: plainValue(document), comments: countComments(document) };
}

function plainValue(document: SourceNodes['document']): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new EditError(`the YAML would break: ${(error as Error).message}`);
  }
}

/**
 * Makes changes in a YAML text, one after another. Every line that they do not concern stays byte for byte, every comment
 * is still there, and no other value is another one.
 * @throws EditError where one of them cannot be made so.
 */
export function editYaml(before: Editable, edits: readonly Edit[]): Editable {
  let edited = before;
  for (let at = 0; at < edits.length; ) {
    const rest = edits.slice(at);
    const apart = splicesApart(edited, rest);
    try {
      edited = spliced(edited, apart, rest.slice(0, apart.length));
      at += apart.length;
    } catch (error) {
      if (apart.length === 1 || !(error instanceof EditError)) throw error;
      // Alone, each tells whether it is the one that cannot be made.
      edited = spliced(edited, apart.slice(0, 1), rest.slice(0, 1));
      at += 1;
    }
  }
  return edited;
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
      splice = makeSplice(from.text, from.nodes.document, edit);
    } catch (error) {
      // It may be possible after those before it.
      if (made.length > 0 && error instanceof EditError) break;
      throw error;
    }
    if (made.some(({ start, end }) => start <= splice.end && splice.start <= end)) break;
    made.push(splice);
    // By its name an item of a list is found.
    if (edit.op === 'remove' || edit.at.at(-1) === 'name') break;
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

/** The text with splices in it, when it says what it is to say after their edits. */
function spliced(before: Editable, splices: readonly Splice[], edits: readonly Edit[]): Editable {
  const { text, value, comments } = before;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  let result = text;
  for (const { start, end, by } of [...splices].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + by.replaceAll('\n', lineEnd) + result.slice(end);
  const edited = editable(result);
  if (edited.comments < comments) throw new EditError('a comment stands there');
  if (!isDeepStrictEqual(edited.value, edits.reduce(editValue, value)))
    throw new EditError('it is written in a form in which more would change');
  return edited;
}
