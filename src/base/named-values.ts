// The value after a credential's name is a credential, even if its value is unknown here (an older token, a
// proxy's own).
const NAME =
  /(?:access_token|secret)(?:\\*["']|&quot;|&#34;|%22)?\s*(?:[=:]|%3d|%3a)\s*(\\*"|\\+'|&quot;|&#34;)?/gi;
// A bare JSON value is not a credential unless it is a long number, so JSON stays JSON.
const BARE = /(?!(?:null|true|false|-?[\d.]{1,15})\s*[,}\]]|[[{])'?[^&\s"'<>\\]+/y;

/** Finds the values of credentials by their names: in quotes, in escaped quotes, or bare as in a URL. */
export function namedValues(text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  NAME.lastIndex = 0;
  for (let name = NAME.exec(text); name; name = NAME.exec(text)) {
    let start = NAME.lastIndex;
    let end: number;
    if (name[1]) {
      end = endOfQuoted(text, start, name[1]);
    } else {
      BARE.lastIndex = start;
      end = BARE.test(text) ? BARE.lastIndex : start;
      if (end > start && text[start] === "'") start++;
    }
    if (name[1] || end > start) found.push([start, end]);
    // A name in a value is part of it. Looking at it again could take the square of the time.
    NAME.lastIndex = Math.max(end, NAME.lastIndex);
  }
  return found;
}

function endOfQuoted(text: string, start: number, quote: string): number {
  let end = start;
  if (quote === '"') {
    while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
    return Math.min(end, text.length);
  }
  const close = quote.startsWith('&') ? /&/g : /\\["']/g;
  close.lastIndex = start;
  end = close.exec(text)?.index ?? text.length;
  while (end > start && text[end - 1] === '\\') end--;
  return end;
}
