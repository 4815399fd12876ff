import { join } from 'node:path';
import { planArguments } from '../../scripts/generate/arguments.ts';
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
  const model = buildModel(assemble(loadSpec(spec)));
  const { operations } = model;
  const byPlace = new Map(
    operations.map((operation) => [`${operation.method} ${operation.path}`, operation]),
  );
  const known = (calls: readonly SampleCall[]) =>
    calls.flatMap((call) => {
      const operation = byPlace.get(`${call.method} ${call.path}`);
      if (operation === undefined) return [];
      const isWhole = planArguments(model, operation).wholeBody !== undefined;
      return [{ argument: argument(call, isWhole), operation }];
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
        ({ argument, operation: { namespace, member } }) =>
          `weiban${[namespace, member].map((name) => (name === undefined ? '' : `[${text(name)}]`)).join('')}(${argument})`,
      ),
    }),
    bundled: ({ project }: Task, calls) => ({
      head: `import { createCaller, ${known(calls)
        .map(({ operation }) => operation.id)
        .join(', ')} } from ${text(join(project, 'src/operations.ts'))};\nconst caller = createCaller();`,
      calls: known(calls).map(({ argument, operation }) => `${operation.id}(caller, ${argument})`),
    }),
  };
}

/** The arguments as one flat object, as the client takes them. A whole body is the argument `body`. */
function argument({ parameters, body }: SampleCall, isWhole: boolean): string {
  const fields = isWhole ? { body } : Object(body ?? {});
  return text({ ...parameters.path, ...parameters.query, ...fields });
}
