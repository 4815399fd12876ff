import type { Model } from '../../spec/model.ts';
import { serverUrl } from '../../spec/server.ts';
import { say } from '../words.ts';
import { stableId } from './stable-id.ts';
import { BASE_URL, credentialVariables, type Variable } from './variables.ts';

/** The port of the sandbox in its environment, as in the guides: `weiban sandbox --port 4010`. */
export const SANDBOX_PORT = 4010;

/** The environments of a collection: the sandbox with its credentials, and the real server with empty ones. */
export function postmanEnvironments(model: Model): { readonly sandbox: object; readonly production: object } {
  const { language, document } = model;
  const title = String(document.info.title);
  const variables = credentialVariables(model);
  const environment = (name: string, url: string, valueIn: (variable: Variable) => string) => ({
    id: stableId(`environment ${name}`),
    name,
    values: [
      { key: BASE_URL, value: url, type: 'default', enabled: true },
      ...variables.map((variable) => ({
        key: variable.name,
        value: valueIn(variable),
        type: variable.isSecret ? 'secret' : 'default',
        enabled: true,
      })),
    ],
    _postman_variable_scope: 'environment',
  });
  return {
    sandbox: environment(
      say(language, 'sandboxEnvironment', { title }),
      `http://127.0.0.1:${SANDBOX_PORT}`,
      ({ inSandbox }) => inSandbox,
    ),
    production: environment(say(language, 'productionEnvironment', { title }), serverUrl(model), () => ''),
  };
}
