import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileOfUrl } from '../../evidence/facts/file-of-url.ts';
import { readDocs } from '../../evidence/facts/read-facts.ts';
import { basePathOf, docsFolder, envelopeFields } from '../../evidence/facts/root.ts';
import { SpecError } from '../../kit/diagnostic.ts';
import { loadSpec, nameOf } from '../../spec/load.ts';
import { withSpecLock } from '../../spec/lock-spec.ts';
import { commitFiles } from '../apply/journal.ts';
import type { Outcome } from '../outcome.ts';
import { scaffoldPath } from './scaffold-path.ts';

/** Arguments of {@link scaffold}. */
export interface ScaffoldOptions {
  readonly spec: string;
  readonly url: string;
  readonly force: boolean;
  readonly dryRun: boolean;
}

/**
 * Writes the first Path Item of one endpoint from its facts. With `dryRun`, only its text is returned.
 * @throws SpecError if the endpoint has no facts, or if its file exists and `force` is not set.
 */
export async function scaffold(options: ScaffoldOptions): Promise<Outcome> {
  if (options.dryRun) {
    const { path, text } = planScaffold(options);
    return { text, data: { path: nameOf(path), text, dryRun: true } };
  }
  return await withSpecLock(options.spec, 'docs scaffold', async (lock) => {
    const { path, text } = planScaffold(options);
    if (existsSync(path) && !options.force)
      refuse(
        `${nameOf(path)} exists`,
        'give --force to overwrite the curated file, or --dry-run to read the scaffold',
      );
    commitFiles(lock, new Map([[path, text]]));
    return {
      text: `${nameOf(path)} written; make the decisions that its comments ask for, then npm run generate and npm run check`,
      data: { path: nameOf(path), text, dryRun: false },
    };
  });
}

function planScaffold(options: ScaffoldOptions): { readonly path: string; readonly text: string } {
  const spec = loadSpec(options.spec);
  const basePath = basePathOf(spec);
  const facts = readDocs(docsFolder(spec)).find(
    ({ page }) => page.kind === 'endpoint' && page.path === options.url,
  );
  if (facts === undefined)
    refuse(
      `${nameOf(docsFolder(spec))} has no facts of ${options.url}`,
      'import them first: npm run docs -- import <file>',
    );
  const path = join(dirname(spec.root.path), 'paths', fileOfUrl(options.url, basePath));
  return { path, text: scaffoldPath(facts.page, { basePath, envelopes: envelopeFields(spec) }) };
}

function refuse(message: string, fix: string): never {
  throw new SpecError([{ code: 'docs', message, fix }]);
}
