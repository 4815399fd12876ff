/** The operation as far as a wish concerns it. */
interface Wished {
  readonly safety: string;
}

/** Words of somebody who wants to know something. */
const ASKS =
  /哪些|哪个|哪几|哪里|谁|多少|什么|怎么样|进度|列表|名单|明细|详情|是否|是不是|有没有|吗|？|\?|\b(which|who|what|when|where|how many)\b/i;

/** Words of somebody who wants something done. */
const ORDERS =
  /^(请|麻烦|帮我|帮忙)*(给|把|让|通知|提醒|删|建|新建|创建|新增|添加|加|改|修改|更新|上传|导入|录入|同步|发|关|取消|移除|同意|通过|驳回|提交|分配|领取)|帮我(把|给|建|发|加|删|改)|创建|新建|打上|打标|删掉|去掉|移除|改成|改为|发一|发给|群发给|关掉|分给|转给|转交|录进|(新建|创建|添加|删除|修改|更新|上传|导入|录入|取消|关单)$|\b(create|add|delete|remove|update|change|send|import|close|assign|submit|approve)\b/i;

/** Words that ask, unless something is to be done. */
const LOOKS = /几个|几次|情况|结果|记录|查|看|找|统计|列出|\b(list|show|find|get|look)\b/i;

/**
 * How well an operation fits what a query wants, as a factor: a question wants to read, an order wants to write. "Which tickets
 * were closed" is a question, although "closed" is in it.
 */
export function wishOf(query: string): (operation: Wished) => number {
  const forReaders = ({ safety }: Wished) => (safety === 'read' ? 1 : 0.5);
  if (ASKS.test(query)) return forReaders;
  if (ORDERS.test(query)) return ({ safety }) => (safety === 'read' ? 0.6 : 1);
  if (LOOKS.test(query)) return forReaders;
  // A bare noun: who wants something done says so.
  return ({ safety }) => (safety === 'read' ? 1 : 0.9);
}
