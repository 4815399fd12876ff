import type { FlagRow } from './command-row.ts';

/** The format of what is printed. */
export const output = (...choices: string[]): FlagRow => ({
  flags: '--output <format>',
  text: choices.includes('text') ? 'flagOutputText' : 'flagOutput',
  choices,
});

/** How Weiban is reached. */
export const connection: readonly FlagRow[] = [
  { flags: '--corp-id <id>', text: 'flagCorpId' },
  { flags: '--secret <secret>', text: 'flagSecret' },
  { flags: '--base-url <url>', text: 'flagBaseUrl' },
  { flags: '--timeout <seconds>', text: 'flagTimeout' },
  { flags: '--verbose', text: 'flagVerbose' },
  { flags: '--no-token-cache', text: 'flagNoTokenCache' },
];

/** The flags that a call takes beside its operation's own. */
export const callFlags: readonly FlagRow[] = [
  { flags: '--json <object>', text: 'flagJson' },
  { flags: '--data <source>', text: 'flagData' },
  output('json', 'jsonl', 'table'),
  { flags: '--all', text: 'flagAll' },
  { flags: '--max <n>', text: 'flagMax' },
  { flags: '--dry-run', text: 'flagDryRun' },
  { flags: '-y, --yes', text: 'flagYes' },
  ...connection,
];
