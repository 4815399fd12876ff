/** Words that cannot be declared in a module; as the name of a member any word can stand. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally ' +
    'for function if implements import in instanceof interface let new null package private protected public return static super ' +
    'switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);

/**
 * A name in camel case that is an identifier in JavaScript, whatever comes in: the one sanitiser that every
 * generated name passes. `external_user/list` becomes `externalUserList`.
 */
export function camelCase(text: string): string {
  const name = joinWords(text);
  return RESERVED.has(name) ? `${name}_` : name;
}

/** The same for a member, which may be called as a reserved word is. */
export function memberName(text: string): string {
  return joinWords(text);
}

/** The same in Pascal case, for types. */
export function pascalCase(text: string): string {
  return upperFirst(joinWords(text));
}

/** A path below the base path, without a leading slash; a path outside it as it is. */
export function belowBase(path: string, basePath: string): string {
  const isBelow = basePath !== '' && path.startsWith(`${basePath}/`);
  return isBelow ? path.slice(basePath.length + 1) : path;
}

/** Whether a word can stand unquoted as a property name. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text);
}

function joinWords(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join('');
  return /^[a-z]/i.test(joined) ? joined : `_${joined}`;
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
