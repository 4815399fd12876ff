/** The languages of the site. */
export type Language = 'zh' | 'en';

/** The headings and sentences of the pages. The theme shows them, so they travel to the browser. */
export interface PageWords {
  readonly arguments: string;
  readonly result: string;
  readonly answer: string;
  readonly errors: string;
  readonly conditions: string;
  readonly evidence: string;
  readonly noArguments: string;
  readonly noResult: string;
  readonly noErrors: string;
  readonly anyError: string;
  readonly commonErrors: string;
  readonly singleErrors: string;
  readonly fromPage: string;
  readonly modified: string;
  readonly noPage: string;
  readonly agrees: string;
  readonly departs: string;
  readonly pageSays: string;
  readonly values: string;
  readonly deprecated: string;
  readonly listComma: string;
  readonly atLeastOne: string;
  readonly about: string;
  readonly samples: string;
  readonly optional: string;
  readonly required: string;
  readonly fieldCount: (count: number) => string;
  readonly fieldLink: string;
  readonly expandAll: string;
  readonly collapseAll: string;
  readonly asMarkdown: string;
  readonly webhooks: string;
  readonly webhooksText: string;
  readonly guides: string;
  readonly maintainers: string;
  readonly reference: string;
  readonly errorsText: string;
  readonly filter: string;
  readonly matches: (count: number, all: number) => string;
  readonly advice: string;
  readonly operations: string;
  readonly search: string;
  readonly start: string;
  readonly categories: string;
  readonly slogan: string;
  readonly pitch: readonly string[];
  readonly downloads: string;
  readonly openApi: string;
  readonly openApiForGenerators: string;
  readonly errorCodes: string;
  readonly chineseJson: string;
  readonly postman: string;
  readonly sandboxEnvironment: string;
  readonly productionEnvironment: string;
}

const en: PageWords = {
  arguments: 'Arguments',
  result: 'Result',
  answer: 'Answer, with one item of each list',
  errors: 'Errors',
  conditions: 'Before you call',
  evidence: 'Evidence',
  noArguments: 'None.',
  noResult: 'Nothing but the code and the message.',
  noErrors: 'The documentation lists no errors for this operation.',
  anyError: 'Any operation may also answer with:',
  commonErrors: 'Errors common to all operations',
  singleErrors: 'Errors of single operations',
  fromPage: 'From the vendor’s page',
  modified: 'last modified',
  noPage: 'Its page in the documentation is not known.',
  agrees: 'The specification agrees with that page.',
  departs: 'The specification departs from that page here:',
  pageSays: 'the page says',
  values: 'Values',
  deprecated: 'The documentation marks this operation as deprecated.',
  listComma: ', ',
  atLeastOne: 'At least one of these is required:',
  about: 'About the API',
  samples: 'Samples',
  optional: 'may be absent',
  required: 'required',
  fieldCount: (count) => `${count} ${count === 1 ? 'field' : 'fields'}`,
  fieldLink: 'Link to',
  expandAll: 'Unfold all',
  collapseAll: 'Fold all',
  asMarkdown: 'As Markdown',
  webhooks: 'Pushed messages',
  webhooksText: 'Messages that Weiban pushes to an address of the company.',
  guides: 'Guides',
  maintainers: 'For maintainers',
  reference: 'Reference',
  errorsText: 'A code may mean different things for different operations; a name has one meaning.',
  filter: 'Filter by code, name or words',
  matches: (count, all) => `${count} of ${all} errors`,
  advice: 'What to do',
  operations: 'Operations:',
  search: 'Search operations, fields and errors',
  start: 'Get started',
  categories: 'Operations by category',
  slogan: 'The Weiban (微伴助手) open API, typed and explained',
  pitch: [
    'A TypeScript client that handles the token, limits and retries',
    'Every operation, field and error described in English and Chinese',
    'A sandbox: try any call without an account',
  ],
  downloads: 'Download the API as a document',
  openApi: 'OpenAPI 3.1, complete',
  openApiForGenerators: 'OpenAPI 3.0, for generators of other languages',
  errorCodes: 'Every error, with advice',
  chineseJson: 'JSON in Chinese',
  postman: 'A collection for Postman and Apifox',
  sandboxEnvironment: 'environment of the sandbox',
  productionEnvironment: 'environment of production',
};

const zh: PageWords = {
  arguments: '参数',
  result: '返回',
  answer: '响应示例（列表只列一项）',
  errors: '错误',
  conditions: '调用须知',
  evidence: '信息来源',
  noArguments: '无。',
  noResult: '只有错误码和错误信息。',
  noErrors: '文档没有为该接口列出错误码。',
  anyError: '任何接口还可能返回：',
  commonErrors: '公共错误',
  singleErrors: '各接口的错误',
  fromPage: '来自官方文档页',
  modified: '最后修改于',
  noPage: '没有找到对应的官方文档页。',
  agrees: '与该文档页一致。',
  departs: '与该文档页不一致之处：',
  pageSays: '文档写作',
  values: '取值',
  deprecated: '文档已把该接口标为弃用。',
  listComma: '、',
  atLeastOne: '以下参数至少传一个：',
  about: '关于接口',
  samples: '示例',
  optional: '可能没有',
  required: '必填',
  fieldCount: (count) => `${count} 个字段`,
  fieldLink: '链接到',
  expandAll: '全部展开',
  collapseAll: '全部收起',
  asMarkdown: 'Markdown 版',
  webhooks: '消息推送',
  webhooksText: '微伴推送到企业回调地址的消息。',
  guides: '指南',
  maintainers: '维护者指南',
  reference: '接口参考',
  errorsText: '同一错误码在不同接口里含义可能不同，错误名则只有一个含义。',
  filter: '按错误码、名称或文字筛选',
  matches: (count, all) => `${count} / ${all} 个错误`,
  advice: '处理建议',
  operations: '相关接口：',
  search: '搜索接口、字段、错误码',
  start: '快速开始',
  categories: '按分类浏览接口',
  slogan: '微伴助手开放接口：类型完备，说明详尽',
  pitch: [
    'TypeScript 客户端，token、限流、重试都已处理好',
    '每个接口、字段、错误码都有中英文说明',
    '自带沙箱，没有账号也能试调用',
  ],
  downloads: '下载接口文档',
  openApi: 'OpenAPI 3.1，完整版',
  openApiForGenerators: 'OpenAPI 3.0，供其他语言的代码生成器使用',
  errorCodes: '全部错误码及处理建议',
  chineseJson: '中文 JSON',
  postman: 'Postman、Apifox 接口集合',
  sandboxEnvironment: '沙箱环境',
  productionEnvironment: '正式环境',
};

/** The headings and sentences of the pages, by language. */
export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { zh, en };
