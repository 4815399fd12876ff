import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ErrorEntry } from '../../scripts/spec/assemble.ts';
import { withEveryPath } from '../../scripts/spec/list-paths.ts';
import { listYaml } from '../../scripts/spec/load.ts';
import { camelCase } from '../../scripts/spec/names.ts';
import { readSource } from '../../scripts/spec/source.ts';

/**
 * Writes a specification with `count` operations into an empty folder, as copies of the operations of another specification.
 * Each copy gets its own URL, operationId, schemas and errors.
 */
export function synthesise(from: string, to: string, count: number): void {
  mkdirSync(join(to, 'paths'), { recursive: true });
  for (const name of ['openapi.yaml', 'reasons.yaml', 'webhooks', 'schemas'])
    cpSync(join(from, name), join(to, name), { recursive: true });
  const errors = readSource(join(from, 'error-codes.yaml'), 'error-codes.yaml');
  const entries = errors.value as Readonly<Record<string, ErrorEntry>>;
  const own = listYaml(join(from, 'paths')).map((file) => file.slice(join(from, 'paths').length + 1));
  const used = new Set<string>();
  const rows: string[] = [];
  for (let at = 0; at < count; at++) {
    const copy = Math.floor(at / own.length);
    const file = own[at % own.length] ?? '';
    const text = readFileSync(join(from, 'paths', file), 'utf8');
    const rename = (name: string) => {
      const entry = entries[name];
      if (copy === 0 || entry === undefined || entry.global !== undefined) return name;
      const renamed = `${name}${copy}`;
      if (!used.has(renamed))
        rows.push(`${renamed}: ${JSON.stringify({ ...entry, code: entry.code + copy * 1_000_000 })}\n`);
      used.add(renamed);
      return renamed;
    };
    const target = join(to, 'paths', copyOfUrl(file, copy));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, copyOfPath(text, file, copy, rename));
  }
  writeFileSync(join(to, 'error-codes.yaml'), errors.text + rows.join(''));
  copySchemas(to, Math.floor((count - 1) / own.length));
  writeRoot(join(to, 'openapi.yaml'), new Set(own.slice(0, count)));
}

/** Removes the rows of originals that are not kept, and adds the rows of the copies. */
function writeRoot(file: string, kept: ReadonlySet<string>): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const remaining = lines.filter((line) => {
    const path = /\$ref: paths\/(.*?\.yaml)/.exec(line)?.[1];
    return path === undefined || kept.has(path);
  });
  writeFileSync(file, remaining.join('\n'));
  writeFileSync(file, withEveryPath(readSource(file, 'openapi.yaml')));
}

/** `opportunity/one.yaml` becomes `opportunity3/one.yaml`: its first segment is the client's property. */
function copyOfUrl(file: string, copy: number): string {
  return copy === 0 ? file : file.replace(/^[^/.]+/, (first) => `${first}${copy}`);
}

function copyOfPath(text: string, file: string, copy: number, rename: (name: string) => string): string {
  if (copy === 0) return text;
  const id = camelCase(copyOfUrl(file, copy).replace(/\.yaml$/, ''));
  return text
    .replace(/operationId: \w+/, `operationId: ${id}`)
    .replace(/(schemas\/\w+)\.yaml/g, `$1${copy}.yaml`)
    .replace(/x-errors: \[([^\]]*)\]/, (_, names: string) => `x-errors: [${names.replace(/\w+/g, rename)}]`);
}

function copySchemas(to: string, copies: number): void {
  const folder = join(to, 'schemas');
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (let copy = 1; copy <= copies; copy++)
      writeFileSync(
        join(folder, name.replace('.yaml', `${copy}.yaml`)),
        text.replace(/(\$ref: (?:\.\/)?\w+)\.yaml/g, `$1${copy}.yaml`),
      );
  }
}
