import { isDeepStrictEqual } from 'node:util';
import { isSeq } from 'yaml';
import { nodesOf, type SourceNodes } from '../../spec/source.ts';
import { editValue } from './edit-value.ts';
import { countComments, nodeAt } from './yaml-place.ts';
import { type Edit, EditError, makeSplice, type Splice } from './yaml-splice.ts';

/** A YAML text with its parsed form, so that several edits in a row parse it only once. */
export interface Editable {
  readonly text: string;
  readonly nodes: SourceNodes;
  readonly value: unknown;
  readonly comments: number;
}

/**
 * Parses a text for editing.
 * @throws EditError if it is not valid YAML, or has aliases.
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
 * Makes edits in a YAML text, one after another. Every other line stays byte for byte, every comment stays,
 * and no other value changes.
 * @throws EditError if one of the edits cannot be made that way.
 */
export function editYaml(before: Editable, edits: readonly Edit[]): Editable {
  let edited = before;
  for (let at = 0; at < edits.length; ) {
    const rest = edits.slice(at);
    const splices = independentSplices(edited, rest);
    try {
      edited = spliced(edited, splices, rest.slice(0, splices.length));
      at += splices.length;
    } catch (error) {
      if (splices.length === 1 || !(error instanceof EditError)) throw error;
      // Made one at a time, the edit that fails identifies itself.
      edited = spliced(edited, splices.slice(0, 1), rest.slice(0, 1));
      at += 1;
    }
  }
  return edited;
}

/**
 * Returns the splices of the first edits that do not affect each other, so that they can be made in the text
 * at once. A removal may take the list or map around it along, and an addition changes the order in its list
 * or map.
 */
function independentSplices(from: Editable, edits: readonly Edit[]): readonly Splice[] {
  const ready: Splice[] = [];
  const extended: unknown[] = [];
  for (const edit of edits) {
    const path = pathTo(from, edit);
    if (ready.length > 0 && (edit.op === 'remove' || extended.some((holder) => isReordered(path, holder))))
      break;
    let splice: Splice;
    try {
      splice = makeSplice(from.text, from.nodes.document, edit);
    } catch (error) {
      // It may be possible after the edits before it.
      if (ready.length > 0 && error instanceof EditError) break;
      throw error;
    }
    if (ready.some(({ start, end }) => start <= splice.end && splice.start <= end)) break;
    ready.push(splice);
    // Items of a list are found by name, so a new name affects later edits.
    if (edit.op === 'remove' || edit.at.at(-1) === 'name') break;
    if (splice.start === splice.end) extended.push(path.at(-1));
  }
  return ready;
}

/** Returns the nodes from the root to the list or map that an edit changes. */
function pathTo({ nodes }: Editable, { op, at }: Edit): readonly unknown[] {
  const holder = op === 'include' ? at : at.slice(0, -1);
  return [...holder.keys(), holder.length].map((depth) => nodeAt(nodes.document, holder.slice(0, depth)));
}

/** Whether an edit on this path may find a different place after an addition to a list or map. */
function isReordered(path: readonly unknown[], added: unknown): boolean {
  return path.at(-1) === added || (isSeq(added) && path.includes(added));
}

/**
 * Makes splices in a text and checks that it now parses to the edited value.
 * @throws EditError if it does not, or if a comment is lost.
 */
function spliced(before: Editable, splices: readonly Splice[], edits: readonly Edit[]): Editable {
  const { text, value, comments } = before;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  let result = text;
  for (const { start, end, by } of [...splices].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + by.replaceAll('\n', lineEnd) + result.slice(end);
  const edited = editable(result);
  if (edited.comments < comments) throw new EditError('a comment there would be lost');
  if (!isDeepStrictEqual(edited.value, edits.reduce(editValue, value)))
    throw new EditError('this form of YAML cannot be edited: more would change');
  return edited;
}
