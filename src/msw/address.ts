import { server } from '../../generated/operations.ts';

/** The address that a handler listens at: a path from the server's root, after a base URL that may end in a slash. */
export function addressOf(baseUrl: string = server, path: string): string {
  return baseUrl.replace(/\/+$/, '') + path;
}
