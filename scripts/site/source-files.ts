import { folderOf } from './language-folder.ts';
import type { Language } from './page-words.ts';
import type { SearchSection } from './search-text.ts';
import type { SiteLanguage } from './site-pages.ts';
import { titleOf } from './view/titles.ts';
import { WORDS } from './words.ts';

interface Link {
  readonly text: string;
  readonly link: string;
}

interface Group {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items: readonly Link[];
}

/** What VitePress's settings need to know of the site. */
export interface SiteData {
  readonly languages: Readonly<Record<Language, LanguageData>>;
  /** What the search finds of each page, by its file. */
  readonly search: Readonly<Record<string, readonly SearchSection[]>>;
}

interface LanguageData {
  readonly title: string;
  readonly description: string;
  readonly navigation: readonly Group[];
  readonly guides: readonly Group[];
}

/**
 * The files that VitePress reads: the pages, and `site.json` with everything else.
 * @param documents what readers may download, by file name.
 */
export function sourceFiles(
  site: readonly SiteLanguage[],
  documents: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const pages = site.flatMap(({ language, pages: own }) =>
    own.map((page) => ({ ...page, file: `${folderOf(language)}${page.path}.md` })),
  );
  const data: SiteData = {
    languages: Object.fromEntries(site.map((part) => [part.language, languageData(part)])) as Record<
      Language,
      LanguageData
    >,
    search: Object.fromEntries(pages.flatMap(({ file, search }) => (search ? [[file, search]] : []))),
  };
  return new Map([
    ...pages.map(({ file, source }) => [file, source] as const),
    ['site.json', JSON.stringify(data)],
    // VitePress copies the folder `public` as it is.
    ...[documents, ...site.map(({ tryFiles }) => tryFiles)].flatMap((files) =>
      [...files].map(([file, text]) => [`public/${file}`, text] as const),
    ),
  ]);
}

function languageData({ language, title, description, categories, guides }: SiteLanguage): LanguageData {
  const folder = folderOf(language);
  const { page } = WORDS[language];
  const guideLinks = (audience: string) =>
    guides
      .filter((guide) => guide.audience === audience)
      .map((guide) => ({ text: guide.title, link: `/${folder}guides/${guide.name}` }));
  return {
    title,
    description,
    navigation: categories.map((category) => ({
      text: category.title,
      link: `/${folder}categories/${category.slug}`,
      collapsed: true,
      items: category.operations.map((operation) => ({
        text: titleOf(operation, language),
        link: `/${folder}operations/${operation.id}`,
      })),
    })),
    guides: [
      { text: page.guides, items: guideLinks('consumers') },
      { text: page.maintainers, items: guideLinks('maintainers') },
    ],
  };
}
