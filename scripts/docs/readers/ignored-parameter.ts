/** Headers that belong to HTTP and not to one endpoint. */
const HTTP_HEADERS = /^(accept|authorization|connection|content-type|cookie|host|user-agent)$/i;

/** Names a parameter for which the facts have no room; none if they have, or if every call carries it. */
export function ignoredParameter(place: string, name: string): string[] {
  const isTold = ['path', 'header', 'cookie'].includes(place) && !HTTP_HEADERS.test(name);
  return isTold ? [`the ${place} parameter ${name}`] : [];
}
