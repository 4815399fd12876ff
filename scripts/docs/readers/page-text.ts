import type { Capture, CapturedContent } from './capture.ts';
import { readParameters } from './flat-fields.ts';
import { readContent } from './page-content.ts';
import { readIntro } from './page-intro.ts';
import { findSlip } from './page-slips.ts';
import { readStatus } from './page-status.ts';
import { refusePage } from './refuse-page.ts';

const METHOD = /^(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)$/;
// Some sites show the whole address, and where a page is stripped from its HTML the next text is glued to it.
const PATH = /^(?:https?:\/\/[^/\s]+)?(\/[\w\-./{}:]*)(.*)$/s;
const CALLED = /^curl .*?'(?:https?:\/\/[^/'?]+)?(\/[^'?]*)/;
const MODIFIED = /^(?:修改于|最后修改时间)\s*[:：]?\s*(.+)$/;
const REQUEST = /^请求参数$/;
const RESPONSE = /^返回响应/;
const SECTION = /^(Query|Path|Header|Cookie|Body)\s*参数\s*(.*)$/;
const CODE = /^(示例代码|请求示例.*)$/;
const SCHEMA = /^(数据结构|Body)\s*([\w.+-]+\/[\w.+-]+)?$/;
const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+/;

/** Whether a text is a page as a person copies it: somewhere a method stands above a path. */
export function isPageText(text: string): boolean {
  return startsOf(linesOf(text).lines).length > 0;
}

/**
 * Reads a page as copied from the browser, or stripped from its HTML: navigation, then title, method and path, then the
 * sections, any of them cut off or missing.
 *
 * @returns nothing where the text holds no method with a path below it; more than one endpoint is more than one capture.
 * @throws SpecError where a page contradicts itself, with the line.
 */
export function readPageText(text: string, from: string): Capture[] {
  const { lines, numbers } = linesOf(text);
  const starts = startsOf(lines);
  return starts.map((start, index) => {
    const page = lines.slice(start, starts[index + 1]);
    const capture = readOne(lines, start, start + page.length, from);
    const slip = findSlip(page, capture);
    if (slip !== undefined)
      refusePage(
        from,
        slip.message,
        'copy the page again, whole, or mend the copy by hand',
        numbers[start + slip.at],
      );
    return capture;
  });
}

/** The lines of a text that are not blank, and the number that each has in it. */
function linesOf(text: string): { lines: string[]; numbers: number[] } {
  const lines: string[] = [];
  const numbers: number[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.replace(/[\u00a0\u200b\ufeff]/g, ' ').trim();
    if (line === '') continue;
    lines.push(line);
    numbers.push(index + 1);
  }
  return { lines, numbers };
}

function startsOf(lines: readonly string[]): number[] {
  return lines.flatMap((line, at) => (METHOD.test(line) && PATH.test(lines[at + 1] ?? '') ? [at] : []));
}

function readOne(lines: readonly string[], start: number, end: number, from: string): Capture {
  const { path, glued } = readPath(lines.slice(start + 1, end));
  const before = lines.slice(Math.max(0, start - 3), start);
  const title = before.filter((line) => readStatus(line) === undefined).at(-1) ?? '';
  const [status] = [...before, ...lines.slice(start + 2, start + 4)].flatMap(
    (line) => readStatus(line) ?? [],
  );
  const body = [...(glued === '' ? [] : [glued]), ...lines.slice(start + 2, end)];
  const requestAt = body.findIndex((line) => REQUEST.test(line));
  const codeAt = body.findIndex((line) => CODE.test(line));
  const responseAt = body.findIndex((line) => RESPONSE.test(line));
  const ends = [requestAt, codeAt, responseAt].filter((at) => at >= 0);
  const intro = body.slice(0, Math.min(body.length, ...ends));
  const modified = body.map((line) => MODIFIED.exec(line)?.[1]).find((each) => each !== undefined);
  const sections =
    requestAt < 0 ? [] : sectionsOf(body.slice(requestAt + 1, cut(body, requestAt, [codeAt, responseAt])));
  const missing: string[] = [];
  const content = contentOf(sections, missing);
  const response = responseAt < 0 ? undefined : readResponse(body.slice(responseAt + 1), missing);
  if (responseAt < 0) missing.push('response');
  if (modified === undefined) missing.push('the end of the page');
  const { licence, errors } = readIntro(intro);
  return {
    from,
    title,
    method: lines[start] ?? '',
    path,
    ...(licence !== undefined && { licence }),
    ...(status !== undefined && { status }),
    ...(modified !== undefined && { modified }),
    errors,
    query: queryOf(sections, missing),
    ...(content && { body: content }),
    ...(response && { response }),
    missing,
  };
}

/** The path, and what is glued to it; where that begins with letters, the page's own call tells where the path ends. */
function readPath(lines: readonly string[]): { path: string; glued: string } {
  const [, path = '', glued = ''] = PATH.exec(lines[0] ?? '') ?? [];
  const called = lines.map((line) => CALLED.exec(line)?.[1]).find((each) => each !== undefined);
  if (called === undefined || called === '/' || !path.startsWith(called))
    return { path, glued: glued.trim() };
  return { path: called, glued: `${path.slice(called.length)}${glued}`.trim() };
}

function cut(lines: readonly string[], after: number, candidates: readonly number[]): number {
  const later = candidates.filter((at) => at > after);
  return later.length > 0 ? Math.min(...later) : lines.length;
}

interface Section {
  readonly kind: string;
  readonly contentType: string;
  readonly lines: string[];
}

function sectionsOf(lines: readonly string[]): Section[] {
  const sections: Section[] = [];
  for (const line of lines) {
    const [, kind, rest = ''] = SECTION.exec(line) ?? [];
    if (kind !== undefined) sections.push({ kind, contentType: rest, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

/** The parameters of the query, without the token that every call carries. */
function queryOf(sections: readonly Section[], missing: string[]) {
  const own = sections.filter(({ kind }) => kind === 'Query');
  const fields = own.flatMap(({ lines }) => readParameters(lines));
  if (own.length > 0 && fields.length === 0) missing.push('query parameters (the copy lists none)');
  return fields
    .filter(({ default: value }) => !/^\{\{.*\}\}$/.test(String(value)))
    .map(({ members: _, ...field }) => field);
}

function contentOf(sections: readonly Section[], missing: string[]): CapturedContent | undefined {
  const body = sections.find(({ kind }) => kind === 'Body');
  if (body === undefined) return undefined;
  const [shown = '', ...lines] = body.contentType ? [body.contentType, ...body.lines] : body.lines;
  const type = CONTENT_TYPE.exec(shown)?.[0];
  return {
    ...readContent(lines, 'request body', missing),
    ...(type !== undefined && { contentType: type }),
  };
}

function readResponse(lines: readonly string[], missing: string[]): CapturedContent {
  const schemaAt = lines.findIndex((line) => SCHEMA.test(line));
  const end = lines.findIndex((line) => MODIFIED.test(line));
  return readContent(lines.slice(schemaAt + 1, end < 0 ? undefined : end), 'response', missing);
}
