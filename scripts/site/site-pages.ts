import { inChinese } from '../spec/in-chinese.ts';
import type { Model } from '../spec/model.ts';
import { type Downloads, downloadsMarkdown, downloadsOf } from './downloads.ts';
import type { Guide } from './guides.ts';
import { codeBlock, page } from './markdown/markdown.ts';
import { operationMarkdown, sampleBlocks } from './markdown/operation-markdown.ts';
import { categoryMarkdown, errorsMarkdown, webhooksMarkdown } from './markdown/other-markdown.ts';
import type { Language } from './page-words.ts';
import {
  errorsSearch,
  operationSearch,
  plainSearch,
  type SearchSection,
  webhooksSearch,
} from './search-text.ts';
import { tryFiles } from './try/data-files.ts';
import { errorsView } from './view/error-view.ts';
import { type OperationView, operationView } from './view/operation-view.ts';
import { methodName, type Samples, samplesOf } from './view/samples.ts';
import { type Category, categoriesOf, titleOf } from './view/titles.ts';
import { webhookViews } from './view/webhook-view.ts';
import { WORDS, type Words } from './words.ts';

/** One page of the site in one language. */
export interface SitePage {
  /** Its file below the language's folder, without an extension: `operations/opportunityOne`. */
  readonly path: string;
  readonly title: string;
  /** What an operation does, for lists of pages. */
  readonly about?: string;
  /** The page as VitePress reads it. */
  readonly source: string;
  /** The page as Markdown that needs no site. */
  readonly markdown: string;
  /** What the search finds. Left out for a guide, whose source says it. */
  readonly search?: readonly SearchSection[];
}

/** The site in one language. */
export interface SiteLanguage {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly categories: readonly Category[];
  readonly guides: readonly Guide[];
  readonly pages: readonly SitePage[];
  /** What the pages load when a reader tries an operation: JSON by file name. */
  readonly tryFiles: ReadonlyMap<string, string>;
}

/** What the site is made of. */
export interface SiteInput {
  readonly model: Model;
  readonly guides: Readonly<Record<Language, readonly Guide[]>>;
  /** An answer of each operation as JSON, by id. */
  readonly answers: ReadonlyMap<string, string>;
  /** The documents that readers may download, by file name. */
  readonly documents?: ReadonlyMap<string, string>;
}

/** All pages of the site in both languages. */
export function buildSite({ model, guides, answers, documents = new Map() }: SiteInput): SiteLanguage[] {
  const models = { en: model, zh: inChinese(model) };
  const samples = new Map(model.operations.map((operation) => [operation.id, samplesOf(model, operation)]));
  const views = (language: Language) =>
    new Map(
      models[language].operations.map((operation) => [
        operation.id,
        operationView(models[language], operation, WORDS[language]),
      ]),
    );
  const all = { en: views('en'), zh: views('zh') };
  return (['zh', 'en'] as const).map((language) => {
    const words = WORDS[language];
    const { info } = models[language].document;
    const categories = categoriesOf(models[language], language);
    const others = all[language === 'zh' ? 'en' : 'zh'];
    return {
      language,
      title: String(info.title),
      description: String(info.summary ?? ''),
      categories,
      guides: guides[language],
      tryFiles: tryFiles(models[language], language),
      pages: [
        homePage(models[language], categories, downloadsOf(documents, words.page), words),
        errorsPage(models[language], words),
        ...webhooksPage(models[language], words),
        ...categories.map((category) => categoryPage(category, words)),
        ...[...all[language].values()].map((view) =>
          operationPage(
            view,
            others.get(view.id) ?? view,
            samples.get(view.id) ?? { typescript: '', curl: '', command: '' },
            answers.get(view.id),
            words,
          ),
        ),
        ...guides[language].map(guidePage),
      ],
    };
  });
}

