import { schemes, tokenOperation, tokenScheme } from '../../generated/profile.ts';
import { WeibanConfigError } from '../base/errors.ts';
import type { Operation } from '../base/operation.ts';
import type { Redactor } from '../base/redact.ts';

/** A credential of a program: a text, or a user and a password, or a function that returns one of them. */
type Credential = string | { readonly username: string; readonly password: string };
export type Credentials = Readonly<
  Record<string, Credential | (() => Credential | Promise<Credential>) | undefined>
>;

/**
 * The security schemes that a call uses: the first alternative of which every credential is there.
 *
 * @throws WeibanConfigError if a credential is missing for all of them.
 */
function chooseSchemes({ id, security = [] }: Operation, credentials: Credentials): readonly string[] {
  const isThere = (name: string) =>
    (name === tokenScheme && tokenOperation !== '') ||
    schemes[name]?.[0] === 'nowhere' ||
    Object.hasOwn(credentials, name);
  const usable = security.filter((alternative) => alternative.every(isThere));
  const chosen = usable.find(({ length }) => length > 0) ?? usable[0];
  if (chosen !== undefined || security.length === 0) return chosen ?? [];
  const wanted = security.map((alternative) => alternative.join(' and ')).join(', or ');
  const [example = ''] = (security[0] ?? []).filter((name) => !isThere(name));
  throw new WeibanConfigError(
    `${id} was not sent: it needs the credential ${wanted}; pass credentials: { ${JSON.stringify(example)}: … } to createWeiban.`,
    { operation: id },
  );
}

/**
 * Whether a call carries the token of the token call.
 *
 * @throws WeibanConfigError if it needs a credential that is missing.
 */
export function carriesToken(operation: Operation, credentials: Credentials = {}): boolean {
  return chooseSchemes(operation, credentials).includes(tokenScheme);
}

/** What a request may carry. */
interface Purse {
  readonly operation: Operation;
  readonly token: string | undefined;
  readonly credentials: Credentials | undefined;
  readonly redactor: Redactor;
}

/** Puts the credentials of a call into its headers, and returns its query with those that stand there. */
export async function placeCredentials(
  query: string,
  headers: Headers,
  { operation, token, credentials = {}, redactor }: Purse,
): Promise<string> {
  let pairs = query;
  for (const name of chooseSchemes(operation, credentials)) {
    const [place = 'nowhere', field = '', prefix = ''] = schemes[name] ?? [];
    if (place === 'nowhere') continue;
    // The redactor learns every credential, because a function may return a new one at any time.
    const given = name === tokenScheme && token !== undefined ? token : await credentialOf(credentials[name]);
    redactor.learn(typeof given === 'string' ? given : given.password);
    const text = prefix + (typeof given === 'string' ? given : basic(given));
    if (place === 'header') headers.set(field, text);
    else if (place === 'cookie') addCookie(headers, `${field}=${encodeURIComponent(text)}`);
    else pairs += `${pairs && '&'}${encodeURIComponent(field)}=${encodeURIComponent(text)}`;
  }
  return pairs;
}

async function credentialOf(given: Credentials[string]): Promise<Credential> {
  return (typeof given === 'function' ? await given() : given) ?? '';
}

/** The name and the password of HTTP basic, in UTF-8 and Base64 (RFC 7617). */
function basic({ username, password }: Exclude<Credential, string>): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(String.fromCharCode(...bytes));
}

function addCookie(headers: Headers, pair: string): void {
  const others = headers.get('cookie');
  headers.set('cookie', others ? `${others}; ${pair}` : pair);
}
