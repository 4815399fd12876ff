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

// What stands where a credential stands is one, also where its value is not known here (an older token, a proxy's).
const NAMED = /((?:access_token|secret)\\?["']?\s*(?:[=:]|%3d|%3a)\s*\\?["']?)[^&\s"'<>\\]+/gi;

/** A redactor that knows the given secret for good. */
export function createRedactor(fixed: string): Redactor {
  const learned: string[] = [];
  let pattern: RegExp | undefined;

  const redact = (text: string) => {
    pattern ??= anyOf([fixed, ...learned]);
    return text.replace(pattern, MASK).replace(NAMED, `$1${MASK}`);
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

function anyOf(secrets: string[]): RegExp {
  // Longest first, or a secret that begins with another one would leave its end behind.
  const sources = secrets.sort((a, b) => b.length - a.length).map(inAnyForm);
  return new RegExp(sources.join('|'), 'gi');
}

/**
 * A pattern for the secret as it is, percent-encoded (once or several times), form-encoded, or escaped in JSON. At the
 * place of a character that an encoding may change, any encoded character will do: what stands around it decides.
 * Every alternative has a fixed count, so that no text makes matching slow.
 */
function inAnyForm(secret: string): string {
  return Array.from(secret, (char) => {
    if (/\w/.test(char)) return char;
    const bytes = new TextEncoder().encode(char).length;
    // The plain character comes last, or `%` would be found in `%25` and leave `25` behind.
    return `(?:(?:%(?:25)*[\\da-f]{2}){${bytes}}|(?:\\\\u[\\da-f]{4}){${char.length}}|\\\\.|\\+|\\${char})`;
  }).join('');
}
