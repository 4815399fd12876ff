import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { tokenize } from './tokenize.ts';

const folder = new URL('../../../generated/reference/', import.meta.url);
const { navigation } = JSON.parse(readFileSync(new URL('navigation.json', folder), 'utf8'));
const { title, version } = JSON.parse(readFileSync(new URL('../openapi.json', folder), 'utf8')).info;

export default defineConfig({
  title,
  description: `Reference, version ${version}`,
  lang: 'en',
  srcDir: '../../generated/reference',
  outDir: '../../dist/site',
  cacheDir: '../../node_modules/.cache/weiban-openapi-site',
  cleanUrls: true,
  // An empty icon, so that browsers do not request /favicon.ico and get an error.
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  lastUpdated: false,
  themeConfig: {
    nav: [
      { text: 'Errors 错误码', link: '/errors' },
      { text: 'Pushed messages 消息订阅', link: '/webhooks' },
    ],
    sidebar: navigation.map((category: object) => ({ ...category, collapsed: true })),
    outline: { level: 2 },
    search: {
      provider: 'local',
      options: {
        // Indexes title, endpoint, description and arguments of a page. The endpoint is shown with the title.
        _render: (source, env, markdown) => {
          const [, endpoint = ''] = /^`[A-Z]+` `(\S+)`/m.exec(source) ?? [];
          const [indexed = ''] = source
            .replace(/^# .*$/m, `$& ${endpoint}`)
            .split(/^## (?:Result|Evidence)$/m);
          return markdown.render(indexed, env);
        },
        miniSearch: {
          options: { tokenize },
          searchOptions: { prefix: true, fuzzy: false, combineWith: 'AND' },
        },
      },
    },
  },
});
