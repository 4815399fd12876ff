import type { Model, Operation } from '../spec/model.ts';
import { isObject } from '../spec/openapi.ts';
import type { Profile, Scheme, Security } from '../spec/profile.ts';
import { docComment, literalOf, propertyName } from './text.ts';

/** A constant: its name, its value, what it is, and its type if that is not plain. */
type Row = readonly [name: string, value: unknown, text: string, type?: string];

/**
 * `profile.ts`: what is particular to the vendor in how calls are authenticated and answered. Nothing is imported and the flags
 * come first: otherwise esbuild would not drop the code behind them.
 */
export function emitProfile(model: Model): string {
  const { profile } = model;
  return [
    ...flags(model).map(constant),
    ...tokenCall(profile.token).map(constant),
    ...credentials(model).map(constant),
    credentialTypes(givenSchemes(model)),
    '',
  ].join('\n');
}

function flags(model: Model): Row[] {
  const { envelopes, operations, document } = model;
  const limits = document['x-limits'];
  const some = (test: (operation: Operation) => boolean) => operations.some(test);
  return [
    [
      'usesSchemes',
      usesSchemes(model),
      'Whether calls carry a credential that is not the token in `tokenParameter`.',
    ],
    [
      'usesStatus',
      some(({ envelope }) => envelope === undefined),
      'Whether the HTTP status alone says if some call succeeded.',
    ],
    [
      'nestsResults',
      Object.values(envelopes).some(({ result }) => result !== undefined),
      "Whether some result is one field of its answer, beside the envelope's.",
    ],
    [
      'answersBeside',
      some(({ answer }) => answer.kind !== 'json'),
      'Whether some call answers text, bytes, nothing, or anything.',
    ],
    [
      'waitsAsAsked',
      !isObject(limits) || limits.blocks === undefined,
      'Whether an answer says how long calls are blocked after a limit: the specification does not.',
    ],
    [
      'takesCorpId',
      Boolean(model.profile.token?.corpId),
      'Whether the token call takes the option `corpId`.',
    ],
    [
      'takesSecret',
      Boolean(model.profile.token?.secret),
      'Whether the token call takes the option `secret`.',
    ],
    [
      'fixesArguments',
      Object.keys(model.profile.token?.fixed ?? {}).length > 0,
      'Whether the token call has arguments that are always the same.',
    ],
  ];
}

function tokenCall(token: Profile['token']): Row[] {
  const path = (dotted = '') => (dotted === '' ? [] : dotted.split('.'));
  const { en = '', advice = '', advice_zh = '' } = token?.refused ?? {};
  const refusedType = '{ readonly en: string; readonly advice: string; readonly adviceZh: string }';
  const pathType = 'readonly string[]';
  return [
    ['tokenOperation', token?.operation ?? '', 'The operation that issues the token; empty if none does.'],
    [
      'corpIdArgument',
      token?.corpId ?? '',
      'The argument of that call that holds the option `corpId`; empty if none does.',
    ],
    [
      'secretArgument',
      token?.secret ?? '',
      'The argument of that call that holds the option `secret`; empty if none does.',
    ],
    [
      'tokenFixed',
      token?.fixed ?? {},
      'The arguments of that call that are always the same.',
      'Readonly<Record<string, unknown>>',
    ],
    ['tokenPath', path(token?.token), 'Where its result holds the token.', pathType],
    [
      'lifetimePath',
      path(token?.lifetime),
      'Where its result holds the lifetime of the token, in seconds.',
      pathType,
    ],
    [
      'tokenSeconds',
      token?.seconds,
      'Seconds that a token lives if the result does not say it.',
      'number | undefined',
    ],
    [
      'credentialsRefused',
      { en, advice, adviceZh: advice_zh },
      'What a refusal of the credentials means.',
      refusedType,
    ],
  ];
}

