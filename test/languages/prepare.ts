import { MissingProgram } from '../package/run-check.ts';
import type { Command, Phase, Places } from './language-tool.ts';
import { hasProgram, runProgram, UnreachableRegistry } from './run-program.ts';

/** What is needed before a program of another language can run. */
interface Preparation {
  readonly needs: readonly string[];
  readonly commands: (
    places: Places,
  ) => Readonly<Record<'install' | 'generate' | 'compile', readonly Command[]>>;
}

/**
 * Gets the generator, makes the client and compiles it.
 *
 * @throws MissingProgram if the machine lacks a program, or a registry does not answer.
 */
export async function prepare(
  { needs, commands }: Preparation,
  places: Places,
  env: Readonly<Record<string, string>>,
  progress: (phase: Phase) => void,
): Promise<void> {
  const missing = needs.filter((program) => !hasProgram(program));
  if (missing.length > 0) throw new MissingProgram(`needs ${missing.join(', ')}`);
  const all = commands(places);
  try {
    for (const phase of ['install', 'generate', 'compile'] as const) {
      progress(phase);
      for (const command of all[phase])
        await runProgram(command, { cwd: places.project, env, mayDownload: true });
    }
  } catch (error) {
    if (!(error instanceof UnreachableRegistry)) throw error;
    throw new MissingProgram(`a registry does not answer: ${error.message}`);
  }
}
