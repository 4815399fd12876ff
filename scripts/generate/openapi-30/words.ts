/** The sentences that this emitter adds to descriptions, in one language. */
export interface Words {
  readonly units: Readonly<Record<string, string>>;
  readonly jsonText: string;
  readonly types: (names: string) => string;
  readonly errors: string;
  readonly webhooks: string;
  readonly colon: string;
  /** Whether errors are told in Chinese. */
  readonly isChinese: boolean;
}

export const WORDS: Readonly<Record<'en' | 'zh', Words>> = {
  en: {
    units: {
      'unix-seconds': 'Unix time in seconds.',
      'unix-milliseconds': 'Unix time in milliseconds.',
      fen: 'In fen (0.01 yuan).',
      yuan: 'In yuan.',
    },
    jsonText: 'The value as JSON text.',
    types: (names) => `Its type is one of: ${names}.`,
    errors: 'Errors:',
    webhooks:
      'OpenAPI 3.0 has no webhooks; the schemas whose names end in Message are the messages that are pushed.',
    colon: ': ',
    isChinese: false,
  },
  zh: {
    units: {
      'unix-seconds': 'Unix 时间戳（秒）。',
      'unix-milliseconds': 'Unix 时间戳（毫秒）。',
      fen: '单位：分（0.01 元）。',
      yuan: '单位：元。',
    },
    jsonText: '值为 JSON 文本。',
    types: (names) => `类型为以下之一：${names}。`,
    errors: '错误码：',
    webhooks: 'OpenAPI 3.0 没有 webhooks；名称以 Message 结尾的 schema 是推送消息的结构。',
    colon: '：',
    isChinese: true,
  },
};
