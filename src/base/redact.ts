import { secretNames } from '../../generated/profile.ts';
import { type Decoded, decode } from './decode.ts';
import { secretPattern } from './secret-pattern.ts';

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
// unless it is a long number, so JSON stays JSON. Every character is read once, whatever the text.
const NAMED =
  /((?:NAMES)\\*["']?\s*(?:[=:]|%3d|%3a)\s*)(?:(")[^"\\]*(?:\\[\s\S][^"\\]*)*|(\\+["'])[^\\]*(?:\\+(?![\\"'])[^\\]*)*|(?!(?:null|true|false|-?[\d.]{1,15})\s*[,}\]]|[[{])('?)[^&\s"'<>\\]+)/;
/** How often a text may be encoded: JSON in a URL in HTML in JSON, and more. */
const LAYERS = 6;
/** An excerpt shows at most a few hundred characters, so the rest of a long text does not matter. */
const LONGEST_SOURCE = 65_536;

/** Creates a redactor that never forgets the given secret. */
export function createRedactor(fixed: string): Redactor {
  const learned: string[] = [];
  const named = new RegExp(NAMED.source.replace('NAMES', secretNames), 'gi');
  let pattern: RegExp | undefined;

  const redact = (text: string) => {
    pattern ??= secretPattern([fixed, ...learned]);
    return masked(text, secretsIn(text, pattern)).replace(named, `$1$2$3$4${MASK}`);
  };
  return {
    redact,
    excerpt(text, length = 200) {
      const clean = redact(text.trim().slice(0, LONGEST_SOURCE));
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

type Range = [start: number, end: number];

/** Where secrets stand in a text: in the text itself, and in what it becomes with its escapes decoded once or more. */
export function secretsIn(text: string, pattern: RegExp): Range[] {
  const found: Range[] = [];
  const layers: Decoded[] = [];
  const sourceOf = (at: number) => layers.reduceRight((place, layer) => layer.sourceOf(place), at);
  for (let plain = text; ; ) {
    for (const { 0: secret, index } of plain.matchAll(pattern)) {
      found.push([sourceOf(index), sourceOf(index + secret.length)]);
    }
    const layer = layers.length < LAYERS ? decode(plain) : undefined;
    if (!layer) return found;
    layers.push(layer);
    plain = layer.text;
  }
}

function masked(text: string, ranges: Range[]): string {
  let clean = '';
  let at = 0;
  for (const [start, end] of ranges.sort(([a], [b]) => a - b)) {
    if (start >= at) clean += text.slice(at, start) + MASK;
    at = Math.max(at, end);
  }
  return clean + text.slice(at);
}
