/** A path as a document writes it, taken apart. */
export interface WrittenPath {
  /** From its first slash on, without query. */
  readonly path: string;
  /** The server that stands before it, if one does. */
  readonly server?: string;
  /** The query that stands after it, if one does. */
  readonly query?: string;
}

/**
 * Takes a path apart. Apifox also exports whole addresses, paths behind a variable of the environment (`{{host}}/orders`) and
 * paths without their first slash.
 */
export function readWrittenPath(written: string): WrittenPath {
  const address = written.trim();
  const [server] = /^(https?:\/\/[^/?#\s]+|\{\{[^{}]*\}\})/.exec(address) ?? [];
  const rest = address.slice(server?.length ?? 0);
  const [bare = '', ...query] = rest.split('?');
  const hasServer = server?.startsWith('http') === true;
  return {
    path: bare.startsWith('/') ? bare : `/${bare}`,
    ...(hasServer && { server }),
    ...(query.length > 0 && { query: query.join('?') }),
  };
}
