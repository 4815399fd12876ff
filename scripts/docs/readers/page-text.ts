import { PARAMETER_PLACES } from '../../evidence/facts/facts.ts';
import type { Capture, CapturedContent, Credential } from './capture.ts';
import type { CapturedField } from './captured-field.ts';
import { withPlainNames } from './field-name.ts';
import { readParameters } from './flat-fields.ts';
import { credentialOf, isCredential, isHttpHeader, withoutVariables } from './http-header.ts';
import { readAnswers } from './page-answers.ts';
import { readContent } from './page-content.ts';
import { findContradiction } from './page-contradictions.ts';
import { readIntro } from './page-intro.ts';
import { readStatus } from './page-status.ts';
import { refusePage } from './refuse-page.ts';

const METHOD = /^(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)$/;
// Some sites show the full address. Text that was extracted from HTML may follow the path without a space.
const PATH = /^(?:https?:\/\/[^/\s]+)?(\/[\w\-./{}:]*)(.*)/s;
const CALLED = /^curl .*?'(?:https?:\/\/[^/'?]+)?(\/[^'?]*)/;
const MODIFIED = /^(?:修改于|最后修改时间)\s*(?:[:：]\s*)?(?=\S)(.+)$/s;
const REQUEST = /^请求参数$/;
const RESPONSE = /^返回响应/;
const SECTION = /^(Query|Path|Header|Cookie|Body)\s*参数\s*(.*)/s;
const CODE = /^(示例代码|请求示例.*)$/;
const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+/;

/** Whether a text is a copied page: it has a method on one line and a path on the next. */
export function isPageText(text: string): boolean {
  return startsOf(linesOf(text).lines).length > 0;
}

/**
 * Reads a page that was copied from the browser or extracted from HTML: navigation, then title, method and
 * path, then the sections. Any of them may be cut off or missing.
 *
 * @returns one capture for each endpoint, that is, for each method with a path below it.
 * @throws SpecError with the line if a page contradicts itself.
 */
export function readPageText(text: string, from: string): Capture[] {
  const { lines, numbers } = linesOf(text);
  const starts = startsOf(lines);
  return starts.map((start, index) => {
    const page = lines.slice(start, starts[index + 1]);
    const capture = readOne(lines, start, start + page.length, from);
    const contradiction = findContradiction(page, capture);
    if (contradiction !== undefined)
      refusePage(
        from,
        `${capture.method} ${capture.path} (${capture.title}): ${contradiction.message}`,
        'copy the complete page again, or correct the copy by hand',
        numbers[start + contradiction.at],
      );
    return capture;
  });
}

/** Splits a text into its lines without the blank ones, and returns the original number of each. */
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
  const [mark] = [...before, ...lines.slice(start + 2, start + 4)].flatMap((line) => readStatus(line) ?? []);
  const body = [...(glued === '' ? [] : [glued]), ...lines.slice(start + 2, end)];
  const requestAt = body.findIndex((line) => REQUEST.test(line));
  const codeAt = body.findIndex((line) => CODE.test(line));
  const responseAt = body.findIndex((line) => RESPONSE.test(line));
  const ends = [requestAt, codeAt, responseAt].filter((at) => at >= 0);
  const intro = body.slice(0, Math.min(body.length, ...ends));
  const modified = body.map((line) => MODIFIED.exec(line)?.[1]).find((date) => date !== undefined);
  const sections =
    requestAt < 0 ? [] : sectionsOf(body.slice(requestAt + 1, cut(body, requestAt, [codeAt, responseAt])));
  const missing: string[] = [];
  const content = contentOf(sections, missing);
  const shown = responseAt < 0 ? undefined : body.slice(responseAt + 1);
  const endAt = shown?.findIndex((line) => MODIFIED.test(line)) ?? -1;
  const answers = shown && readAnswers(shown.slice(0, endAt < 0 ? undefined : endAt), missing);
  if (responseAt < 0) missing.push('response');
  if (modified === undefined) missing.push('the end of the page');
  const { licence, errors } = readIntro(intro);
  return {
    from,
    title,
    method: lines[start] ?? '',
    path,
    ...(licence !== undefined && { licence }),
    ...(mark !== undefined && { status: mark }),
    ...(modified !== undefined && { modified }),
    errors,
    ...parametersOf(sections, missing),
    ...(content && { body: content }),
    ...answers,
    missing,
  };
}

/**
 * Reads the path, and the text that follows it without a space. If that text begins with letters, the example
 * call on the page shows where the path ends.
 */
function readPath(lines: readonly string[]): { path: string; glued: string } {
  const [, path = '', glued = ''] = PATH.exec(lines[0] ?? '') ?? [];
  const called = lines.map((line) => CALLED.exec(line)?.[1]).find((found) => found !== undefined);
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

/** Reads the parameters of every place, without the credentials that every call carries. */
function parametersOf(
  sections: readonly Section[],
  missing: string[],
): Pick<Capture, 'query' | 'parameters' | 'credentials'> {
  const credentials: Credential[] = [];
  const lists = PARAMETER_PLACES.map((place): [string, CapturedField[]] => {
    const own = sections.filter(({ kind }) => kind.toLowerCase() === place);
    const fields = own.flatMap(({ lines }) => readParameters(lines));
    if (own.length > 0 && fields.length === 0) missing.push(`${place} parameters (the copy lists none)`);
    const sent = fields.flatMap(({ members: _, default: standard, example, ...field }): CapturedField[] => {
      if (isHttpHeader(place, field.name)) return [];
      const isSecret = isCredential(place, field, standard ?? example);
      if (isSecret) credentials.push(credentialOf(place, field.name, standard ?? example));
      const [fixed, shown] = [withoutVariables(standard), withoutVariables(example)];
      const values = {
        ...(fixed !== undefined && { default: fixed }),
        ...(shown !== undefined && { example: shown }),
      };
      // A part of the path is never left out.
      return isSecret ? [] : [{ ...field, ...values, ...(place === 'path' && { required: true as const }) }];
    });
    return [place, withPlainNames(sent)];
  });
  const { query = [], ...others } = Object.fromEntries(lists.filter(([, list]) => list.length > 0));
  return {
    query,
    ...(Object.keys(others).length > 0 && { parameters: others }),
    ...(credentials.length > 0 && { credentials }),
  };
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
