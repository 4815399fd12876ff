/** What the text above a page's sections says, in whichever form the page comes. */
export interface PageIntro {
  /** The vendor's words for the licence that a call needs; undefined where none is named. */
  readonly licence: string | undefined;
  readonly errors: readonly { readonly code: number; readonly zh: string }[];
}

const LICENCE = /调用此接口需购买(.+?)席位/;
// A code in a row of a table (`22201 | text |`, `| 22201 | text |`, tabs), or alone with its text on the next line.
const ERROR_ROW = /^\|?\s*(-?\d{4,6})\s*(?:[|｜\t:：]\s*(.*?)\s*\|?\s*)?$/;

// Below the table's head a code may also stand before its text with a blank or nothing between them.
const TABLE_HEAD = /^\|?\s*错误码/;
const TIGHT_ROW = /^(-?\d{4,6})\s*(\D.*)$/;
// No row and no sentence is longer.
const LONGEST = 5000;
const BAR = /^[\s|:-]+$/;

/** Reads the licence and the error table, in any of its shapes, from the lines of a page's introduction. */
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
    return [{ code: Number(code), zh: (text || lines[at + 1] || '').replace(/\s*\|$/, '') }];
  });
  return { licence: LICENCE.exec(lines.join('\n'))?.[1], errors };
}

/** A line of HTML, which a description may hold, as the lines that it shows: one for each row of a table. */
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
