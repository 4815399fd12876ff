import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './page-words.ts';

/** The guides in the order in which the README lists them. */
const FOR_CONSUMERS = [
  'client',
  'errors',
  'lists',
  'batches',
  'limits',
  'redis',
  'webhooks',
  'testing',
  'validate',
  'record',
  'cli',
  'other-languages',
  'versioning',
  'another-vendor',
] as const;

const FOR_MAINTAINERS = [
  'specification',
  'corrections',
  'following-the-documentation',
  'recording',
  'release',
] as const;

/** A guide in one language. */
export interface Guide {
  readonly name: string;
  readonly title: string;
  readonly audience: 'consumers' | 'maintainers';
  readonly text: string;
}

/**
 * Reads the guides of a language from `docs/`.
 * @param repository the address of the repository's files, for links to what is not part of the site.
 */
export function readGuides(folder: string, language: Language, repository: string | undefined): Guide[] {
  const list = [
    ...FOR_CONSUMERS.map((name) => ({ name, audience: 'consumers' as const })),
    ...FOR_MAINTAINERS.map((name) => ({ name, audience: 'maintainers' as const })),
  ];
  const below = language === 'zh' ? 'docs/zh' : 'docs';
  return list.map(({ name, audience }) => {
    const source = readFileSync(join(folder, below, `${name}.md`), 'utf8');
    const title = /^# (.+)$/m.exec(source)?.[1] ?? name;
    return { name, audience, title, text: siteText(source, below, repository) };
  });
}

/** A guide without the line that leads to its twin, which the site does itself, and with links that work on the site. */
function siteText(source: string, folder: string, repository: string | undefined): string {
  const names: readonly string[] = [...FOR_CONSUMERS, ...FOR_MAINTAINERS];
  return source
    .replace(/^(?:English · \[中文\]|\[English\]).*\n\n?/m, '')
    .replace(/\[([^[\]\n]+)\]\(([^()\s]+)\)/g, (whole, text: string, target: string) => {
      const [file = '', anchor] = target.split('#');
      if (/^[a-z]+:/i.test(target) || file === '' || names.includes(file.replace(/\.md$/, ''))) return whole;
      if (repository === undefined) return text;
      const { pathname } = new URL(file, `file:///${folder}/`);
      return `[${text}](${repository}${pathname}${anchor === undefined ? '' : `#${anchor}`})`;
    });
}
