import { tokenOperation } from '../../generated/profile.ts';
import type { CommandRow } from './command-row.ts';
import { credentialRows } from './config/credential-rows.ts';
import { callFlags, connection, output } from './flags.ts';

const token: CommandRow = {
  name: 'token',
  text: 'commandToken',
  words: [],
  flags: [{ flags: '--show', text: 'flagShow' }, { flags: '--fresh', text: 'flagFresh' }, ...connection],
  load: async () => (await import('./token.ts')).token,
};

/** Every command. `token` is one only if some operation issues tokens. */
export const commands: readonly CommandRow[] = [
  {
    name: 'call',
    text: 'commandCall',
    words: ['<operation>', '[arguments...]'],
    completes: 'operation',
    flags: callFlags,
    isOpen: true,
    load: async () => (await import('./call/call.ts')).call,
  },
  {
    name: 'ops',
    text: 'commandOps',
    words: ['[words...]'],
    flags: [output('table', 'json')],
    load: async () => (await import('./ops/ops.ts')).ops,
  },
  {
    name: 'show',
    text: 'commandShow',
    words: ['<operation>'],
    completes: 'operation',
    flags: [output('text', 'json')],
    load: async () => (await import('./show/show.ts')).show,
  },
  {
    name: 'errors',
    text: 'commandErrors',
    words: ['[words...]'],
    completes: 'error',
    flags: [output('text', 'json')],
    load: async () => (await import('./errors/errors.ts')).errors,
  },
  ...(tokenOperation === '' ? [] : [token]),
  {
    name: 'config set',
    text: 'commandConfigSet',
    words: [],
    flags: [
      ...credentialRows.filter(({ isSecret }) => !isSecret).map(({ flag }) => flag),
      { flags: '--base-url <url>', text: 'flagBaseUrl' },
    ],
    load: async () => (await import('./config/set.ts')).setConfig,
  },
  {
    name: 'config show',
    text: 'commandConfigShow',
    words: [],
    flags: [],
    load: async () => (await import('./config/show.ts')).showConfig,
  },
  {
    name: 'config remove',
    text: 'commandConfigRemove',
    words: [],
    flags: [],
    load: async () => (await import('./config/remove.ts')).removeConfig,
  },
  {
    name: 'sandbox',
    text: 'commandSandbox',
    words: [],
    flags: [
      { flags: '--port <n>', text: 'flagPort' },
      { flags: '--host <address>', text: 'flagHost' },
      { flags: '--seed <n>', text: 'flagSeed' },
      { flags: '--rows <n>', text: 'flagRows' },
      { flags: '--latency <ms>', text: 'flagLatency' },
      { flags: '--time-scale <n>', text: 'flagTimeScale' },
      { flags: '--no-limits', text: 'flagNoLimits' },
      { flags: '--cors [origin]', text: 'flagCors' },
      { flags: '--scenario <scenario>', text: 'flagScenario', isList: true },
    ],
    isServer: true,
    load: async () => (await import('./sandbox.ts')).sandbox,
  },
  {
    name: 'webhook verify',
    text: 'commandWebhookVerify',
    words: [],
    flags: [
      { flags: '--query <query>', text: 'flagQuery' },
      { flags: '--any-time', text: 'flagAnyTime' },
      { flags: '--receive-id <id>', text: 'flagReceiveId' },
    ],
    load: async () => (await import('./webhook/verify.ts')).verifyWebhook,
  },
  {
    name: 'webhook send',
    text: 'commandWebhookSend',
    words: ['<url>'],
    flags: [
      { flags: '--check', text: 'flagCheck' },
      { flags: '--receive-id <id>', text: 'flagReceiveId' },
      { flags: '--corp-id <id>', text: 'flagWebhookCorpId' },
      { flags: '--app-id <id>', text: 'flagAppId' },
    ],
    load: async () => (await import('./webhook/send.ts')).sendWebhook,
  },
  {
    name: 'spec',
    text: 'commandSpec',
    words: [],
    flags: [
      { flags: '--json', text: 'flagSpecJson' },
      { flags: '--yaml', text: 'flagSpecYaml' },
      { flags: '--openapi <version>', text: 'flagSpecVersion', choices: ['3.0', '3.1'] },
      {
        flags: '--postman <file>',
        text: 'flagSpecPostman',
        choices: ['collection', 'sandbox', 'production'],
      },
      { flags: '--path', text: 'flagSpecPath' },
    ],
    load: async () => (await import('./spec.ts')).spec,
  },
  {
    name: 'completion',
    text: 'commandCompletion',
    words: ['<shell>'],
    completes: 'shell',
    flags: [],
    load: async () => (await import('./completion/completion.ts')).completion,
  },
];

/** Commands with subcommands, and the message that describes each. */
export const groups = { config: 'commandConfig', webhook: 'commandWebhook' } as const;
