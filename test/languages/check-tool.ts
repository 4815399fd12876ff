import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MissingProgram } from '../package/run-check.ts';
import { startApi } from './api.ts';
import { judgeSteps } from './judge-steps.ts';
import type { LanguageTool, Places } from './language-tool.ts';
import { hasProgram, runProgram, UnreachableRegistry } from './run-program.ts';

/** The phases of a tool, in order. */
export const PHASES = ['install', 'generate', 'compile', 'run'] as const;

export type Phase = (typeof PHASES)[number];

/**
 * Generates, compiles and runs the client of one tool. Resolves to a short summary.
 *
 * @throws MissingProgram if the machine lacks a program, or a registry does not answer.
 */
export async function checkTool(
  tool: LanguageTool,
  places: Omit<Places, 'project'> & { readonly work: string },
  progress: (phase: Phase) => void,
): Promise<string> {
  const missing = tool.needs.filter((program) => !hasProgram(program));
  if (missing.length > 0) throw new MissingProgram(`needs ${missing.join(', ')}`);
  const project = join(places.work, tool.name);
  mkdirSync(project, { recursive: true });
  const programs = join(places.root, 'test/languages/programs', tool.name);
  if (existsSync(programs)) cpSync(programs, project, { recursive: true });
  const here = { ...places, project };
  const api = await startApi();
  try {
    const env = { ...tool.env?.(here), ...api.env };
    const commands = tool.commands(here);
    let printed = '';
    for (const phase of PHASES) {
      progress(phase);
      const ofPhase = phase === 'run' ? [commands.run] : commands[phase];
      for (const command of ofPhase) {
        const mayDownload = phase !== 'run';
        printed = (await runProgram(command, { cwd: project, env, mayDownload })).out;
      }
    }
    const problems = await judgeSteps(printed, api);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return `${tool.tool} ${tool.version}: token, nested read, three pages, write, documented error`;
  } catch (error) {
    if (error instanceof UnreachableRegistry)
      throw new MissingProgram(`a registry does not answer: ${error.message}`);
    throw error;
  } finally {
    await api.close();
  }
}
