import type { NormalizedProblem } from '@redocly/openapi-core';
import type { Context } from '../../evidence/compare/context.ts';
import type { Place } from '../../kit/diagnostic.ts';
import { SpecError } from '../../kit/diagnostic.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { bundle } from '../../spec/bundle.ts';
import { buildModel } from '../../spec/model.ts';
import { placeOf } from '../../spec/source.ts';
import type { Finding, Rule } from '../rule.ts';

/** Redocly's recommended rules that cannot apply, and why. */
const NOT_APPLICABLE = {
  // Weiban always answers 200; the envelope in the body distinguishes success from failure.
  'operation-4xx-response': 'off',
  // The rule only accepts `const`, but `not: {const: 0}` on the envelope's code marks a failure.
  'no-illogical-composition-keywords': 'off',
  // The rule knows only ASCII names. `reportParameters` compares path and parameters in both directions, whatever the name.
  'path-parameters-defined': 'off',
} as const;

/** Other teams get the bundle, so an independent tool has to accept it. */
export const bundleLint: Rule = {
  code: 'bundle-lint',
  sentence: "The bundled document passes Redocly's recommended rules.",
  fix: 'fix the part of spec/ that the message names',
  check: async (context) => {
    const source = bundledText(context);
    if (typeof source !== 'string') return source;
    // The library is heavy, and most commands that load the rules do not run this one.
    const { createConfig, lintFromString } = await import('@redocly/openapi-core');
    const config = await createConfig({ extends: ['recommended'], rules: NOT_APPLICABLE });
    const problems = await lintFromString({ source, absoluteRef: 'generated/openapi.json', config });
    return problems.filter((problem) => !problem.ignored).map((problem) => findingOf(problem, context));
  },
};

function bundledText(context: Context): string | Finding[] {
  try {
    return exactJson(bundle(buildModel(context.assembled)));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    // The rule error-exists reports these, with their lines.
    return error.diagnostics.filter(({ code }) => code !== 'error-exists');
  }
}

function findingOf(problem: NormalizedProblem, context: Context): Finding {
  const pointer = problem.location.find((location) => location.pointer !== undefined)?.pointer ?? '#/';
  const place = placeOfPointer(pointer, context);
  const suggestion = problem.suggest[0];
  return {
    message: `${problem.ruleId}: ${problem.message.replaceAll(/\s+/g, ' ').trim()} (${pointer})`,
    place,
    ...(suggestion === undefined ? {} : { fix: `perhaps ${suggestion}` }),
  };
}

/** Finds the source of a part of the bundle: a path's file, a schema's file, or the root. */
function placeOfPointer(pointer: string, { spec, assembled }: Context): Place {
  const keys = pointer
    .replace(/^#\/?/, '')
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const sources =
    keys[0] === 'paths' ? spec.pathSources : keys[0] === 'webhooks' ? spec.webhookSources : undefined;
  const path = sources?.get(keys[1] ?? '');
  if (path !== undefined && path !== spec.root) return placeOf(path, keys.slice(2));
  const schema =
    keys[0] === 'components' && keys[1] === 'schemas'
      ? assembled.schemaSources.get(keys[2] ?? '')
      : undefined;
  if (schema !== undefined && schema !== spec.root) return placeOf(schema, keys.slice(3));
  return placeOf(spec.root, keys);
}
