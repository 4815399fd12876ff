import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, createServer } from 'vitepress';
import { createCommand, wrongArguments } from '../kit/command.ts';
import { writeFiles } from '../kit/write-files.ts';
import { assemble } from '../spec/assemble.ts';
import { loadSpec } from '../spec/load.ts';
import { buildModel } from '../spec/model.ts';
import { agentFiles } from './agent-files.ts';
import { readDownloads } from './downloads.ts';
import { readGuides } from './guides.ts';
import { sampleAnswers } from './sample-answers.ts';
import { buildSite, type SiteLanguage } from './site-pages.ts';
import { sourceFiles } from './source-files.ts';

const HELP = `npm run docs:site -- [options]

Builds the reference and the guides, in Chinese and English, as a folder that any static host serves.

  --base <path>         where the site will be, such as /weiban/  (/)
  --out <folder>        where to write                            (dist/site)
  --repository <url>    where the repository's files can be read, for links from the guides
  --dev                 serve the site while you change it, and build nothing
  --pages               write VitePress's sources into scripts/site/.pages, and build nothing

Exit codes: 0 done, 1 a mistake in the specification, 2 wrong arguments.`;

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** `npm run docs:site`: builds the reference site. */
export const runSite = createCommand({
  usage: HELP,
  help: HELP,
  badInput: 1,
  async run(args, { print }) {
    const { base, out, repository, dev, pages } = parse(args);
    const documents = readDownloads(PROJECT);
    const site = await readSite(repository, documents);
    const count = site.reduce((sum, language) => sum + language.pages.length, 0);
    writeSources(site, documents);
    if (pages) {
      print(`${count} pages written to scripts/site/.pages`);
      return 0;
    }
    if (dev) {
      const server = await createServer(join(PROJECT, 'scripts/site'), { base });
      await server.listen();
      server.printUrls();
      return await new Promise<number>(() => undefined);
    }
    await build(join(PROJECT, 'scripts/site'), { base, outDir: resolve(out) });
    writeInto(resolve(out), agentFiles(site, base));
    print(`${count} pages built into ${out}`);
    return 0;
  },
});

function parse(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      base: { type: 'string', default: '/' },
      out: { type: 'string', default: 'dist/site' },
      repository: { type: 'string' },
      dev: { type: 'boolean', default: false },
      pages: { type: 'boolean', default: false },
    },
  });
  if (!/^\/(?:[^?#]*\/)?$/.test(values.base))
    throw wrongArguments(
      `--base ${values.base}: write a path that begins and ends with a slash, such as /weiban/\n`,
    );
  return values;
}

async function readSite(
  repository: string | undefined,
  documents: ReadonlyMap<string, string>,
): Promise<SiteLanguage[]> {
  const model = buildModel(assemble(loadSpec(join(PROJECT, 'spec/openapi.yaml'))));
  const guides = {
    en: readGuides(PROJECT, 'en', repository),
    zh: readGuides(PROJECT, 'zh', repository),
  };
  return buildSite({ model, guides, answers: await sampleAnswers(model), documents });
}

/** Writes what VitePress reads, in place of what an earlier run wrote. */
function writeSources(site: readonly SiteLanguage[], documents: ReadonlyMap<string, string>): void {
  const folder = join(PROJECT, 'scripts/site/.pages');
  rmSync(folder, { recursive: true, force: true });
  writeInto(folder, sourceFiles(site, documents));
}

function writeInto(folder: string, files: ReadonlyMap<string, string>): void {
  writeFiles(new Map([...files].map(([name, text]) => [join(folder, name), text])));
}
