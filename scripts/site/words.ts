import { type Language, PAGE_WORDS, type PageWords } from './page-words.ts';

/** The fixed words of the pages in one language. Everything else on them comes from the specification. */
export interface Words {
  readonly language: Language;
  /** The language's own name. */
  readonly name: string;
  readonly deprecated: string;
  readonly unknownType: string;
  readonly default: string;
  readonly exact: string;
  readonly jsonText: string;
  readonly units: Readonly<Record<string, string>>;
  readonly bounds: Readonly<Record<string, (value: number) => string>>;
  readonly places: Readonly<Record<string, string>>;
  readonly conditions: {
    readonly safety: string;
    readonly effect: string;
    readonly limit: string;
    readonly seat: string;
    readonly status: string;
    readonly envelope: string;
    readonly pages: string;
    readonly batches: string;
  };
  readonly safety: Readonly<Record<'read' | 'idempotent' | 'write', string>>;
  readonly effects: Readonly<Record<'delete' | 'send', string>>;
  readonly limits: Readonly<Record<'read' | 'write' | 'bulk', string>>;
  readonly per: Readonly<Record<string, (count: string) => string>>;
  readonly seats: Readonly<Record<string, string>>;
  readonly seat: (name: string) => string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly paging: Readonly<Record<'offset' | 'page' | 'cursor', string>>;
  readonly rowsIn: (field: string) => string;
  readonly upTo: (argument: string, max: string) => string;
  readonly corrected: Readonly<Record<string, string>>;
  readonly present: string;
  readonly page: PageWords;
}

const en: Words = {
  language: 'en',
  name: 'English',
  deprecated: 'deprecated',
  unknownType: 'unknown',
  default: 'default',
  exact: 'integer as digits',
  jsonText: 'JSON as text',
  units: {
    'unix-seconds': 'Unix time, seconds',
    'unix-milliseconds': 'Unix time, milliseconds',
    fen: 'fen (1/100 yuan)',
    yuan: 'yuan',
    'date-time': 'date and time',
    date: 'date',
  },
  bounds: {
    minimum: (value) => `≥ ${value}`,
    maximum: (value) => `≤ ${value}`,
    minItems: (value) => `at least ${value} items`,
    maxItems: (value) => `at most ${value} items`,
    minLength: (value) => `at least ${value} characters`,
    maxLength: (value) => `at most ${value} characters`,
    'x-max-bytes': (value) => `at most ${value} bytes`,
  },
  places: { query: 'query', path: 'path', header: 'header', cookie: 'cookie', body: 'body' },
  conditions: {
    safety: 'Repeating',
    effect: 'Effect',
    limit: 'Rate limit',
    seat: 'Licence',
    status: 'Status',
    envelope: 'Envelope',
    pages: 'Paging',
    batches: 'Long lists',
  },
  safety: {
    read: 'Changes nothing; the client sends it again after a failure.',
    idempotent: 'Sending it twice has the same effect as once; the client sends it again after a failure.',
    write: 'A write; the client sends it again only if the server certainly did not act on it.',
  },
  effects: {
    delete: 'Deletes data; no known call undoes that.',
    send: 'Sends: people receive something, or employees are to send it.',
  },
  limits: { read: 'reads', write: 'writes', bulk: 'bulk writes' },
  per: { minute: (count) => `${count} calls per minute`, hour: (count) => `${count} per hour` },
  seats: { none: 'none needed', unknown: 'not documented' },
  seat: (name) => `${name} seat`,
  statuses: {
    'in development': 'in development, says the documentation',
    testing: 'in testing, says the documentation',
    designing: 'being designed, says the documentation',
    deprecated: 'deprecated',
    observed: 'on no page of the documentation; known from public programs',
  },
  paging: { offset: 'By offset', page: 'By page number', cursor: 'By cursor' },
  rowsIn: (field) => `the rows are in \`${field}\`; \`.items()\` reads all of them.`,
  upTo: (argument, max) =>
    `\`${argument}\` holds up to ${max} items a call; \`.batches()\` sends a longer list.`,
  corrected: {},
  present: 'present',
  page: PAGE_WORDS.en,
};

const zh: Words = {
  language: 'zh',
  name: '中文',
  deprecated: '已弃用',
  unknownType: 'unknown',
  default: '默认值',
  exact: '以数字字符串表示的整数',
  jsonText: 'JSON 文本',
  units: {
    'unix-seconds': 'Unix 时间戳（秒）',
    'unix-milliseconds': 'Unix 时间戳（毫秒）',
    fen: '单位：分',
    yuan: '单位：元',
    'date-time': '日期时间',
    date: '日期',
  },
  bounds: {
    minimum: (value) => `≥ ${value}`,
    maximum: (value) => `≤ ${value}`,
    minItems: (value) => `至少 ${value} 项`,
    maxItems: (value) => `最多 ${value} 项`,
    minLength: (value) => `至少 ${value} 个字符`,
    maxLength: (value) => `最多 ${value} 个字符`,
    'x-max-bytes': (value) => `最多 ${value} 字节`,
  },
  places: { query: '查询参数', path: '路径参数', header: '请求头', cookie: 'Cookie', body: '请求体' },
  conditions: {
    safety: '重试',
    effect: '影响',
    limit: '频率限制',
    seat: '席位',
    status: '状态',
    envelope: '响应格式',
    pages: '分页',
    batches: '长列表',
  },
  safety: {
    read: '只读，失败后客户端会自动重试。',
    idempotent: '重复调用结果相同，失败后客户端会自动重试。',
    write: '写操作，只有确定服务端未执行时，客户端才会重试。',
  },
  effects: {
    delete: '删除数据，没有已知接口可以撤销。',
    send: '发送操作，有人会收到内容，或由员工发送。',
  },
  limits: { read: '读接口', write: '写接口', bulk: '批量写接口' },
  per: { minute: (count) => `每分钟 ${count} 次`, hour: (count) => `每小时 ${count} 次` },
  seats: { none: '无需席位', unknown: '文档未说明' },
  seat: (name) => `${name}席位`,
  statuses: {
    'in development': '文档标为开发中',
    testing: '文档标为测试中',
    designing: '文档标为设计中',
    deprecated: '已弃用',
    observed: '没有文档页，见于公开的程序代码',
  },
  paging: { offset: '按 offset 分页', page: '按页码分页', cursor: '按游标分页' },
  rowsIn: (field) => `列表在 \`${field}\` 中；用 \`.items()\` 可遍历全部。`,
  upTo: (argument, max) => `\`${argument}\` 单次最多 ${max} 项；更长的列表用 \`.batches()\` 发送。`,
  corrected: {
    type: '类型',
    values: '取值',
    required: '必填',
    'left out': '未收录',
    'type unknown': '类型未知',
  },
  present: '有此字段',
  page: PAGE_WORDS.zh,
};

/** The fixed words, by language. */
export const WORDS: Readonly<Record<Language, Words>> = { zh, en };