function credentials(model: Model): Row[] {
  const { profile } = model;
  const { schemes, token, security } = profile;
  const own = token === undefined ? undefined : schemes[token.scheme];
  const places = Object.entries(schemes).map(([name, scheme]) => [
    name,
    [scheme.place, scheme.name, scheme.prefix],
  ]);
  const placesType = 'Readonly<Record<string, readonly [place: string, name: string, prefix: string]>>';
  return [
    [
      'secretNames',
      secretNames(profile),
      'The names after which a text holds a credential, as a regular expression.',
    ],
    [
      'tokenParameter',
      own?.place === 'query' ? own.name : '',
      'The query parameter that carries the token; empty if none does.',
    ],
    [
      'givenSchemes',
      givenSchemes(model).map(([name, { isBasic }]) => [name, isBasic]),
      'The schemes whose credential no call can get, and whether it is a user and a password.',
      'readonly (readonly [name: string, isBasic: boolean])[]',
    ],
    ['tokenScheme', token?.scheme ?? '', 'The security scheme that the token is for.'],
    [
      'schemes',
      Object.fromEntries(places),
      'Where the credential of each security scheme travels: place, name, what precedes it.',
      placesType,
    ],
    [
      'security',
      security,
      'What a call needs whose row does not say it: one of these alternatives.',
      'readonly (readonly string[])[]',
    ],
  ];
}

function usedSchemes({ profile, operations }: Model): Set<string> {
  return new Set([...profile.security, ...operations.flatMap(({ security }) => security)].flat());
}

/** The schemes whose credential no call can get. */
function givenSchemes(model: Model): [name: string, Scheme][] {
  const used = usedSchemes(model);
  const { schemes, token } = model.profile;
  return Object.entries(schemes).filter(
    ([name, { place }]) => used.has(name) && name !== token?.scheme && place !== 'nowhere',
  );
}

function usesSchemes(model: Model): boolean {
  const { schemes, token } = model.profile;
  const used = [...usedSchemes(model)];
  const isInQuery = token !== undefined && schemes[token.scheme]?.place === 'query';
  return used.some((name) => !isInQuery || name !== token.scheme) || model.operations.some(isOptional);
}

/** The options for what no call can get. */
function credentialTypes(given: readonly (readonly [string, Scheme])[]): string {
  if (given.length === 0)
    return '/** The credentials that a program has to give: none. */\nexport type GivenCredentials = object;';
  const members = given.map(([name, { isBasic, place, name: where }]) => {
    const type = isBasic ? '{ readonly username: string; readonly password: string }' : 'string';
    const text = isBasic ? 'The user and the password.' : `What travels in the ${place} \`${where}\`.`;
    return `${docComment(text)}readonly ${propertyName(name)}?: ${type} | (() => ${type} | Promise<${type}>) | undefined;\n`;
  });
  return [
    '/** The credentials that a program has to give. */',
    'export interface GivenCredentials {',
    '/** The credential of each security scheme, or a function that returns it and is asked before every request. */',
    `readonly credentials?: {\n${members.join('')}} | undefined;`,
    '}',
  ].join('\n');
}

function isOptional({ security }: { readonly security: Security }): boolean {
  return security.length > 1 && security.some((alternative) => alternative.length === 0);
}

function secretNames({ schemes, token }: Profile): string {
  const names = [
    ...Object.values(schemes).flatMap(({ place, name }) =>
      place === 'nowhere' || name === 'Authorization' ? [] : [name],
    ),
    ...(token === undefined ? [] : [token.token.split('.').at(-1) ?? '', token.secret]),
  ].filter(Boolean);
  const patterns = [...new Set(names)].map((name) =>
    name.replace(/[^\w-]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  // A pattern without a name would find everything.
  return patterns.join('|') || '(?!)';
}

const TYPES: Readonly<Record<string, string>> = { string: 'string', boolean: 'boolean' };

/** A constant with a type that does not depend on its value: code for other vendors has to compile, too. */
function constant([name, value, text, type = TYPES[typeof value]]: Row): string {
  return `${docComment(text)}export const ${name}: ${type ?? 'unknown'} = ${literalOf(value)};`;
}
