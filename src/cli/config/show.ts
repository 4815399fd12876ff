import type { Run } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { table } from '../output/table.ts';
import { credentialsPath } from '../places.ts';
import { settingsOf } from './resolve-credentials.ts';

/** `weiban config show`: prints the effective settings and the origin of each, never a secret itself. */
export const showConfig: Run = async (context) => {
  const { stdout, env, say } = context;
  const { credentials, baseUrl } = await settingsOf(context, {});
  const shown = (value: string | undefined, isSecret: boolean) =>
    isSecret && value !== undefined ? say('isSet') : (value ?? say('notSet'));
  const rows = [
    ...credentials.map(({ name, value, isSecret, origin }) => [
      name,
      shown(value, isSecret),
      say(`origin_${origin}`),
    ]),
    ['baseUrl', baseUrl.value ?? say('usualServer'), say(`origin_${baseUrl.origin}`)],
  ];
  stdout.write(table([say('columnSetting'), say('columnValue'), say('columnOrigin')], rows, stdout.columns));
  stdout.write(`${say('configFile', { path: credentialsPath(env) })}\n`);
  return exitCode('ok');
};
