import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { judgeReceiver, judgeTour, judgeVectors } from './judge-example.ts';
import type { Example, Phase, RunPlaces } from './language-tool.ts';
import { prepare } from './prepare.ts';
import { runProgram, startProgram } from './run-program.ts';

/**
 * Builds the example of a language, and holds it against the shared vectors, the sandbox and the sender of webhooks. Resolves to a
 * short summary.
 *
 * @throws MissingProgram if the machine lacks a program, or a registry does not answer.
 */
export async function checkExample(
  example: Example,
  places: RunPlaces,
  progress: (phase: Phase) => void,
): Promise<string> {
  const project = join(places.work, example.name);
  cpSync(join(places.root, 'examples', example.folder), project, { recursive: true });
  const here = { ...places, project };
  const env = example.env?.(here) ?? {};
  await prepare(example, here, env, progress);
  progress('run');
  const commandOf = (args: readonly string[]) => example.run(here, args);
  const surroundings = (more: Readonly<Record<string, string>>) => ({
    cwd: project,
    env: { ...env, ...more },
  });
  const run = (args: readonly string[], more: Readonly<Record<string, string>>) =>
    runProgram(commandOf(args), { ...surroundings(more), mayDownload: false });
  const problems = [
    ...(await judgeVectors(run, join(places.root, 'generated/vectors'))),
    ...(await judgeTour(run)),
    ...(await judgeReceiver((args, more) => startProgram(commandOf(args), surroundings(more)))),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return 'vectors, token, limits, errors by name, paging, webhooks';
}
