import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { withTemporaryFolder } from '../kit/temporary-folder.ts';
import { wrapComments } from './wrap-comments.ts';

/** The maximum width of a line of generated code or prose, in columns. */
export const WIDTH = 110;

/** The layout of generated TypeScript, which is the layout of this project. */
const BIOME = {
  root: true,
  // The specification may cover all APIs of a large company.
  files: { maxSize: 2 ** 30 },
  formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: WIDTH },
  javascript: { formatter: { quoteStyle: 'single', semicolons: 'always' } },
};

/**
 * Formats TypeScript sources: Biome formats the code, in one process for all of them, then doc comments are wrapped.
 * @throws Error if Biome cannot parse a source, which is a bug of an emitter.
 */
export function formatSources(sources: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  return withTemporaryFolder('weiban-format', async (folder) => {
    // Numbers instead of names: a name may lead out of the folder, and only the writer of the output refuses that.
    const files = [...sources].map(([name, source], number) => {
      const file = join(folder, `${number}.ts`);
      writeFileSync(file, source);
      return [name, file] as const;
    });
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(BIOME));
    await runBiome(folder);
    return new Map(files.map(([name, file]) => [name, wrapComments(readFileSync(file, 'utf8'), WIDTH)]));
  });
}

async function runBiome(folder: string): Promise<void> {
  const command = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const biome = spawn(process.execPath, [command, 'format', '--write', '.'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, [code, signal]] = await Promise.all([
    Promise.all([text(biome.stdout), text(biome.stderr)]),
    once(biome, 'close'),
  ]);
  if (code !== 0) throw new Error(`biome format ended with ${signal ?? code}:\n${said.join('')}`);
}
