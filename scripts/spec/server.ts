import type { Model } from './model.ts';
import { isObject } from './openapi.ts';

/** Returns the URL of the first server in a specification; empty if it lists none. */
export function serverUrl({ document }: Pick<Model, 'document'>): string {
  const [server] = Array.isArray(document.servers) ? document.servers : [];
  return isObject(server) ? String(server.url ?? '') : '';
}
