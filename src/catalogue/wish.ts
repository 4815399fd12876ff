/** The operation as far as a wish concerns it. */
interface Wished {
  readonly safety: string;
}

/** Words of somebody who wants to know something. */
const ASKS =
  /哪些|哪个|哪几|哪里|谁|多少|几个|几次|什么|怎么样|情况|结果|进度|列表|名单|明细|详情|记录|查|看|找|统计|列出|是否|是不是|有没有|吗|？|\?|\b(which|who|what|when|where|how many|list|show|find|get|look)\b/i;

/** Words of somebody who wants something done. */
const ORDERS =
  /创建|新建|新增|添加|加上|加个|加一|打上|打标|打个|删除|删掉|去掉|移除|取消|修改|更新|改成|改为|改一|发送|发一|发给|群发给|通知|提醒|导入|同步|关闭|关掉|分配|分给|转给|转交|提交|通过|驳回|建一|提一|\b(create|add|delete|remove|update|change|send|import|close|assign|submit|approve)\b/i;

/**
 * How well an operation fits what a query wants, as a factor: a question wants to read, an order wants to write. "Which tickets
 * were closed" is a question, although "closed" is in it.
 */
export function wishOf(query: string): (operation: Wished) => number {
  if (ASKS.test(query)) return ({ safety }) => (safety === 'read' ? 1 : 0.5);
  if (ORDERS.test(query)) return ({ safety }) => (safety === 'read' ? 0.6 : 1);
  return () => 1;
}
