/**
 * What each run of characters may cost, in tokens of o200k_base: for each run, and for each character in it. The rates are
 * those of random characters, which no tokenizer shortens; ordinary text costs about half. Measured with gpt-tokenizer.
 */
const RATES = {
  lower: [0.3, 0.54],
  capital: [0.4, 0.54],
  upper: [0.3, 0.59],
  structure: [0.3, 0.56],
  sign: [0.3, 0.69],
} as const;

const RUNS =
  /(?<lower>[a-z]+)|(?<capital>[A-Z][a-z]+)|(?<upper>[A-Z]+)|(?<digits>\d+)|(?<structure>[":,{}[\]]+)|(?<space>[\t-\r ]+)|(?<sign>[!-/:-@[-`{-~]+)|(?<other>[^\0-\x7f]+)|./gsu;

/** The estimate of a short text is less certain: its runs may merge badly with each other. */
const MARGIN = 8;

/**
 * An upper estimate of the tokens of a text, without a tokenizer. Errs upwards: for ordinary text, Chinese or English, about
 * half of it is reserve. Random text stays below it; a text made of nothing but the costliest characters has at most twice
 * as many tokens.
 */
export function tokensOf(text: string): number {
  return Math.ceil(weightOf(text)) + MARGIN;
}

/** The estimate without its margin. The weights of parts add up to at least the weight of the whole, or nearly so. */
export function weightOf(text: string): number {
  let tokens = 0;
  for (const { 0: run, groups = {} } of text.matchAll(RUNS)) tokens += costOf(run, groups);
  return tokens;
}

function costOf(run: string, groups: Readonly<Record<string, string | undefined>>): number {
  if (groups.digits !== undefined) return Math.ceil(run.length / 3);
  if (groups.space !== undefined) return Math.ceil(run.length / 4);
  if (groups.other !== undefined) return foreignCost(run);
  for (const [name, [each, more]] of Object.entries(RATES)) {
    if (groups[name] !== undefined) return Math.max(1, each + more * run.length);
  }
  return run.length;
}

let common: ReadonlySet<string> | undefined;

function foreignCost(run: string): number {
  common ??= commonCharacters();
  let tokens = 0;
  for (const char of run) {
    if (common.has(char)) tokens += 1.5;
    else if (/[\u3001-\u3011\uff01-\uff1f\u2014\u2018-\u201d\u2026]/.test(char)) tokens += 1.2;
    else tokens += foreignRate(char.codePointAt(0) ?? 0);
  }
  return tokens;
}

/** A token for each byte of UTF-8 is the most that there can be. No emoji takes four. */
function foreignRate(code: number): number {
  if (code < 0x800) return 2;
  if (code >= 0x1f000 && code <= 0x1faff) return 3;
  return code < 0x10000 ? 3 : 4;
}

/** The 3,755 characters of the first level of GB 2312, which nearly all Chinese text is written with. */
function commonCharacters(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let high = 0xb0; high <= 0xd7; high++) for (let low = 0xa1; low <= 0xfe; low++) bytes.push(high, low);
  return new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)).replace(/[^\u4e00-\u9fff]/g, ''));
}
