import type { Language } from '../spec/model.ts';

/** The fixed words of generated comments and documents, in English and Chinese. `{name}` stands for a value. */
const WORDS = {
  // Methods
  methods: [
    'Every operation as a method. Names follow the path: its first segment, then the rest.',
    '每个接口一个方法。方法名由路径得出：先是第一段，再是其余部分。',
  ],
  groupMethods: ['The methods of `{group}`.', '`{group}` 的方法。'],
  category: ['Category `{name}`: {text}', '分类“{name}”：{text}'],
  categoryOnly: ['Category `{name}`', '分类“{name}”'],
  groupMethod: ['- `{method}()`: {text}', '- `{method}()`：{text}'],
  moreMethods: ['- … and {count} more', '- ……另有 {count} 个'],
  oneOf: ['At least one of {names} is required.', '{names} 至少填写一个。'],
  choice: ['- `{name}`: {text}', '- `{name}`：{text}'],
  bodyType: [
    'The body is sent as {type}; the API also takes {others}.',
    '请求体以 {type} 发送；接口也接受 {others}。',
  ],
  sentTwice: ['Sent twice ({safety}): {text}', '重复发送（{safety}）：{text}'],
  seat: ['seat: {seat}', '席位：{seat}'],
  status: ['status: {status}', '状态：{status}'],
  errors: ['Errors:', '错误：'],
  error: ['- {name} ({code}): {text}', '- {name}（{code}）：{text}'],
  errorOnly: ['- {name} ({code})', '- {name}（{code}）'],
  batchCall: [
    'The call of {id}, and ways to send a longer list than one call holds.',
    '{id} 的调用，以及列表超过单次上限时的分批发送。',
  ],
  batchAll: [
    'Sends a list of any length in several calls; the rows of all answers, in the order of the list.',
    '把任意长度的列表分成多次调用发送；按列表顺序返回所有响应中的行。',
  ],
  batchBatches: [
    'Sends a list of any length in several calls, and yields the outcome of each in the order of the list.',
    '把任意长度的列表分成多次调用发送；按列表顺序逐个返回每次调用的结果。',
  ],
  // Types
  params: ['Arguments of {id}.', '{id} 的参数。'],
  paramsOneOf: ['Arguments of {id}: at least one of {names}.', '{id} 的参数：{names} 至少填写一个。'],
  fieldsOneOf: [
    'The single arguments of {id}, which needs at least one of {names}.',
    '{id} 的各个参数；{names} 至少填写一个。',
  ],
  result: ['What {id} answers.', '{id} 的返回值。'],
  row: ['A row of {id}.', '{id} 返回的一行。'],
  entry: ['An item of the list that {id} takes.', '{id} 所接受的列表中的一项。'],
  everyParams: ['The arguments of every operation, by operationId.', '每个接口的参数，以 operationId 为键。'],
  // Values
  sentAs: ['Sent as the {place} {name}.', '作为{place} {name} 发送。'],
  place_path: ['path parameter', '路径参数'],
  place_query: ['query parameter', '查询参数'],
  place_querystring: ['query string', '查询字符串'],
  place_header: ['header', '请求头'],
  place_cookie: ['cookie', 'Cookie'],
  meaning: ['{value}: {text}', '{value}：{text}'],
  'evidence_public-code': [
    'On no page of the documentation: known from public programs.',
    '文档中没有，来自公开的程序代码。',
  ],
  evidence_recording: [
    'On no page of the documentation: known from recorded answers.',
    '文档中没有，来自录制的响应。',
  ],
  'unit_unix-seconds': ['Unix time in seconds.', 'Unix 时间戳（秒）。'],
  'unit_unix-milliseconds': ['Unix time in milliseconds.', 'Unix 时间戳（毫秒）。'],
  unit_fen: ['In fen (0.01 yuan).', '单位：分（0.01 元）。'],
  unit_yuan: ['In yuan.', '单位：元。'],
  limits: ['Limits: {limits}.', '限制：{limits}。'],
  limit_minimum: ['at least {value}', '最小 {value}'],
  limit_maximum: ['at most {value}', '最大 {value}'],
  limit_minItems: ['items at least {value}', '至少 {value} 项'],
  limit_maxItems: ['items at most {value}', '最多 {value} 项'],
  limit_minLength: ['characters at least {value}', '至少 {value} 个字符'],
  limit_maxLength: ['characters at most {value}', '最多 {value} 个字符'],
  'limit_x-max-bytes': ['bytes at most {value}', '最多 {value} 字节'],
  default: ['Default: {value}.', '默认：{value}。'],
  deprecated: ['Deprecated.', '已弃用。'],
  // Error codes
  errorCode: [
    'Every documented error code, by name. Several names may share a code.',
    '所有有文档的错误码，以名称为键。多个名称可能共用一个错误码。',
  ],
  errorName: ['The name of any documented error.', '任一有文档的错误的名称。'],
  errorCodes: ['The code of each name.', '每个名称对应的错误码。'],
  globalErrorName: [
    'The names of the errors that any operation can answer.',
    '任何接口都可能返回的错误的名称。',
  ],
  globalErrors: [
    'How the client handles each error that any operation can answer.',
    '对任何接口都可能返回的错误，客户端分别如何处理。',
  ],
  operationErrors: ['The errors that {id} documents.', '{id} 的文档列出的错误。'],
  // OpenAPI 3.0
  documentError: ['- `{code}` {name}: {text}', '- `{code}` {name}：{text}'],
  jsonText: ['The value as JSON text.', '值为 JSON 文本。'],
  types: ['Its type is one of: {names}.', '类型为以下之一：{names}。'],
  noWebhooks: [
    'OpenAPI 3.0 has no webhooks; the schemas whose names end in Message are the messages that are pushed.',
    'OpenAPI 3.0 没有 webhooks；名称以 Message 结尾的 schema 是推送消息的结构。',
  ],
  // Postman
  required: ['Required. ', '必填。'],
  bodyFields: ['Fields of the body:', '请求体字段：'],
  sampleText: ['example', '示例'],
  exampleAnswer: ['Example', '响应示例'],
  sandboxEnvironment: ['{title}: sandbox', '{title}：沙箱'],
  productionEnvironment: ['{title}: production', '{title}：正式环境'],
  useEnvironment: [
    'Choose an environment: the sandbox, which `npx weiban sandbox --port {port}` runs on your machine, or production with your own credentials.',
    '请先选择环境：沙箱（先用 `npx weiban sandbox --port {port}` 在本机启动），或填好自己凭据的正式环境。',
  ],
  useToken: [
    'Send “{name}” first: its script stores the token in the environment, and every other request carries it. Send it again when the token has expired.',
    '先发送“{name}”：它的脚本把 token 存入环境变量，其他请求都会带上。token 过期后重新发送一次即可。',
  ],
  // Punctuation
  comma: [', ', '、'],
  semicolon: ['; ', '；'],
  clause: [', ', '，'],
} as const satisfies Readonly<Record<string, readonly [en: string, zh: string]>>;

/** The name of a fixed text. */
export type Word = keyof typeof WORDS;

/** Whether there is a fixed text of this name. */
export function isWord(name: string): name is Word {
  return Object.hasOwn(WORDS, name);
}

/** A fixed text in a language, with its values filled in. */
export function say(
  language: Language,
  word: Word,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text: string = WORDS[word][language === 'zh' ? 1 : 0];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
