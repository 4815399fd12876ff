import type { Capture } from './capture.ts';
import { readContent } from './page-content.ts';

/** The heading of an answer's fields: `数据结构`, or `Body` with a media type. */
const SCHEMA = /^(数据结构|Body)\s*([\w.+-]+\/[\w.+-]+)?$/;
const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+/;
/** The label of an answer: `🟢200成功`, `成功(200)`. */
const LABEL = /^(?:\p{So}\ufe0f?\s*)?([1-5]\d\d)(?!\d)(.*)$|^(.*)[(（]([1-5]\d\d)[)）]$/u;

interface Label {
  readonly status: string;
  /** The name of the answer, such as 成功; empty if the label has none. */
  readonly name: string;
}

/** One answer of a page with its lines; none if the copy shows only its label. */
interface Block {
  readonly label: Label | undefined;
  readonly lines: readonly string[];
}

type Answers = Pick<Capture, 'response' | 'responseStatus' | 'otherResponses'>;

/**
 * Reads the answers of a copied page. A copy from a browser has the content of the answer that is open there, and only the labels
 * of the others; text that was taken from HTML has all of them.
 * @param lines the lines below the heading of the answers, up to the end of the page.
 * @param missing receives the answers that the lines do not show.
 */
export function readAnswers(lines: readonly string[], missing: string[]): Answers {
  const { blocks, labels } = blocksOf(lines);
  const [first = { label: undefined, lines: [] }, ...rest] = blocks;
  const response = read(first, 'response', missing);
  const known = new Map([[first.label?.status ?? '200', first.label?.name ?? '']]);
  const others: Record<string, ReturnType<typeof read>> = {};
  for (const { label, lines: own } of rest) {
    if (label === undefined || known.has(label.status)) continue;
    known.set(label.status, label.name);
    others[label.status] = read({ label, lines: own }, `answer ${label.status}`, missing);
  }
  const unread = labels.filter(({ status, name }) => isOther(known.get(status), name));
  missing.push(...new Set(unread.map((label) => `the answer ${nameOf(label, known.has(label.status))}`)));
  return {
    response,
    ...(first.label !== undefined && first.label.status !== '200' && { responseStatus: first.label.status }),
    ...(Object.keys(others).length > 0 && { otherResponses: others }),
  };
}

/** Whether a label names another answer than the one that was read with its status. */
function isOther(read: string | undefined, name: string): boolean {
  return read === undefined || (read !== name && read !== '' && name !== '');
}

/** An answer by its status, and by its name too if another one has the same status. */
function nameOf({ status, name }: Label, isSecond: boolean): string {
  return isSecond ? `${status} ${name}` : status;
}

function read({ lines }: Block, what: string, missing: string[]) {
  const schemaAt = lines.findIndex((line) => SCHEMA.test(line));
  return readContent(lines.slice(schemaAt + 1), what, missing);
}

/** Splits the lines at the labels of answers. Of several labels in a row, the first names the answer that is open. */
function blocksOf(lines: readonly string[]): { blocks: Block[]; labels: Label[] } {
  const runs = labelRuns(lines);
  const blocks = runs.map(({ labels, end }, index): Block => {
    // Labels further down each precede their own content, so the last one is nearest to it.
    const label = index === 0 ? labels[0] : labels.at(-1);
    return { label, lines: lines.slice(end, runs[index + 1]?.start) };
  });
  return {
    blocks: runs.length === 0 ? [{ label: undefined, lines }] : blocks,
    labels: runs.flatMap(({ labels }) => labels),
  };
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly labels: readonly Label[];
}

/** Labels in a row that are followed by the heading of a content. A line with digits elsewhere is no label. */
function labelRuns(lines: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < lines.length; at++) {
    const labels: Label[] = [];
    let end = at;
    for (let label = labelIn(lines[end]); label !== undefined; label = labelIn(lines[++end]))
      labels.push(label);
    if (labels.length > 0 && isHeading(lines[end])) runs.push({ start: at, end, labels });
    at = Math.max(at, end - 1);
  }
  return runs;
}

function isHeading(line = ''): boolean {
  return SCHEMA.test(line) || CONTENT_TYPE.test(line);
}

function labelIn(line = ''): Label | undefined {
  const [, before, after = '', name = '', behind] = LABEL.exec(line) ?? [];
  const status = before ?? behind;
  return status === undefined ? undefined : { status, name: (before === undefined ? name : after).trim() };
}
