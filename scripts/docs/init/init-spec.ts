import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { SpecError } from '../../kit/diagnostic.ts';
import { writeFiles } from '../../kit/write-files.ts';
import { loadSpec, nameOf } from '../../spec/load.ts';
import { yamlText } from '../../spec/yaml-text.ts';
import type { Outcome } from '../outcome.ts';

/** Arguments of {@link initSpec}. */
export interface InitOptions {
  readonly folder: string;
  readonly title: string | undefined;
  readonly server: string | undefined;
  readonly basePath: string | undefined;
}

const ROOT_FILE = 'openapi.yaml';

/**
 * Writes the root document of a new specification. One that exists already stays.
 * @throws SpecError if the folder holds anything else, or cannot be written to.
 */
export function initSpec(options: InitOptions): Outcome {
  const folder = resolve(options.folder);
  const path = join(folder, ROOT_FILE);
  if (existsSync(path)) {
    // Says what is wrong with it, if anything is.
    loadSpec(folder);
    const text = `${nameOf(path)} is a specification already; nothing was written`;
    return { text, data: { root: nameOf(path), isNew: false } };
  }
  refuseOccupied(folder);
  try {
    writeFiles(new Map([[path, rootText(options, folder)]]));
  } catch (error) {
    refuse(`${nameOf(path)} cannot be written: ${Object(error).message}`, 'name another folder');
  }
  const text = `${nameOf(path)} written; next: npm run docs -- pull <url>, then npm run docs -- import <folder> --spec ${options.folder}`;
  return { text, data: { root: nameOf(path), isNew: true } };
}

function refuseOccupied(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) refuse(`${nameOf(folder)} is a file`, 'name a folder');
  // Files that systems and editors put there, such as .DS_Store and .git, are in nobody's way.
  const [first] = readdirSync(folder).filter((name) => !name.startsWith('.'));
  if (first !== undefined)
    refuse(
      `${nameOf(folder)} is not empty (${first}), and holds no ${ROOT_FILE}`,
      'name a new or empty folder; nothing was written',
    );
}

/** What stays to be said about an API that no page says in a form that a program can read. */
const LATER = `
# What is particular to the vendor is written here, once it is known (docs/specification.md):
#   x-envelopes  the fields of an answer that say whether a call succeeded, if not the HTTP status
#   x-limits     how many calls are allowed
#   x-seats      the licences that endpoints need
`;

function rootText({ title, server, basePath }: InitOptions, folder: string): string {
  const root = {
    openapi: '3.1.0',
    info: { title: title ?? basename(folder), version: '0.1.0' },
    ...(server !== undefined && { servers: [{ url: server.replace(/\/$/, '') }] }),
    ...(basePath !== undefined && { 'x-base-path': basePath }),
  };
  return `${yamlText(root)}${LATER.trimStart()}paths: {}\n`;
}

function refuse(message: string, fix: string): never {
  throw new SpecError([{ code: 'docs', message, fix }]);
}
