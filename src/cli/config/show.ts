import type { Run } from '../context.ts';
import { exitCode } from '../exit-codes.ts';
import { table } from '../output/table.ts';
import { credentialsPath } from '../places.ts';
import { settingsOf } from './resolve-credentials.ts';

/** `weiban config show`: prints the effective settings and the origin of each, never the secret itself. */
export const showConfig: Run = async (context) => {
  const { stdout, env, say } = context;
  const { corpId, secret, baseUrl } = await settingsOf(context, {});
  const rows = [
    ['corpId', corpId.value ?? say('notSet'), say(`origin_${corpId.origin}`)],
    ['secret', secret.value ? say('isSet') : say('notSet'), say(`origin_${secret.origin}`)],
    ['baseUrl', baseUrl.value ?? say('usualServer'), say(`origin_${baseUrl.origin}`)],
  ];
  stdout.write(table([say('columnSetting'), say('columnValue'), say('columnOrigin')], rows, stdout.columns));
  stdout.write(`${say('configFile', { path: credentialsPath(env) })}\n`);
  return exitCode('ok');
};
