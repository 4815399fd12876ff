/**
 * Apifox's words for the state of an endpoint, in documents and on pages, with the state in the notation of
 * the facts.
 */
const STATES = new Map([
  ['released', 'released'],
  ['designing', 'designing'],
  ['pending', 'designing'],
  ['developing', 'in development'],
  ['integrating', 'in integration'],
  ['testing', 'testing'],
  ['tested', 'tested'],
  ['deprecated', 'deprecated'],
  ['obsolete', 'deprecated'],
  ['exception', 'broken'],
  ['已发布', 'released'],
  ['设计中', 'designing'],
  ['待确定', 'designing'],
  ['开发中', 'in development'],
  ['联调中', 'in integration'],
  ['测试中', 'testing'],
  ['已测完', 'tested'],
  ['将废弃', 'to be deprecated'],
  ['已废弃', 'deprecated'],
  ['模型异常', 'broken'],
]);

/** Translates Apifox's word for an endpoint's state; undefined for any other word. */
export function readStatus(word: string): string | undefined {
  return STATES.get(word);
}
