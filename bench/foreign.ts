import { join, resolve } from 'node:path';
import { listDocuments } from './foreign/documents.ts';
import { generators } from './foreign/generators.ts';
import { checkOwnBundle } from './foreign/own-bundle.ts';
import { cell, report } from './foreign/report.ts';
import { type Attempt, outputFolder, tryDocument } from './foreign/try-document.ts';
import { compareTypes, type TypeComparison } from './foreign/unknown-properties.ts';
import { callOnTheWire } from './foreign/wire.ts';
import { installRivals } from './support/rivals.ts';

/**
 * `npm run bench -- foreign`: every OpenAPI document of a folder through this package's generator and those of others. Without
 * a folder, the clients that other generators make from our bundle are type-checked, and called against the sandbox.
 * @returns whether all is well: ours neither crashed nor wrote what does not compile, and no document was changed.
 */
export async function foreign({
  folder,
  json,
  wire,
}: {
  readonly folder: string | undefined;
  readonly json: boolean;
  /** Whether the clients are called instead: every operation once, against a server on this machine. */
  readonly wire: boolean;
}): Promise<boolean> {
  if (folder !== undefined && wire) return await callAll(folder);
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
  const comparisons = compareAll(join(rivals.folder, 'out'), attempts);
  console.log(
    json
      ? JSON.stringify({ attempts, comparisons: [...comparisons] }, null, 2)
      : report(attempts, comparisons),
  );
  const own = attempts.filter(({ generator }) =>
    tools.some(({ name, refusal }) => name === generator && refusal),
  );
  return own.every(({ outcome, isChanged }) => !isChanged && ['compiled', 'refused'].includes(outcome));
}

/** Calls every operation of every document, and prints what did not arrive as the document says. */
async function callAll(folder: string): Promise<boolean> {
  let isGood = true;
  for (const document of listDocuments(resolve(folder))) {
    const { calls, wrong } = await callOnTheWire(document);
    console.log(`${document.name}: ${calls - wrong.length} of ${calls} calls arrive as the document says`);
    for (const line of wrong) console.log(`  ${line}`);
    isGood &&= wrong.length === 0;
  }
  return isGood;
}

/** Compares the types of every document that compiled with ours and with openapi-typescript. */
function compareAll(folder: string, attempts: readonly Attempt[]): ReadonlyMap<string, TypeComparison> {
  const names = ['types and client only', 'openapi-typescript'] as const;
  const isCompiled = (document: string, name: string) =>
    attempts.some(
      (attempt) =>
        attempt.document === document && attempt.generator === name && attempt.outcome === 'compiled',
    );
  const documents = [...new Set(attempts.map(({ document }) => document))];
  const compiled = documents.filter((document) => names.every((name) => isCompiled(document, name)));
  return new Map(
    compiled.map((document) => {
      const [ours, theirs] = names.map((name) => outputFolder(folder, name, document));
      return [document, compareTypes(ours ?? '', theirs ?? '')];
    }),
  );
}
