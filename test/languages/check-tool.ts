import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startApi } from './api.ts';
import { judgeSteps } from './judge-steps.ts';
import type { LanguageTool, Phase, RunPlaces } from './language-tool.ts';
import { prepare } from './prepare.ts';
import { runProgram } from './run-program.ts';

/**
 * Generates, compiles and runs the client of one tool. Resolves to a short summary.
 *
 * @throws MissingProgram if the machine lacks a program, or a registry does not answer.
 */
export async function checkTool(
  tool: LanguageTool,
  places: RunPlaces,
  progress: (phase: Phase) => void,
): Promise<string> {
  const project = join(places.work, tool.name);
  mkdirSync(project, { recursive: true });
  const programs = join(places.root, 'test/languages/programs', tool.name);
  if (existsSync(programs)) cpSync(programs, project, { recursive: true });
  const here = { ...places, project };
  const env = tool.env?.(here) ?? {};
  await prepare(tool, here, env, progress);
  const api = await startApi();
  try {
    progress('run');
    const surroundings = { cwd: project, env: { ...env, ...api.env }, mayDownload: false };
    const { out } = await runProgram(tool.commands(here).run, surroundings);
    const problems = await judgeSteps(out, api);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return `${tool.tool} ${tool.version}: token, nested read, three pages, write, documented error`;
  } finally {
    await api.close();
  }
}
