import type { Model } from './model.ts';
import { isObject } from './openapi.ts';

/** The address of the server that a specification names first; empty where it names none. */
export function serverUrl({ document }: Pick<Model, 'document'>): string {
  const [server] = Array.isArray(document.servers) ? document.servers : [];
  return isObject(server) ? String(server.url ?? '') : '';
}
