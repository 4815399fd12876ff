/** A parsed type of a page. */
export interface FieldType {
  /** The type in the notation of the facts: `array<string>`, `integer|null`. */
  readonly type: string;
  /** What the page prints behind the type, `<date-time>`; `binary` for a file. */
  readonly format: string | undefined;
  /** The number of members that a collapsed object states. */
  readonly members: number | undefined;
}

const LONGEST = 200;
// The name of a data model ends the line, or stands before a count, a format or the end of a list.
const MODEL_NAME = /(?<!\s)\s*\([^\n]*\)(?=\s*(?:[\]<|{]|$))/g;
const SCALARS = new Set(['string', 'integer', 'number', 'boolean', 'null', 'object', 'any', 'file']);
const FORMAT = /(?:string|integer|number)\s*<([\w-]+)>/;

/**
 * Parses a type as Apifox prints it: `array [object {15}]`, `string <date-time>`, `enum<string>`,
 * `integer | null`, `object (Tag) {2}` with the name of a data model.
 * @returns undefined if the line is not a type.
 */
export function readFieldType(line: string): FieldType | undefined {
  if (line.length > LONGEST) return undefined;
  const members = /\{(\d+)\}/.exec(line)?.[1];
  const bare = line
    .replace(MODEL_NAME, '')
    .replace(/\{\d+\}/g, '')
    .trim();
  const type = typeOf(bare);
  if (type === undefined) return undefined;
  const format = /\bfile\b/.test(bare) ? 'binary' : FORMAT.exec(bare)?.[1];
  return { type, format, members: members === undefined ? undefined : Number(members) };
}

function typeOf(text: string): string | undefined {
  const parts = text.split('|').map((part) => part.trim());
  if (parts.length > 1 && !text.includes('[')) {
    const types = parts.map(typeOf);
    return types.includes(undefined) ? undefined : types.join('|');
  }
  const array = /^array\s*\[(.*)\]$/s.exec(text)?.[1]?.trim();
  if (array !== undefined) {
    const item = typeOf(array);
    return item === undefined ? undefined : `array<${item}>`;
  }
  if (text === 'array') return 'array';
  const listed = /^enum\s*<(\w+)>$/.exec(text)?.[1];
  if (listed !== undefined) return typeOf(listed);
  const [name = ''] = text.replace(/(?<!\s)\s*<[\w-]+>$/, '').split(' ', 1);
  if (!SCALARS.has(name) || text.replace(/(?<!\s)\s*<[\w-]+>$/, '') !== name) return undefined;
  // The bytes of a file are a text in the facts, with the format binary.
  return name === 'file' ? 'string' : name;
}
