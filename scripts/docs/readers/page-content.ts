import { parseExactJson } from '../../kit/exact-json.ts';
import type { CapturedContent } from './capture.ts';
import { readFlatFields } from './flat-fields.ts';
import { nestFields, sampleOf } from './nest-fields.ts';

/** The heading of an example. The example's name may follow without a space. */
const EXAMPLE = /^(示例|成功示例|返回示例|请求示例)/;
const WHOLE_HEADING = /^(示例|成功示例|返回示例|请求示例)$/;
const COMMENT = /(,?)[ \t]\/\/.*$/s;
// Nobody writes an example with longer lines or deeper nesting.
const LONGEST_COMMENTED = 2000;
const DEEPEST = 100;

/** Describes a list of fields with uncertain nesting in `missing`, after the name of its part. */
export const UNCERTAIN = 'fields (their nesting is not certain)';

/**
 * Reads a request body or an answer from its lines: the list of its fields, and the example below it.
 * @param missing receives what the lines do not show.
 */
export function readContent(lines: readonly string[], what: string, missing: string[]): CapturedContent {
  const exampleAt = lines.findIndex((line, at) => isExampleHeading(line, lines[at + 1] ?? ''));
  const listed = exampleAt < 0 ? lines : lines.slice(0, exampleAt);
  const example = exampleAt < 0 ? undefined : readExample(lines.slice(exampleAt + 1));
  if (exampleAt >= 0 && example === undefined) missing.push(`${what} example`);
  const further = exampleAt < 0 ? [] : furtherExamples(lines.slice(exampleAt + 1), what, missing);
  const shown = {
    ...(example !== undefined && { example }),
    ...(further.length > 0 && { examples: further }),
  };
  const flat = readFlatFields(listed);
  if (flat.length === 0) {
    const isEmpty = example !== undefined && Object.keys(sampleOf(example) ?? {}).length === 0;
    if (!isEmpty) missing.push(`${what} fields (the copy lists none)`);
    return { fields: [], ...shown };
  }
  const nested = nestFields(flat, example);
  if (nested !== undefined) return { fields: nested, ...shown };
  missing.push(`${what} ${UNCERTAIN}`);
  return { fields: [], flat, ...shown };
}

/** Reads the examples below the first one. */
function furtherExamples(lines: readonly string[], what: string, missing: string[]): unknown[] {
  const starts = lines.flatMap((line, at) => (isExampleHeading(line, lines[at + 1] ?? '') ? [at] : []));
  return starts.flatMap((start, index) => {
    const example = readExample(lines.slice(start + 1, starts[index + 1]));
    if (example === undefined) missing.push(`${what} example ${index + 2}`);
    return example === undefined ? [] : [example];
  });
}

function isExampleHeading(line: string, next: string): boolean {
  return WHOLE_HEADING.test(line) || (EXAMPLE.test(line) && /^[[{]/.test(next));
}

/**
 * Parses the first JSON value in some lines, without its comments; undefined if it is cut off or nested too
 * deeply.
 */
function readExample(lines: readonly string[]): unknown {
  let depth = 0;
  const text: string[] = [];
  for (const line of lines) {
    const bare = withoutComment(line);
    if (text.length === 0 && !/^[[{]/.test(bare)) continue;
    text.push(bare);
    depth = depthAfter(bare, depth);
    if (depth > DEEPEST) return undefined;
    if (depth <= 0) break;
  }
  try {
    return text.length > 0 ? parseExactJson(text.join('\n')) : undefined;
  } catch {
    // It is cut off or is not JSON. The caller reports it as missing.
    return undefined;
  }
}

function withoutComment(line: string): string {
  if (line.startsWith('//')) return '';
  if (line.length > LONGEST_COMMENTED) return line;
  // Slashes before the last quotation mark belong to a text.
  const end = line.lastIndexOf('"') + 1;
  return line.slice(0, end) + line.slice(end).replace(COMMENT, '$1');
}

/**
 * Counts the open brackets after a line of JSON. Stops within the line when there are more than
 * {@link DEEPEST}.
 */
function depthAfter(line: string, before: number): number {
  let depth = before;
  for (let at = 0, isString = false; at < line.length; at++) {
    const char = line[at];
    if (isString && char === '\\') at++;
    else if (char === '"') isString = !isString;
    else if (!isString && (char === '[' || char === '{')) depth++;
    else if (!isString && (char === ']' || char === '}')) depth--;
    if (depth > DEEPEST) break;
  }
  return depth;
}
