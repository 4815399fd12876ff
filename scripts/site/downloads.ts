import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './language-folder.ts';
import type { PageWords } from './page-words.ts';
import type { Words } from './words.ts';

/** Documents of one kind, as the first page offers them. */
export interface Downloads {
  readonly title: string;
  readonly files: readonly { readonly file: string; readonly label: string }[];
}

/** The files of each kind, with the words for each. */
const KINDS = [
  ['openApi', { 'openapi.json': 'JSON', 'openapi.yaml': 'YAML', 'openapi.zh.json': 'chineseJson' }],
  [
    'openApiForGenerators',
    { 'openapi-3.0.json': 'JSON', 'openapi-3.0.yaml': 'YAML', 'openapi-3.0.zh.json': 'chineseJson' },
  ],
  ['errorCodes', { 'error-codes.json': 'JSON' }],
  [
    'postman',
    {
      'postman-collection.json': 'JSON',
      'postman-collection.zh.json': 'chineseJson',
      'postman-environment-sandbox.json': 'sandboxEnvironment',
      'postman-environment-production.json': 'productionEnvironment',
    },
  ],
] as const;

/** The labels that differ between languages. */
const NAMED = ['chineseJson', 'sandboxEnvironment', 'productionEnvironment'] as const;

function isNamed(label: string): label is (typeof NAMED)[number] {
  return NAMED.some((name) => name === label);
}

/** Reads the generated documents that the site offers, by file name. */
export function readDownloads(project: string): Map<string, string> {
  const names = KINDS.flatMap(([, files]) => Object.keys(files));
  return new Map(names.map((name) => [name, readFileSync(join(project, 'generated', name), 'utf8')]));
}

/** What the first page says of the documents that there are. */
export function downloadsOf(documents: ReadonlyMap<string, string>, words: PageWords): Downloads[] {
  return KINDS.map(([kind, files]) => ({
    title: words[kind],
    files: Object.entries(files)
      .filter(([file]) => documents.has(file))
      .map(([file, label]) => ({ file, label: isNamed(label) ? words[label] : label })),
  })).filter(({ files }) => files.length > 0);
}

/** The documents as links from the first page, which is in the folder of its language. */
export function downloadsMarkdown(downloads: readonly Downloads[], { language, page: words }: Words): string {
  const toRoot = folderOf(language).replace(/[^/]+/g, '..');
  const rows = downloads.map(
    ({ title, files }) =>
      `- ${title}: ${files.map(({ file, label }) => `[${label}](${toRoot}${file})`).join(' · ')}`,
  );
  return rows.length === 0 ? '' : `\n\n## ${words.downloads}\n\n${rows.join('\n')}`;
}
