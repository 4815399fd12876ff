import type { Diagnostic } from '../kit/diagnostic.ts';
import { isObject, type OpenApiDocument, type OperationObject } from './openapi.ts';

/** Where a credential travels, and what precedes it there. `basic` is a user's name and password in a header. */
export interface Scheme {
  readonly place: 'query' | 'header' | 'cookie' | 'nowhere';
  readonly name: string;
  readonly prefix: string;
  readonly isBasic: boolean;
}

/** How the client gets a token: `x-token` of the root. */
interface TokenCall {
  /** The security scheme that the token is for. */
  readonly scheme: string;
  /** The operationId of the call. */
  readonly operation: string;
  /** The arguments that hold the client's options `corpId` and `secret`; empty for an option that the call does not take. */
  readonly corpId: string;
  readonly secret: string;
  /** Arguments that are the same in every call, such as a grant type. */
  readonly fixed: Readonly<Record<string, unknown>>;
  /** The dotted paths in the result of the token and of its lifetime in seconds; the latter empty if no answer says it. */
  readonly token: string;
  readonly lifetime: string;
  /** Seconds that a token lives if its answer does not say it. */
  readonly seconds: number | undefined;
  /** What a refusal of the credentials means, and what to do about it. */
  readonly refused: { readonly en: string; readonly advice: string; readonly advice_zh: string };
}

/** The alternatives of a call, each with the schemes that it needs together. */
export type Security = readonly (readonly string[])[];

/** What is particular to the vendor in how calls are authenticated. */
export interface Profile {
  readonly schemes: Readonly<Record<string, Scheme>>;
  readonly token: TokenCall | undefined;
  /** What a call needs that does not say otherwise. */
  readonly security: Security;
}

/** Reads the security schemes and the token call of a document. */
export function readProfile(document: OpenApiDocument, report: (finding: Diagnostic) => void): Profile {
  const schemes = readSchemes(document);
  const security = readSecurity(document.security);
  return { schemes, security, token: readToken(document['x-token'], schemes, security, report) };
}

/** The security schemes of a document, by name. */
export function readSchemes({ components }: Pick<OpenApiDocument, 'components'>): Profile['schemes'] {
  const declared = components?.securitySchemes;
  return Object.fromEntries(
    Object.entries(isObject(declared) ? declared : {}).map(([name, scheme]) => [name, readScheme(scheme)]),
  );
}

/** Whether a parameter is the credential of a security scheme, which operations do not list. */
export function isCredential({ schemes }: Pick<Profile, 'schemes'>, place: string, name: string): boolean {
  return Object.values(schemes).some((scheme) => scheme.place === place && scheme.name === name);
}

/** The alternatives that a `security` lists; none if it lists none. */
export function readSecurity(security: OperationObject['security'] = []): Security {
  return security.map((requirement) => Object.keys(requirement));
}

/** Whether some alternative needs a credential. */
export function needsCredential(security: Security): boolean {
  return security.some((alternative) => alternative.length > 0);
}

const NOWHERE: Scheme = { place: 'nowhere', name: '', prefix: '', isBasic: false };
const BEARER: Scheme = { place: 'header', name: 'Authorization', prefix: 'Bearer ', isBasic: false };

function readScheme(scheme: unknown): Scheme {
  if (!isObject(scheme)) return NOWHERE;
  const { type, in: place, name, scheme: word } = scheme;
  if (type === 'apiKey') {
    const isKnown = place === 'query' || place === 'header' || place === 'cookie';
    return isKnown ? { place, name: String(name), prefix: '', isBasic: false } : NOWHERE;
  }
  // Whatever flow an OAuth token came from, it travels like any other bearer token.
  if (type === 'oauth2' || type === 'openIdConnect') return BEARER;
  if (type !== 'http') return NOWHERE;
  const kind = String(word);
  if (/^bearer$/i.test(kind)) return BEARER;
  if (/^basic$/i.test(kind)) return { ...BEARER, prefix: 'Basic ', isBasic: true };
  return { ...BEARER, prefix: `${kind} ` };
}

function readToken(
  given: unknown,
  schemes: Readonly<Record<string, Scheme>>,
  security: Security,
  report: (finding: Diagnostic) => void,
): TokenCall | undefined {
  if (!isObject(given)) return undefined;
  const { operation, request, result, fixed, refused } = given;
  const [usual = Object.keys(schemes)[0] ?? ''] = security.flat();
  const scheme = textOf(given, 'scheme', usual);
  if (!Object.hasOwn(schemes, scheme)) {
    report({
      code: 'token-scheme',
      message: `x-token is for the security scheme ${JSON.stringify(scheme)}, which components.securitySchemes does not define`,
      fix: `write scheme: and one of ${Object.keys(schemes).join(', ') || '(there are none yet)'}`,
    });
  }
  return {
    scheme,
    operation: String(operation),
    corpId: textOf(request, 'corpId'),
    secret: textOf(request, 'secret'),
    fixed: isObject(fixed) ? fixed : {},
    token: textOf(result, 'token', 'token'),
    lifetime: textOf(result, 'lifetime'),
    seconds: isObject(result) && result.seconds !== undefined ? Number(result.seconds) : undefined,
    refused: {
      en: textOf(refused, 'en', 'The credentials are refused.'),
      advice: textOf(
        refused,
        'advice',
        'Check corpId and secret: this call asks for the token, so a new token cannot help.',
      ),
      advice_zh: textOf(
        refused,
        'advice_zh',
        '请检查 corpId 和 secret：这次调用就是在获取 token，重新获取没有用。',
      ),
    },
  };
}

function textOf(value: unknown, key: string, otherwise = ''): string {
  return isObject(value) && value[key] !== undefined ? String(value[key]) : otherwise;
}
