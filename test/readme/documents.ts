import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document with code for consumers or maintainers: a README or a guide. */
export interface DocumentFile {
  /** The path in the project, such as `docs/client.md`. */
  readonly path: string;
  readonly text: string;
}

const ENGLISH_GUIDES = 'docs';
const CHINESE_GUIDES = 'docs/zh';

/** Both READMEs and every guide in both languages, English ones first, without the decision records. */
export const documents: readonly DocumentFile[] = [
  'README.md',
  ...guidesIn(ENGLISH_GUIDES),
  'README.zh-CN.md',
  ...guidesIn(CHINESE_GUIDES),
].map(readDocument);

/** What an agent reads that uses the command; not for people, so they are no guides. */
export const skills: readonly DocumentFile[] = ['skills/weiban/SKILL.en.md', 'skills/weiban/SKILL.md'].map(
  readDocument,
);

/** The English documents, each with the path of its Chinese translation. */
export const twins: readonly (readonly [english: string, chinese: string])[] = documents
  .filter(({ path }) => !isChinese(path))
  .map(({ path }) => [path, chineseTwinOf(path)]);

/** Reads the document at a path in the project. */
export function readDocument(path: string): DocumentFile {
  return { path, text: readFileSync(path, 'utf8') };
}

/** The lines of a document, without the empty string after its last line break. */
export function linesOf({ text }: DocumentFile): string[] {
  return text.replace(/\n$/, '').split('\n');
}

function chineseTwinOf(path: string): string {
  return path === 'README.md' ? 'README.zh-CN.md' : path.replace(ENGLISH_GUIDES, CHINESE_GUIDES);
}

function isChinese(path: string): boolean {
  return path === 'README.zh-CN.md' || path.startsWith(`${CHINESE_GUIDES}/`);
}

function guidesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => join(folder, name));
}
