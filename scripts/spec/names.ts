import { latinText } from './latin.ts';

/** Words that a module cannot declare as a name. Members may have any name. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally ' +
    'for function if implements import in instanceof interface let new null package private protected public return static super ' +
    'switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/**
 * Turns any text into a camel-case JavaScript identifier: `external_user/list` becomes `externalUserList`. Every generated
 * name goes through this sanitiser.
 */
export function camelCase(text: string): string {
  const name = joinWords(text);
  return RESERVED.has(name) ? `${name}_` : name;
}

/** Like {@link camelCase}, for a member, whose name may be a reserved word. */
export function memberName(text: string): string {
  return joinWords(text);
}

/** Like {@link camelCase}, but in Pascal case, for types. */
export function pascalCase(text: string): string {
  return upperFirst(joinWords(text));
}

/** Returns a path relative to the base path, without a leading slash. A path outside the base path stays unchanged. */
export function belowBase(path: string, basePath: string): string {
  const isBelow = basePath !== '' && path.startsWith(`${basePath}/`);
  return isBelow ? path.slice(basePath.length + 1) : path;
}

/** Whether a word needs no quotes as a property name. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text);
}

function joinWords(text: string): string {
  const words = latinText(text)
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join('');
  return /^[a-z]/i.test(joined) ? joined : `_${joined}`;
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
