import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { McpServer } from '@modelcontextprotocol/server';
import { bundlePath, listErrors, searchOperations, type TextLanguage } from '../catalogue/index.ts';

/** A resource as data. */
interface Resource {
  readonly name: string;
  readonly uri: string;
  readonly title: string;
  readonly mimeType: string;
  readonly text: () => string;
}

/** How long a client may keep a resource, in milliseconds: it never changes while the server runs. */
const LASTS = { ttlMs: 3_600_000 };

/** Adds the catalogue by category, the table of errors and the guide as resources, in a language. */
export function addResources(server: McpServer, language: TextLanguage): void {
  for (const { name, uri, title, mimeType, text } of resourcesIn(language))
    server.registerResource(name, uri, { title, mimeType, cacheHint: LASTS }, () => ({
      contents: [{ uri, mimeType, text: text() }],
    }));
}

const found = new Map<TextLanguage, readonly Resource[]>();

/** The resources in a language, found once: over HTTP, each request has a server of its own. */
function resourcesIn(language: TextLanguage): readonly Resource[] {
  const resources = found.get(language) ?? [...categories(language), errors(language), ...guides(language)];
  found.set(language, resources);
  return resources;
}

function categories(language: TextLanguage): Resource[] {
  const operations = searchOperations([], language);
  return [...new Set(operations.map(({ category }) => category))].map((category) => {
    const [name = category, ...title] = category.split(' ');
    const rows = operations
      .filter((operation) => operation.category === category)
      .map(({ name, summary, safety, effect }) => ({ name, summary, safety, effect }));
    return {
      name,
      uri: `weiban://catalogue/${name}`,
      title: title.join(' ') || name,
      mimeType: 'application/json',
      text: () => JSON.stringify(rows),
    };
  });
}

function errors(language: TextLanguage): Resource {
  return {
    name: 'errors',
    uri: 'weiban://errors',
    title: language === 'zh' ? '错误码表' : 'Error table',
    mimeType: 'application/json',
    text: () =>
      JSON.stringify(
        listErrors().map(({ name, code, zh, en, advice, adviceZh }) =>
          language === 'zh'
            ? { code, name, meaning: zh, advice: adviceZh }
            : { code, name, meaning: en, advice },
        ),
      ),
  };
}

/** The guides that the package holds: its README and its changes. The others are on the site. */
function guides(language: TextLanguage): Resource[] {
  const [guide, changes] = language === 'zh' ? ['使用说明', '变更记录'] : ['Guide', 'Changes'];
  return [
    ...fileResource('guide', guide, language === 'zh' ? 'README.zh-CN.md' : 'README.md'),
    ...fileResource('changes', changes, 'CHANGELOG.md'),
  ];
}

function fileResource(name: string, title: string, file: string): Resource[] {
  // The package has its documents in one folder; the repository has the bundle one below.
  const folder = dirname(bundlePath('json'));
  const path = [join(folder, file), join(folder, '..', file)].find(existsSync);
  if (path === undefined) return [];
  const uri = `weiban://${name}`;
  return [{ name, uri, title, mimeType: 'text/markdown', text: () => readFileSync(path, 'utf8') }];
}
