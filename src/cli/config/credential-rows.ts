import { givenSchemes, takesCorpId, takesSecret } from '../../../generated/profile.ts';
import type { FlagRow } from '../command-row.ts';
import type { MessageName } from '../messages/say.ts';

/** A text that is a credential or half of one, and the names under which it may be given. */
export interface CredentialRow {
  /** The name in the file, in `config show` and among the parsed flags. */
  readonly name: string;
  readonly flag: FlagRow;
  readonly variable: string;
  /** Whether it is never printed, nor echoed while it is typed. */
  readonly isSecret: boolean;
  /** The question of `config set`. */
  readonly question: MessageName;
  /** The security scheme that it belongs to; undefined for the options of the token call. */
  readonly scheme?: string;
  /** The half of HTTP basic that it is. */
  readonly half?: 'username' | 'password';
}

/** Names of flags and variables that schemes leave alone. `flags.ts` imports this file, so a test compares the two. */
const TAKEN = new Set(
  [
    'corp-id secret base-url allow-http timeout verbose token-cache json data output fields all max dry-run yes',
    'show fresh help lang json-errors version webhook-token webhook-aes-key webhook-receive-id',
    'http sandbox allow-writes mask budget audit-log',
  ].flatMap((names) => names.split(' ')),
);

const CORP_ID: CredentialRow = {
  name: 'corpId',
  flag: { flags: '--corp-id <id>', text: 'flagCorpId' },
  variable: 'WEIBAN_CORP_ID',
  isSecret: false,
  question: 'askCorpId',
};

const SECRET: CredentialRow = {
  name: 'secret',
  flag: { flags: '--secret <secret>', text: 'flagSecret' },
  variable: 'WEIBAN_SECRET',
  isSecret: true,
  question: 'askSecret',
};

/** What the command needs to know a user by: what the token call takes, and what each other security scheme does. */
export const credentialRows: readonly CredentialRow[] = [
  ...(takesCorpId ? [CORP_ID] : []),
  ...(takesSecret ? [SECRET] : []),
  ...schemeRows(givenSchemes),
];

/**
 * The rows of security schemes. Their flags and variables follow from their names: `apiKey` is `--api-key` and
 * `WEIBAN_API_KEY`. A name that is taken, or that would negate a flag, gets `credential` in front.
 */
export function schemeRows(schemes: typeof givenSchemes): CredentialRow[] {
  const taken = new Set(TAKEN);
  return schemes.flatMap(([scheme, isBasic]) => {
    const halves = isBasic ? (['username', 'password'] as const) : [undefined];
    return halves.map((half) => {
      const words = freeName(kebab(half === undefined ? scheme : `${scheme}-${half}`), taken);
      return schemeRow(scheme, words, half);
    });
  });
}

function schemeRow(scheme: string, words: string, half: CredentialRow['half']): CredentialRow {
  const variable = `WEIBAN_${words.replaceAll('-', '_').toUpperCase()}`;
  const isSecret = half !== 'username';
  const text = isSecret ? 'flagCredential' : 'flagUsername';
  return {
    name: words.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    flag: { flags: `--${words} <${half ?? 'credential'}>`, text, slots: { scheme, variable } },
    variable,
    isSecret,
    question: isSecret ? 'askCredential' : 'askUsername',
    scheme,
    ...(half && { half }),
  };
}

function kebab(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z\d]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

function freeName(words: string, taken: Set<string>): string {
  const isFree = (name: string) => /^(?!no-)[a-z]/.test(name) && !taken.has(name);
  let name = isFree(words) ? words : `credential-${words}`.replace(/-$/, '');
  for (let number = 2; taken.has(name); number += 1) name = `credential-${words}-${number}`;
  taken.add(name);
  return name;
}
