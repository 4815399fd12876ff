import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefaultTheme, defineConfig, type LocaleSpecificConfig } from 'vitepress';
import { PAGE_WORDS } from '../page-words.ts';
import type { SiteData } from '../source-files.ts';
import { CHOOSE_LANGUAGE } from './choose-language.ts';
import { FRAME_WORDS, SEARCH_WORDS } from './frame-words.ts';
import { tokenize } from './tokenize.ts';

const pages = fileURLToPath(new URL('../.pages/', import.meta.url));
// Written by scripts/site/source-files.ts just before.
const site: SiteData = JSON.parse(readFileSync(join(pages, 'site.json'), 'utf8'));

function locale(language: 'zh' | 'en', folder: string): LocaleSpecificConfig<DefaultTheme.Config> {
  const { title, description, navigation, guides } = site.languages[language];
  const words = PAGE_WORDS[language];
  const withLists = (groups: typeof guides) =>
    groups.map((group) => ({ ...group, items: [...group.items] })) satisfies DefaultTheme.SidebarItem[];
  return {
    title,
    description,
    themeConfig: {
      ...FRAME_WORDS[language],
      nav: [
        { text: words.guides, link: `${folder}guides/client`, activeMatch: `^${folder}guides/` },
        { text: words.errors, link: `${folder}errors` },
        { text: words.webhooks, link: `${folder}webhooks` },
      ],
      sidebar: { [`${folder}guides/`]: withLists(guides), [folder]: withLists(navigation) },
    },
  };
}

/** Pages of the reference say themselves what the search finds; VitePress splits guides at their headings. */
function splitIntoSections(file: string) {
  // VitePress does it where nothing is returned, which its types do not say.
  return site.search[relative(pages, file)] as unknown as Generator<{
    anchor: string;
    titles: string[];
    text: string;
  }>;
}

export default defineConfig({
  srcDir: '.pages',
  outDir: '../../dist/site',
  cacheDir: '../../node_modules/.cache/weiban-openapi-site',
  cleanUrls: true,
  // Pages share their navigation and the names of their files in one cached script.
  metaChunk: true,
  // A page that is read does not load the forty pages that its navigation shows.
  router: { prefetchLinks: false },
  lastUpdated: false,
  // The usual themes have comments and keywords that are too pale to read.
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config(markdown) {
      // Indented code scrolls by itself, so the keyboard must reach it. The inner text is escaped, and `v-pre` keeps Vue out.
      markdown.renderer.rules.code_block = (tokens, index) =>
        `<pre v-pre tabindex="0"><code>${markdown.utils.escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;
    },
  },
  head: [
    // An empty icon, so that browsers do not request /favicon.ico and get an error.
    ['link', { rel: 'icon', href: 'data:,' }],
  ],
  transformHead: ({ siteData, page }) =>
    page === 'index.md' ? [['script', {}, `(${CHOOSE_LANGUAGE})(${JSON.stringify(siteData.base)})`]] : [],
  locales: {
    root: { label: '简体中文', lang: 'zh-CN', ...locale('zh', '/') },
    en: { label: 'English', lang: 'en', ...locale('en', '/en/') },
  },
  themeConfig: {
    outline: { level: 2 },
    search: {
      provider: 'local',
      options: {
        locales: { root: { translations: SEARCH_WORDS } },
        miniSearch: {
          _splitIntoSections: splitIntoSections,
          options: { tokenize },
          searchOptions: { prefix: true, fuzzy: false, combineWith: 'AND', boost: { title: 4, titles: 2 } },
        },
      },
    },
  },
});
