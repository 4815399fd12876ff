import { decode } from './decode.ts';

/** Shorter forms would be found in any text. */
const SHORTEST = 8;
const SHORTEST_DECODED = 6;

/** Builds a pattern that finds any of the secrets in a text whose escapes are decoded, in hex and in Base64 too. */
export function secretPattern(secrets: readonly string[]): RegExp {
  const forms = secrets.flatMap(formsOf);
  // Longest first. Otherwise the end of a secret that begins with another secret would remain.
  const sources = forms.sort((a, b) => b.length - a.length).map(sourceOf);
  return new RegExp(sources.join('|') || '(?!)', 'gi');
}

function formsOf(secret: string): string[] {
  if (!secret) return [];
  const forms = new Set<string>();
  for (const form of [secret, bytesOf(secret)]) {
    forms.add(form);
    // What looks like an escape in the secret is decoded too once anything around it is.
    for (let at = decode(form); at && at.text.length >= SHORTEST_DECODED; at = decode(at.text))
      forms.add(at.text);
  }
  // A URL has ' in either form.
  const url = inUrl(secret);
  for (const text of new Set([
    secret,
    url,
    url.replaceAll("'", '%27'),
    JSON.stringify(secret).slice(1, -1),
  ])) {
    const bytes = bytesOf(text);
    for (const form of [hex(bytes), base64(bytes, 0), base64(bytes, 1), base64(bytes, 2)]) {
      if (form.length >= SHORTEST) forms.add(form);
    }
  }
  return [...forms];
}

function inUrl(text: string): string {
  // A lone half of a character has no encoding.
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}

function hex(bytes: string): string {
  return Array.from(bytes, (byte) => codeOf(byte, 2)).join('');
}

/** The UTF-8 of a text, one character per byte. */
function bytesOf(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** The characters of Base64 that depend on these bytes alone, whatever stands before (so many bytes) and after them. */
function base64(bytes: string, before: number): string {
  const all = btoa(' '.repeat(before) + bytes);
  const after = (before + bytes.length) % 3;
  return all.slice(before && before + 1, all.length - (after && 4 - after));
}

/** Forms write a space as +, and Base64 for URLs writes + and / as - and _. */
function sourceOf(form: string): string {
  return form.replace(/\W|_/g, (char) => {
    if ('-+ '.includes(char)) return '[-+ ]';
    return '/_'.includes(char) ? '[/_]' : `\\u${codeOf(char, 4)}`;
  });
}

function codeOf(char: string, digits: number): string {
  return char.charCodeAt(0).toString(16).padStart(digits, '0');
}
