import { join, resolve } from 'node:path';
import { listDocuments } from './foreign/documents.ts';
import { generators } from './foreign/generators.ts';
import { checkOwnBundle } from './foreign/own-bundle.ts';
import { cell, report } from './foreign/report.ts';
import { type Attempt, tryDocument } from './foreign/try-document.ts';
import { installRivals } from './support/rivals.ts';

/**
 * `npm run bench -- foreign`: every OpenAPI document of a folder through this package's generator and those of others. Without
 * a folder, the clients that other generators make from our bundle are type-checked, and called against the sandbox.
 * @returns whether all is well: ours neither crashed nor wrote what does not compile, and no document was changed.
 */
export async function foreign({
  folder,
  json,
}: {
  readonly folder: string | undefined;
  readonly json: boolean;
}): Promise<boolean> {
  const rivals = installRivals();
  if (folder === undefined) return await checkOwnBundle(rivals);
  const tools = generators(process.cwd(), rivals);
  const compiler = join(rivals.folder, 'node_modules/typescript/bin/tsc');
  const documents = listDocuments(resolve(folder));
  const attempts: Attempt[] = [];
  for (const [at, document] of documents.entries()) {
    for (const tool of tools) {
      const attempt = await tryDocument(document, tool, join(rivals.folder, 'out'), compiler);
      attempts.push(attempt);
      console.error(`${at + 1}/${documents.length} ${document.name}, ${tool.name}: ${cell(attempt)}`);
    }
  }
  console.log(json ? JSON.stringify(attempts, null, 2) : report(attempts));
  const own = attempts.filter(({ generator }) =>
    tools.some(({ name, refusal }) => name === generator && refusal),
  );
  return own.every(({ outcome, isChanged }) => !isChanged && ['compiled', 'refused'].includes(outcome));
}
