import { readFileSync, statSync } from 'node:fs';
import { readSheets, type Sheets } from '../../evidence/facts/read-facts.ts';
import { listYaml } from '../../spec/load.ts';
import { type ReadPages, readTargets } from '../readers/read-captures.ts';
import { refusePage } from '../readers/refuse-page.ts';

/** What an import reads: sheets of facts, which a person wrote, and captured pages. */
export interface ImportInput {
  readonly sheets: Sheets;
  readonly pages: ReadPages;
}

/**
 * Reads the files and folders of an import. YAML is a sheet of facts unless it is an OpenAPI document; everything else is a
 * captured page.
 * @throws SpecError with every mistake in any of the sheets, or if there is nothing but pages that cannot be taken.
 */
export function readInput(targets: readonly string[]): ImportInput {
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const yaml = targets.flatMap((target) =>
    isFolder(target) ? listYaml(target) : /\.ya?ml$/.test(target) ? [target] : [],
  );
  const sheets = yaml.filter((file) => !isDocument(file));
  const documents = yaml.filter((file) => !sheets.includes(file));
  const others = targets.filter((target) => isFolder(target) || !/\.ya?ml$/.test(target));
  const read = readSheets(sheets);
  const pages = readTargets([...others, ...documents], (file) => !/\.ya?ml$/.test(file));
  if (yaml.length + pages.captures.length + pages.refused.length === 0)
    refusePage(
      targets.join(', '),
      'there is no page of an endpoint in it, and no sheet of facts',
      'npm run docs -- pull <url> --out <folder> fetches the pages of a site; import takes that folder',
    );
  return { sheets: read, pages };
}

/** Whether a file is an OpenAPI document. A file that cannot be read is left to the reader of sheets, which says why. */
function isDocument(file: string): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
  return /^["']?(?:openapi|swagger)["']?\s*:/m.test(readFileSync(file, 'utf8'));
}
