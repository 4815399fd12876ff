import { folderOf } from './language-folder.ts';
import { blocks, lineText } from './markdown/markdown.ts';
import type { Language } from './page-words.ts';
import type { SiteLanguage, SitePage } from './site-pages.ts';
import { WORDS } from './words.ts';

/**
 * What the site offers agents: each page as Markdown beside its HTML, and for each language `llms.txt`, which lists the
 * pages, and `llms-full.txt`, which holds them.
 * @param base the path of the site, with a slash at both ends.
 */
export function agentFiles(site: readonly SiteLanguage[], base: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const part of site) {
    const folder = folderOf(part.language);
    for (const { path, markdown } of part.pages) files.set(`${folder}${path}.md`, markdown);
    files.set(`${folder}llms.txt`, list(part, site, base));
    files.set(
      `${folder}llms-full.txt`,
      part.pages.map(({ markdown }) => `${markdown.trim()}\n`).join('\n---\n\n'),
    );
  }
  return files;
}

/** The list of pages in the form of llmstxt.org. */
function list(part: SiteLanguage, site: readonly SiteLanguage[], base: string): string {
  const { language, title, description, categories, pages } = part;
  const { page: words } = WORDS[language];
  const addressOf = (path: string, of: Language = language) => `${base}${folderOf(of)}${path}`;
  const line = ({ path, title: name, about }: SitePage) =>
    `- [${lineText(name)}](${addressOf(path)}.md)${about ? `: ${lineText(about)}` : ''}`;
  const linesOf = (isChosen: (page: SitePage) => boolean) => pages.filter(isChosen).map(line).join('\n');
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const others = site
    .filter((other) => other.language !== language)
    .map((other) => `[${WORDS[other.language].name}](${addressOf('llms.txt', other.language)})`);
  const groups = categories.map((category) => {
    const operations = category.operations.flatMap(({ id }) => byPath.get(`operations/${id}`) ?? []);
    return `## ${lineText(category.title)}\n\n${operations.map(line).join('\n')}`;
  });
  return `${blocks(
    `# ${lineText(title)}`,
    `> ${lineText(description)}`,
    [`[llms-full.txt](${addressOf('llms-full.txt')})`, ...others].join(' · '),
    linesOf(({ path }) => path === 'errors' || path === 'webhooks'),
    ...groups,
    `## ${words.guides}\n\n${linesOf(({ path }) => path.startsWith('guides/'))}`,
  )}\n`;
}
