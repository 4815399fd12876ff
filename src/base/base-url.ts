import { WeibanConfigError } from './errors.ts';

/**
 * The base URL in the form in which requests use it: as the URL standard writes it, without slashes at its end.
 *
 * @throws WeibanConfigError if it is not an http or https URL, or has credentials, a query or a fragment.
 */
export function resolveBase(baseUrl: string): string {
  // The message leaves the URL out, because it may contain a password.
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const base = url && url.origin + url.pathname;
  // Whatever else the URL contains is credentials, a query or a fragment.
  if (!base?.startsWith('http') || base !== url?.href) {
    throw new WeibanConfigError(
      'baseUrl must be an http or https URL without credentials, query or fragment.',
    );
  }
  return base.replace(/\/+$/, '');
}
