/** Apifox's states of an endpoint as facts write them, by its words for them in documents and on pages. */
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

/** An endpoint's state by Apifox's word for it; undefined for any other word. */
export function readStatus(word: string): string | undefined {
  return STATES.get(word);
}
