/** Takes the secrets it knows out of text. */
export interface Redactor {
  /** The text with every known secret, however encoded, replaced by `[redacted]`. */
  redact(text: string): string;
  /** The same, cut to at most `length` characters. Redacts first: a cut secret would no longer be recognised. */
  excerpt(text: string, length?: number): string;
  /** Remembers one more secret; of those learned only the latest few are kept. */
  learn(secret: string): void;
}

const KEPT = 16;
const MASK = '[redacted]';

// What stands where a credential stands is one, also where its value is not known here (an older token, a proxy's):
// in quotes, in escaped quotes, or bare as in a URL. What JSON writes bare, but for a long
// number, is no credential, and JSON stays JSON.
const NAMED =
  /((?:access_token|secret)\\*["']?\s*(?:[=:]|%3d|%3a)\s*)(?:(")(?:\\.|[^"\\])*|(\\+["'])(?:(?!\\+["'])[\s\S])*|(?!(?:null|true|false|-?[\d.]{1,15})\s*[,}\]]|[[{])('?)[^&\s"'<>\\]+)/gi;

/** A redactor that knows the given secret for good. */
export function createRedactor(fixed: string): Redactor {
  const learned: string[] = [];
  let pattern: RegExp | undefined;

  const redact = (text: string) => {
    pattern ??= anyOf([fixed, ...learned]);
    return text.replace(pattern, MASK).replace(NAMED, `$1$2$3$4${MASK}`);
  };
  return {
    redact,
    excerpt(text, length = 200) {
      const clean = redact(text).trim();
      return clean.length > length ? `${clean.slice(0, length - 1)}…` : clean;
    },
    learn(secret) {
      if (!secret || secret === fixed || learned.includes(secret)) return;
      learned.push(secret);
      if (learned.length > KEPT) learned.shift();
      pattern = undefined;
    },
  };
}

/** Arguments as they are; undefined where a secret is among them. */
export function withoutSecrets<T>(params: T, redactor: Redactor): T | undefined {
  const text =
    JSON.stringify(params, (_, value) => (typeof value === 'bigint' ? String(value) : value)) ?? '';
  return redactor.redact(text) === text ? params : undefined;
}

function anyOf(secrets: string[]): RegExp {
  // Longest first, or a secret that begins with another one would leave its end behind.
  const sources = secrets.sort((a, b) => b.length - a.length).map(inAnyForm);
  return new RegExp(sources.join('|'), 'gi');
}

// A character as encodings write it: percent-encoded (once or several times), escaped in JSON (and then encoded), itself.
const ENCODED =
  '(?:(?:(?:%(?:25)*5c|\\\\)u0025|%)(?:25)*(?:5cu[\\da-f]{4}|[\\da-f]{2})|\\\\u[\\da-f]{4}|\\W)';

/**
 * A pattern for the secret in any encoding. No encoding changes letters and digits; between them any few encoded
 * characters will do, and those around them are taken along. Every count is bounded, so that no text makes matching slow.
 */
function inAnyForm(secret: string): string {
  const [, before = '', core = '', after = ''] = /^(\W*)(.*?)(\W*)$/s.exec(secret) ?? [];
  const between = core.replace(/\W+/g, (run) => `${ENCODED}{1,${new TextEncoder().encode(run).length * 8}}`);
  return core ? `(?:${exactly(before)})?${between}(?:${exactly(after)})?` : exactly(before);
}

/** The plain character comes last, or `%` would be found in `%25` and leave `25` behind. */
function exactly(text: string): string {
  return Array.from(text, (char) => {
    const bytes = new TextEncoder().encode(char).length;
    return `(?:(?:%(?:25)*[\\da-f]{2}){${bytes}}|(?:\\\\u[\\da-f]{4}){${char.length}}|\\\\.|\\+|\\${char})`;
  }).join('');
}
