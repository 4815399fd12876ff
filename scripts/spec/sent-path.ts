/** What a call sends of a path of the document. */
interface SentPath {
  /** The path with percent-encoding, and parameters as OpenAPI writes them. */
  readonly url: string;
  /** The query that the path contains, which OpenAPI does not allow and some documents have. */
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** The characters of a path by RFC 3986, and parameters in braces. The name of a parameter is no part of the URL. */
const PLAIN = /^\/(?:[\w\-.~!$&'()*+,;=:@{}/]|%[0-9A-Fa-f]{2}|\{[^{}/?#]+\})*$/;

/** What {@link sentPath} can mend: letters of any language, spaces and brackets outside of braces, a query, and a fragment. */
const MENDABLE = /^\/(?:[\w\-.~!$&'()*+,;=:@/?#% <>"|^]|\{[^{}]*\}|[^\0-\x7F])*$/;

/** Whether a path is one of OpenAPI; `mendable` if it is not, and still says what to send. */
export function judgePath(path: string): 'plain' | 'mendable' | 'wrong' {
  if (PLAIN.test(path) && !TEMPLATE.test(path)) return 'plain';
  return MENDABLE.test(path) ? 'mendable' : 'wrong';
}

/** A parameter as RFC 6570 writes it: `{.id*}`, `{;id}`, `{?id}`. OpenAPI has `{id}`, with a style. */
const TEMPLATE = /\{[.;?&+#/]|\*\}/;

/**
 * Returns what a call sends of a path: never a fragment, which tells operations of one URL apart in some documents; the
 * query apart from the path; spaces, brackets and letters that are not ASCII with percent signs.
 */
export function sentPath(path: string): SentPath {
  const [beforeFragment = ''] = path
    .replace(/\{[?&][^{}]*\}/g, '')
    .replace(/\{[.;+#/]?([^{}*]+)\*?\}/g, '{$1}')
    .split('#', 1);
  const [url = '', ...query] = beforeFragment.split('?');
  return {
    url: url.replace(/\{[^{}]*\}|[^\0-\x7F]+|[ <>"|^]/g, (found) =>
      found.startsWith('{') ? found : encodeURIComponent(found.replace(/\p{Surrogate}/gu, '\ufffd')),
    ),
    query: [...new URLSearchParams(query.join('&'))],
  };
}