function operationPage(
  view: OperationView,
  other: OperationView,
  samples: Samples,
  answer: string | undefined,
  words: Words,
): SitePage {
  const code = sampleBlocks(samples).map(([language, tab, text]) => codeBlock(`${language} [${tab}]`, text));
  const body = [
    `::: code-group\n\n${code.join('\n\n')}\n\n:::`,
    ...(answer === undefined
      ? []
      : [`<p class="sample-title">${words.page.answer}</p>`, codeBlock('json', answer)]),
  ];
  const frontmatter = {
    title: view.title,
    description: view.summary ?? view.title,
    layout: 'operation',
    view,
  };
  return {
    path: `operations/${view.id}`,
    title: view.title,
    about: `${view.method} ${view.path}`,
    source: page(frontmatter, body.join('\n\n')),
    markdown: operationMarkdown(view, samples, words),
    search: operationSearch(view, other, words.page),
  };
}

function categoryPage(category: Category, words: Words): SitePage {
  const { slug, title, description } = category;
  const view = {
    title,
    description,
    operations: category.operations.map((operation) => row(operation, words)),
  };
  return {
    path: `categories/${slug}`,
    title,
    source: page({ title, description, layout: 'category', view }, ''),
    markdown: categoryMarkdown(category, words),
    search: plainSearch(title, description),
  };
}

function row(operation: Category['operations'][number], { language }: Words) {
  return {
    id: operation.id,
    title: titleOf(operation, language),
    method: operation.method.toUpperCase(),
    path: operation.path,
    call: methodName(operation),
  };
}

function homePage(
  { document }: Model,
  categories: readonly Category[],
  downloads: readonly Downloads[],
  words: Words,
): SitePage {
  const { title, summary, description } = document.info;
  const view = categories.map((category) => ({
    slug: category.slug,
    title: category.title,
    description: category.description,
    operations: category.operations.map(({ id }, at) => ({
      id,
      title: titleOf(category.operations[at] as Category['operations'][number], words.language),
    })),
  }));
  const about = String(description ?? '');
  return {
    path: 'index',
    title: String(title),
    source: page(
      {
        title: String(title),
        description: String(summary ?? ''),
        layout: 'front',
        sidebar: false,
        about,
        downloads,
        view,
      },
      codeBlock('ts', FIRST_CALL[words.language]),
    ),
    markdown: `# ${String(title)}\n\n${String(summary ?? '')}\n\n${about}${downloadsMarkdown(downloads, words)}`,
    search: plainSearch(String(title), about),
  };
}

/** Ten lines that run as they are. */
const FIRST_CALL: Readonly<Record<Language, string>> = {
  en: `import { createWeiban } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';

// No account? The sandbox answers as Weiban does.
const sandbox = await startSandbox();
const weiban = createWeiban(sandbox.clientOptions);

for await (const customer of weiban.externalUser.list.items())
  console.log(customer.name);
await sandbox.close();`,
  zh: `import { createWeiban } from 'weiban-openapi';
import { startSandbox } from 'weiban-openapi/sandbox';

// 没有账号？沙箱的响应和微伴一样
const sandbox = await startSandbox();
const weiban = createWeiban(sandbox.clientOptions);

for await (const customer of weiban.externalUser.list.items())
  console.log(customer.name);
await sandbox.close();`,
};

function errorsPage(model: Model, words: Words): SitePage {
  const view = errorsView(model, words.language);
  const title = words.page.errors;
  return {
    path: 'errors',
    title,
    source: page({ title, description: words.page.errorsText, layout: 'errors', view }, ''),
    markdown: errorsMarkdown(view, words),
    search: errorsSearch(title, [...view.common, ...view.single]),
  };
}

function webhooksPage(model: Model, words: Words): SitePage[] {
  const view = webhookViews(model, words);
  const title = words.page.webhooks;
  const source = page({ title, description: words.page.webhooksText, layout: 'webhooks', view }, '');
  const search = webhooksSearch(title, view);
  return view.length === 0
    ? []
    : [{ path: 'webhooks', title, source, markdown: webhooksMarkdown(view, words), search }];
}

function guidePage({ name, title, text }: Guide): SitePage {
  return { path: `guides/${name}`, title, source: page({ title }, text), markdown: text };
}
