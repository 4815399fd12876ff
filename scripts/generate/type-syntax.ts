import { isObject } from '../spec/openapi.ts';
import { literal, propertyName } from './text.ts';

/** A JSON value as the type of exactly that value. */
export function literalType(value: unknown): string {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return `[${value.map(literalType).join(', ')}]`;
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) => `${propertyName(name)}: ${literalType(member)}`,
    );
    return members.length === 0 ? 'Record<string, unknown>' : `{ ${members.join('; ')} }`;
  }
  // A literal type has no exponent and no bigint that JSON would have as a number.
  if (typeof value === 'bigint') return 'number';
  return value === null || typeof value === 'number' || typeof value === 'boolean'
    ? JSON.stringify(value)
    : 'unknown';
}

/** One of several types. */
export function union(types: readonly string[]): string {
  const distinct = [...new Set(types)].filter((type) => type !== 'never');
  return distinct.includes('unknown') ? 'unknown' : distinct.length === 0 ? 'never' : distinct.join(' | ');
}

/** All of several types at once. */
export function intersection(types: readonly string[]): string {
  const distinct = [...new Set(types)].filter((type) => type !== 'unknown');
  if (distinct.includes('never')) return 'never';
  return distinct.length < 2 ? (distinct[0] ?? 'unknown') : distinct.map(parenthesised).join(' & ');
}

/** A type that can stand beside an operator: in parentheses if it is a union or an intersection. */
export function parenthesised(type: string): string {
  return hasOperator(type) ? `(${type})` : type;
}

/** Whether a type has `|` or `&` outside of brackets, strings and comments. */
function hasOperator(type: string): boolean {
  let depth = 0;
  for (const [token] of type.matchAll(
    /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/\*[\s\S]*?\*\/|[()[\]{}<>|&]/g,
  )) {
    if ('([{<'.includes(token)) depth++;
    else if (')]}>'.includes(token)) depth--;
    else if (depth === 0 && (token === '|' || token === '&')) return true;
  }
  return false;
}
