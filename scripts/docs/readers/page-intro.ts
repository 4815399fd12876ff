/** The facts in a page's introduction, which is the text before its sections. */
export interface PageIntro {
  /** The vendor's word for the licence that a call needs; undefined if none is named. */
  readonly licence: string | undefined;
  readonly errors: readonly { readonly code: number; readonly zh: string }[];
}

const LICENCE = /调用此接口需购买(.{1,40}?)席位/;
// A code in a table row (`22201 | text |`, `| 22201 | text |`, tabs), or alone with its text on the next line.
const ERROR_ROW = /^\|?\s*(-?\d{4,6})\s*(?:[|｜\t:：](.*)|$)/s;

// Below the head of the table, a code may also be followed by its text with only a blank or nothing between them.
const TABLE_HEAD = /^\|?\s*(?:错误码|错误代码|返回码|err(?:or)?[ _-]?code)/i;
const TIGHT_ROW = /^(-?\d{4,6})\s*(?=\S)(\D.*)$/s;
// Longer than any row or sentence.
const LONGEST = 5000;
const BAR = /^[\s|:-]+$/;

/** Reads the licence and the error table, in any of its forms, from the lines of a page's introduction. */
export function readIntro(given: readonly string[]): PageIntro {
  const lines = given.filter(({ length }) => length <= LONGEST).flatMap(plainLines);
  let isTable = false;
  const errors = lines.flatMap((line, at) => {
    if (TABLE_HEAD.test(line)) isTable = true;
    const [, code, text] = ERROR_ROW.exec(line) ?? ((isTable && TIGHT_ROW.exec(line)) || []);
    if (code === undefined) {
      if (!TABLE_HEAD.test(line) && !BAR.test(line)) isTable = false;
      return [];
    }
    return [{ code: Number(code), zh: withoutBar(text ?? '') || withoutBar(lines[at + 1] ?? '') }];
  });
  return { licence: LICENCE.exec(lines.join('\n'))?.[1], errors };
}

/** The text of a row, without the bar at its end. */
function withoutBar(text: string): string {
  return text.trim().replace(/\|$/, '').trim();
}

/**
 * Splits a line of HTML, which a description may contain, into the lines that it shows: one for each table
 * row.
 */
function plainLines(line: string): string[] {
  if (!line.includes('<t')) return [line];
  return line
    .split(/<\/?tr\b[^<>]*>/)
    .map((row) =>
      row
        .split(/<\/?t[a-z]+\b[^<>]*>/)
        .filter((cell) => cell.trim() !== '')
        .join(' | '),
    )
    .filter((row) => row !== '');
}
