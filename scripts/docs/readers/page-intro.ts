/** What the text above a page's sections says, in whichever form the page comes. */
export interface PageIntro {
  /** The vendor's words for the licence that a call needs; undefined where none is named. */
  readonly licence: string | undefined;
  readonly errors: readonly { readonly code: number; readonly zh: string }[];
}

const LICENCE = /调用此接口需购买(.+?)席位/;
// A code in a row of a table (`22201 | text |`, `| 22201 | text |`, tabs), or alone with its text on the next line.
const ERROR_ROW = /^\|?\s*(-?\d{4,6})\s*(?:[|｜\t:：]\s*(.*?)\s*\|?\s*)?$/;

/** Reads the licence and the error table, in any of its shapes, from the lines of a page's introduction. */
export function readIntro(lines: readonly string[]): PageIntro {
  const errors = lines.flatMap((line, at) => {
    const [, code, text] = ERROR_ROW.exec(line) ?? [];
    if (code === undefined) return [];
    return [{ code: Number(code), zh: (text || lines[at + 1] || '').replace(/\s*\|$/, '') }];
  });
  return { licence: LICENCE.exec(lines.join('\n'))?.[1], errors };
}
