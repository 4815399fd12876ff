/** Removes the secrets that it knows from text. */
export interface Redactor {
  /** Replaces every known secret, in any encoding, with `[redacted]`. */
  redact(text: string): string;
  /**
   * Redacts a text and cuts it to at most `length` characters. Redacts first, because half a secret is not
   * recognized.
   */
  excerpt(text: string, length?: number): string;
  /** Remembers another secret. Keeps only the latest few of them. */
  learn(secret: string): void;
}

const KEPT = 16;
const MASK = '[redacted]';

// The value after a credential's name is a credential, even if its value is unknown here (an older token, a
// proxy's own): in quotes, in escaped quotes, or bare as in a URL. A bare JSON value is not a credential
// unless it is a long number, so JSON stays JSON.
const NAMED =
  /((?:access_token|secret)\\*["']?\s*(?:[=:]|%3d|%3a)\s*)(?:(")(?:\\.|[^"\\])*|(\\+["'])(?:(?!\\+["'])[\s\S])*|(?!(?:null|true|false|-?[\d.]{1,15})\s*[,}\]]|[[{])('?)[^&\s"'<>\\]+)/gi;

/** Creates a redactor that never forgets the given secret. */
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

/** Returns the arguments unchanged, or undefined if they contain a secret. */
export function withoutSecrets<T>(params: T, redactor: Redactor): T | undefined {
  const text =
    JSON.stringify(params, (_, value) => (typeof value === 'bigint' ? String(value) : value)) ?? '';
  return redactor.redact(text) === text ? params : undefined;
}

function anyOf(secrets: string[]): RegExp {
  // Longest first. Otherwise the end of a secret that begins with another secret would remain.
  const sources = secrets.sort((a, b) => b.length - a.length).map(inAnyForm);
  return new RegExp(sources.join('|'), 'gi');
}

// One character in any encoding: percent-encoded (once or several times), escaped in JSON (and then encoded),
// unchanged.
const ENCODED =
  '(?:(?:(?:%(?:25)*5c|\\\\)u0025|%)(?:25)*(?:5cu[\\da-f]{4}|[\\da-f]{2})|\\\\u[\\da-f]{4}|\\W)';

/**
 * Builds a pattern for the secret in any encoding. No encoding changes letters and digits. Between them the
 * pattern accepts any few encoded characters; at both ends, only the secret's own. Every count is bounded, so
 * that no text makes matching slow.
 */
function inAnyForm(secret: string): string {
  const [, before = '', core = '', after = ''] = /^(\W*)(.*?)(\W*)$/s.exec(secret) ?? [];
  const between = core.replace(/\W+/g, (run) => `${ENCODED}{1,${new TextEncoder().encode(run).length * 8}}`);
  return core ? `(?:${exactly(before)})?${between}(?:${exactly(after)})?` : exactly(before);
}

/** The plain character comes last. Otherwise `%` would match the start of `%25`, and `25` would remain. */
function exactly(text: string): string {
  return Array.from(text, (char) => {
    const bytes = new TextEncoder().encode(char).length;
    return `(?:(?:%(?:25)*[\\da-f]{2}){${bytes}}|(?:\\\\u[\\da-f]{4}){${char.length}}|\\\\.|\\+|\\${char})`;
  }).join('');
}
