/**
 * A string as a JavaScript literal. The only writer of strings: it escapes quotes, line ends, U+2028, U+2029, and
 * everything that could close a comment or a template.
 */
export function literal(text: string): string {
  const body = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${body.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** A JSON value as a JavaScript expression, with strings written by {@link literal}. */
export function literalOf(value: unknown): string {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${propertyName(key)}: ${literalOf(item)}`);
    return `{ ${entries.join(', ')} }`;
  }
  if (typeof value === 'bigint') return `${value}n`;
  if (value === Number.POSITIVE_INFINITY) return 'Infinity';
  return JSON.stringify(value) ?? 'undefined';
}

/** A property name in source: bare if possible, otherwise a literal. `__proto__` is computed, to stay a plain key. */
export function propertyName(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : literal(name);
}

/**
 * Escapes text for the inside of a doc comment, so that it cannot end the comment, start a tag or break a line. The
 * only escaper of comments.
 */
export function commentText(text: string): string {
  return (
    text
      .replaceAll('*/', '*\\/')
      .replaceAll('\u2028', ' ')
      .replaceAll('\u2029', ' ')
      .replaceAll('\r', ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression removes control characters
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ')
      .replace(/^([^\S\n\r\u2028\u2029]*)@/gm, '$1(at)')
      .replace(/\{@/g, '{(at)')
  );
}

/** A doc comment; empty for empty text. */
export function docComment(text: string): string {
  return blockComment(commentText(text));
}

/** A doc comment of text that {@link commentText} has already escaped. */
export function blockComment(safe: string): string {
  const lines = safe
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());
  if (lines.length === 1) return lines[0] === '' ? '' : `/** ${lines[0]} */\n`;
  return `/**\n${lines.map((line) => ` *${line === '' ? '' : ` ${line}`}`).join('\n')}\n */\n`;
}
