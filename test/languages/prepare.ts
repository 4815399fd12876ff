import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { MissingProgram } from '../package/run-check.ts';
import type { Command, Phase, Places } from './language-tool.ts';
import { hasProgram, runProgram, type Surroundings, UnreachableRegistry } from './run-program.ts';

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
  for (const phase of ['install', 'generate', 'compile'] as const) {
    progress(phase);
    await runDownloads(all[phase], { cwd: places.project, env });
  }
}

/**
 * Runs commands that may talk to a registry.
 *
 * @throws MissingProgram if the registry does not answer.
 */
export async function runDownloads(commands: readonly Command[], surroundings: Surroundings): Promise<void> {
  try {
    for (const command of commands) await runProgram(command, { ...surroundings, mayDownload: true });
  } catch (error) {
    if (!(error instanceof UnreachableRegistry)) throw error;
    throw new MissingProgram(`a registry does not answer: ${error.message}`);
  }
}

/** The folder for downloads that outlive a run. */
export function openCache(): string {
  const cache = process.env.WEIBAN_LANGUAGES_CACHE ?? join(homedir(), '.cache/weiban-languages');
  mkdirSync(cache, { recursive: true });
  return cache;
}
