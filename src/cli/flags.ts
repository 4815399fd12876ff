import { tokenOperation } from '../../generated/profile.ts';
import type { FlagRow } from './command-row.ts';
import { credentialRows } from './config/credential-rows.ts';

/** The flag for the output format. */
export const output = (...choices: string[]): FlagRow => ({
  flags: '--output <format>',
  text: choices.includes('text') ? 'flagOutputText' : 'flagOutput',
  choices,
});

/** The flags for credentials and connection. */
export const connection: readonly FlagRow[] = [
  ...credentialRows.map(({ flag }) => flag),
  { flags: '--base-url <url>', text: 'flagBaseUrl' },
  { flags: '--allow-http', text: 'flagAllowHttp' },
  { flags: '--timeout <seconds>', text: 'flagTimeout' },
  { flags: '--verbose', text: 'flagVerbose' },
  ...(tokenOperation === '' ? [] : [{ flags: '--no-token-cache', text: 'flagNoTokenCache' } as const]),
];

/** The flags of a command that prints rows of its own. */
export const rowFlags: readonly FlagRow[] = [
  { flags: '--fields <names>', text: 'flagFields' },
  { flags: '--max <n>', text: 'flagMaxRows' },
];

/** The flags of a call in addition to those of its operation. */
export const callFlags: readonly FlagRow[] = [
  { flags: '--json <object>', text: 'flagJson' },
  { flags: '--data <source>', text: 'flagData' },
  output('json', 'jsonl', 'table'),
  { flags: '--fields <names>', text: 'flagFields' },
  { flags: '--all', text: 'flagAll' },
  { flags: '--max <n>', text: 'flagMax' },
  { flags: '--dry-run', text: 'flagDryRun' },
  { flags: '-y, --yes', text: 'flagYes' },
  ...connection,
];
