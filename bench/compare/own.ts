import { join } from 'node:path';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';
import type { SampleCall } from './calls.ts';
import { type Task, type Tool, text } from './tools.ts';

/**
 * Creates the tool for this package's generators with all of their output: bundle, client, error texts, validators, reference
 * pages.
 * @param spec the folder of our specification (our bundle has no error texts), or another OpenAPI document.
 */
export function ownTool(spec: string): Tool {
  const { operations } = buildModel(assemble(loadSpec(spec)));
  const byPlace = new Map(
    operations.map((operation) => [`${operation.method} ${operation.path}`, operation]),
  );
  const known = (calls: readonly SampleCall[]) =>
    calls.flatMap((call) => {
      const operation = byPlace.get(`${call.method} ${call.path}`);
      return operation === undefined ? [] : [{ call, operation }];
    });
  return {
    name: 'weiban-openapi',
    version: 'this tree',
    output: 'weiban-openapi',
    generate: ({ folder, project }) => [
      ...['--import', 'tsx', join(project, 'scripts/generate.ts')],
      ...['--spec', spec, '--out', join(folder, 'weiban-openapi'), '--force'],
    ],
    consumer: (_, calls) => ({
      head: `import type { Methods } from './weiban-openapi/client.ts';\ndeclare const weiban: Methods;`,
      calls: known(calls).map(
        ({ call, operation: { namespace, member } }) =>
          `weiban${[namespace, member].map((name) => (name === undefined ? '' : `[${text(name)}]`)).join('')}(${argument(call)})`,
      ),
    }),
    bundled: ({ project }: Task, calls) => ({
      head: `import { createCaller, ${known(calls)
        .map(({ operation }) => operation.id)
        .join(', ')} } from ${text(join(project, 'src/operations.ts'))};\nconst caller = createCaller();`,
      calls: known(calls).map(({ call, operation }) => `${operation.id}(caller, ${argument(call)})`),
    }),
  };
}

/** The arguments as one flat object, as the client takes them. A body that is not an object becomes the argument `body`. */
function argument({ parameters, body }: SampleCall): string {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  const fields = isObject ? body : body === undefined ? {} : { body };
  return text({ ...parameters.path, ...parameters.query, ...fields });
}
