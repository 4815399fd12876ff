/**
 * A string as a JavaScript literal: the one writer of strings. Quotes, line ends, U+2028 and U+2029, and everything
 * that could close a comment or a template are escaped.
 */
export function literal(text: string): string {
  const body = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${body.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** Any JSON value as a JavaScript expression, its strings written by {@link literal}. */
export function literalOf(value: unknown): string {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${propertyName(key)}: ${literalOf(item)}`);
    return `{ ${entries.join(', ')} }`;
  }
  if (typeof value === 'bigint') return `${value}n`;
  return JSON.stringify(value) ?? 'undefined';
}

/** A property's name in source: bare where it can be, else a literal; `__proto__` is computed, so that it stays a plain key. */
export function propertyName(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : literal(name);
}

/**
 * Text for the inside of a documentation comment: the one escaper of comments. What would end the comment, start a tag
 * or break the line where it must not is made harmless.
 */
export function commentText(text: string): string {
  return (
    text
      .replaceAll('*/', '*\\/')
      .replaceAll('\u2028', ' ')
      .replaceAll('\u2029', ' ')
      .replaceAll('\r', ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
      .replace(/^(\s*)@/gm, '$1(at)')
      .replace(/\{@/g, '{(at)')
  );
}

/** A documentation comment; empty for empty text. */
export function docComment(text: string): string {
  return blockComment(commentText(text));
}

/** A documentation comment of text that {@link commentText} has made harmless already, tags and all. */
export function blockComment(safe: string): string {
  const lines = safe
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());
  if (lines.length === 1) return lines[0] === '' ? '' : `/** ${lines[0]} */\n`;
  return `/**\n${lines.map((line) => ` *${line === '' ? '' : ` ${line}`}`).join('\n')}\n */\n`;
}
