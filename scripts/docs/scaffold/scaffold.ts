import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FactPage } from '../../evidence/facts/facts.ts';
import { readDocs } from '../../evidence/facts/read-facts.ts';
import { docsFolder } from '../../evidence/facts/root.ts';
import { SpecError } from '../../kit/diagnostic.ts';
import { changedFiles } from '../../kit/write-files.ts';
import { withPaths } from '../../spec/list-paths.ts';
import { loadSpec, nameOf, type Spec } from '../../spec/load.ts';
import { withSpecLock } from '../../spec/lock-spec.ts';
import { fileOfUrl } from '../../spec/path-file.ts';
import { commitFiles } from '../apply/journal.ts';
import type { Outcome } from '../outcome.ts';
import { planPaths } from './plan-paths.ts';
import { scaffoldPath, scaffoldRoot } from './scaffold-path.ts';

/** Arguments of {@link scaffold}. */
export interface ScaffoldOptions {
  readonly spec: string;
  /** The path of the endpoint; undefined for every endpoint that has facts and no operation. */
  readonly url: string | undefined;
  readonly force: boolean;
  readonly dryRun: boolean;
}

/**
 * Writes the first Path Item of one endpoint from its facts, or those of all endpoints that have none, with their rows in the
 * root. With `dryRun`, only the text is returned.
 * @throws SpecError if the endpoint has no facts, or if its file exists and `force` is not set.
 */
export async function scaffold(options: ScaffoldOptions): Promise<Outcome> {
  const { spec, url, dryRun } = options;
  const plan = () => (url === undefined ? planAll(options) : planOne(options, url));
  if (dryRun) return plan().outcome;
  return await withSpecLock(spec, 'docs scaffold', async (lock) => {
    const { files, outcome } = plan();
    commitFiles(lock, changedFiles(files));
    return outcome;
  });
}

interface Planned {
  readonly files: ReadonlyMap<string, string>;
  readonly outcome: Outcome;
}

const NEXT = 'make the decisions that its comments ask for, then npm run generate and npm run check';

function planOne({ spec: folder, force, dryRun }: ScaffoldOptions, url: string): Planned {
  const spec = loadSpec(folder);
  const pages = endpointsOf(spec).filter((page) => page.path === url);
  if (pages.length === 0)
    refuse(
      `${nameOf(docsFolder(spec))} has no facts of ${url}`,
      'import them first: npm run docs -- import <file>',
    );
  const root = scaffoldRoot(spec);
  const file = fileOfUrl(url, root.basePath);
  const path = join(dirname(spec.root.path), 'paths', file);
  const text = scaffoldPath(pages, root);
  if (dryRun) return { files: new Map(), outcome: { text, data: { path: nameOf(path), text, dryRun } } };
  if (existsSync(path) && !force)
    refuse(
      `${nameOf(path)} exists`,
      'give --force to overwrite the curated file, or --dry-run to read the scaffold',
    );
  return {
    files: new Map([
      [path, text],
      [spec.root.path, withPaths(spec.root, [file])],
    ]),
    outcome: { text: `${nameOf(path)} written; ${NEXT}`, data: { path: nameOf(path), text, dryRun } },
  };
}

function planAll({ spec: folder, dryRun }: ScaffoldOptions): Planned {
  const spec = loadSpec(folder);
  const endpoints = endpointsOf(spec);
  const { texts, files, pages } = planPaths(spec, endpoints);
  const names = [...texts.keys()].map(nameOf).sort();
  const verb = dryRun ? 'would be written' : 'written';
  const kept = endpoints.length - pages.length;
  const summary = `${pages.length} operations in ${names.length} files ${verb}, ${kept} were there already`;
  const next = pages.length === 0 || dryRun ? [] : [`in each file, ${NEXT.replace('its', 'the')}`];
  return {
    files: new Map([...texts, [spec.root.path, withPaths(spec.root, files)]]),
    outcome: {
      text: [...names, summary, ...next].join('\n'),
      data: { operations: pages.length, files: names, kept, dryRun },
    },
  };
}

/** The endpoints with facts, without the further pages of one. */
function endpointsOf(spec: Spec): FactPage[] {
  return readDocs(docsFolder(spec))
    .map(({ page }) => page)
    .filter(
      ({ kind, path, same_path_as }) =>
        kind === 'endpoint' && path !== undefined && same_path_as === undefined,
    );
}

function refuse(message: string, fix: string): never {
  throw new SpecError([{ code: 'docs', message, fix }]);
}
