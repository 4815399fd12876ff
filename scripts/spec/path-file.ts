import { belowBase, camelCase } from './names.ts';

/** Characters that a file name cannot have on every system, and the sign that stands before their codes. */
const UNSAFE = /[:*?"<>|\\]|%(?!2F$)/g;

/**
 * The path of a URL's file below `spec/paths/`: `/open-api/staff/list` is `staff/list.yaml`. A character that no file name
 * may have stands as in a URL: `/models/one:run` is `models/one%3Arun.yaml`, and so does a slash at the end.
 */
export function fileOfUrl(url: string, basePath: string): string {
  const bare = belowBase(url, basePath)
    .replace(/^\//, '')
    .replace(/\/$|^$/, '%2F');
  return `${bare.replace(UNSAFE, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}.yaml`;
}

/** The URL of a file below `spec/paths/`: the opposite of {@link fileOfUrl} for a URL below the base path. */
export function urlOfFile(file: string, basePath: string): string {
  const bare = file.replace(/\.ya?ml$/, '').replace(/^%2F$/, '');
  return `${basePath}/${bare.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))}`;
}

/**
 * The operationIds that an operation may have: its path in camel case, which the only operation of a path gets, or that with
 * its method: `tokenList`, `tokenListPut`.
 */
export function operationIdsOf(url: string, basePath: string, method: string): readonly [string, string] {
  const bare = belowBase(url, basePath);
  return [camelCase(bare), camelCase(`${bare} ${method.toLowerCase()}`)];
}
