import type { Drift } from '../../../src/sandbox/drift.ts';
import type { Language } from '../page-words.ts';
import type { Problem } from './form.ts';
import type { NetworkName, Outcome } from './outcomes.ts';

/** The fixed texts of the page, in one language. */
export interface Words {
  /** Between two sentences. */
  readonly between: string;
  readonly required: string;
  readonly more: (count: number) => string;
  readonly either: (names: readonly string[]) => string;
  readonly oneALine: string;
  readonly json: string;
  readonly localTime: string;
  readonly notSent: string;
  readonly fallback: (value: string) => string;
  readonly example: (value: string) => string;
  readonly limits: Readonly<Record<string, (value: number) => string>>;
  readonly problems: Readonly<Record<Problem, string>>;
  readonly form: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<Outcome['kind'] | 'common', string>>;
  readonly network: Readonly<Record<NetworkName, string>>;
  readonly drifts: Readonly<Record<Drift, string>>;
  readonly pace: (times: number) => string;
  readonly send: string;
  readonly sending: string;
  readonly reset: string;
  readonly wasReset: string;
  readonly code: string;
  readonly steps: string;
  readonly request: string;
  readonly tokenRequest: string;
  readonly failed: string;
  readonly waited: (seconds: string) => string;
  readonly answer: string;
  readonly empty: string;
  readonly noFields: string;
  readonly raw: string;
  readonly items: (count: string) => string;
  readonly fields: (count: string) => string;
  readonly success: string;
  readonly page: (number: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly lastPage: string;
  readonly failure: (name: string) => string;
  readonly meaning: string;
  readonly advice: string;
  readonly departures: string;
  readonly noDepartures: string;
  readonly departure: (expected: string, got: string) => string;
}

const en: Words = {
  between: ' ',
  required: 'required',
  more: (count) => `${count} optional ${count === 1 ? 'argument' : 'arguments'}`,
  either: (names) => `At least one of ${names.join(', ')} is required.`,
  oneALine: 'One value per line.',
  json: 'As JSON.',
  localTime: 'In your time zone; sent as Unix time.',
  notSent: 'not sent',
  fallback: (value) => `Default: ${value}.`,
  example: (value) => `Example: ${value}`,
  limits: {
    minimum: (value) => `At least ${value}.`,
    maximum: (value) => `At most ${value}.`,
    minLength: (value) => `At least ${value} characters.`,
    maxLength: (value) => `At most ${value} characters.`,
    minItems: (value) => `At least ${value} values.`,
    maxItems: (value) => `At most ${value} values.`,
    'x-max-bytes': (value) => `At most ${value} bytes.`,
  },
  problems: {
    number: 'This is not a number.',
    time: 'This is not a date and time.',
    json: 'This is not JSON.',
    value: 'This is not one of the values.',
  },
  form: 'Arguments of the call',
  outcome: 'Answer with',
  outcomes: {
    usual: 'the usual answer',
    error: 'Errors of this operation',
    expired: 'an expired token',
    common: 'Token and limits',
    network: 'Network',
    drift: 'An answer that departs from the specification',
  },
  network: {
    slow: 'a slow answer (20 s)',
    stall: 'no answer at first',
    html502: 'a proxy’s page (HTTP 502) at first',
    truncated: 'half an answer at first',
    reset: 'a broken connection at first',
  },
  drifts: {
    missing: 'a field is missing',
    rename: 'a field has another name',
    retype: 'a field has another type',
    null: 'a field is null',
    enum: 'a field has a new value',
    extra: 'there is an additional field',
  },
  pace: (times) => `Time runs ${times} times faster during this call, so that you need not wait.`,
  send: 'Send',
  sending: 'Sending…',
  reset: 'Reset the sandbox',
  wasReset: 'The sandbox is as it was at the start.',
  code: 'TypeScript',
  steps: 'What the client did',
  request: 'Request',
  tokenRequest: 'requested a token',
  failed: 'no usable answer',
  waited: (seconds) => `waited ${seconds} s`,
  answer: 'Result',
  empty: 'The operation returns only the code and the message.',
  noFields: 'The result has no fields.',
  raw: 'The answer as it arrived',
  items: (count) => `${count} ${count === '1' ? 'item' : 'items'}`,
  fields: (count) => `${count} ${count === '1' ? 'field' : 'fields'}`,
  success: 'The call succeeded.',
  page: (number) => `Page ${number}`,
  previous: 'Previous page',
  next: 'Next page',
  lastPage: 'That was the last page.',
  failure: (name) => `The call failed: ${name}`,
  meaning: 'Meaning',
  advice: 'What to do',
  departures: 'What the client’s validation reports',
  noDepartures: 'Validation reports nothing: the specification allows this difference.',
  departure: (expected, got) => `expected ${expected}, got ${got}`,
};

const zh: Words = {
  between: '',
  required: '必填',
  more: (count) => `${count} 个可选参数`,
  either: (names) => `${names.join('、')} 至少传一个。`,
  oneALine: '每行一个值。',
  json: '以 JSON 填写。',
  localTime: '按你所在的时区填写，以 Unix 时间戳发送。',
  notSent: '不传',
  fallback: (value) => `默认值：${value}。`,
  example: (value) => `示例：${value}`,
  limits: {
    minimum: (value) => `最小 ${value}。`,
    maximum: (value) => `最大 ${value}。`,
    minLength: (value) => `至少 ${value} 个字符。`,
    maxLength: (value) => `最多 ${value} 个字符。`,
    minItems: (value) => `至少 ${value} 个。`,
    maxItems: (value) => `最多 ${value} 个。`,
    'x-max-bytes': (value) => `最多 ${value} 字节。`,
  },
  problems: {
    number: '这不是数字。',
    time: '这不是有效的日期和时间。',
    json: '这不是有效的 JSON。',
    value: '不在可选值之内。',
  },
  form: '调用参数',
  outcome: '沙箱返回',
  outcomes: {
    usual: '正常结果',
    error: '本接口的错误',
    expired: 'token 已过期',
    common: 'token 与限流',
    network: '网络',
    drift: '与规范不一致的响应',
  },
  network: {
    slow: '响应很慢（20 秒）',
    stall: '第一次没有响应',
    html502: '第一次返回代理页面（HTTP 502）',
    truncated: '第一次响应只有一半',
    reset: '第一次连接中断',
  },
  drifts: {
    missing: '缺少字段',
    rename: '字段改名',
    retype: '字段类型变化',
    null: '字段为 null',
    enum: '字段出现新的值',
    extra: '多出字段',
  },
  pace: (times) => `本次调用期间时间加快到 ${times} 倍，无需久等。`,
  send: '发送',
  sending: '发送中…',
  reset: '重置沙箱',
  wasReset: '沙箱已恢复到初始状态。',
  code: 'TypeScript',
  steps: '客户端做了什么',
  request: '请求',
  tokenRequest: '获取 token',
  failed: '没有可用的响应',
  waited: (seconds) => `等待 ${seconds} 秒`,
  answer: '返回结果',
  empty: '该接口只返回错误码和消息。',
  noFields: '返回结果中没有字段。',
  raw: '原始响应',
  items: (count) => `${count} 项`,
  fields: (count) => `${count} 个字段`,
  success: '调用成功。',
  page: (number) => `第 ${number} 页`,
  previous: '上一页',
  next: '下一页',
  lastPage: '已经是最后一页。',
  failure: (name) => `调用失败：${name}`,
  meaning: '含义',
  advice: '如何处理',
  departures: '客户端的校验报告',
  noDepartures: '校验没有报告：规范允许这种差异。',
  departure: (expected, got) => `应为 ${expected}，实际为 ${got}`,
};

/** The texts in a language. */
export function wordsIn(language: Language): Words {
  return language === 'zh' ? zh : en;
}
