// Short words that are no sentence: bare nouns, the words of salespeople, and English. Unlike the thirty questions of test/mcp/questions,
// they were written along with the search.
import { expect, test } from 'vitest';
import { searchOperations } from '../../src/catalogue/index.ts';

const searches: [words: string, answers: string][] = [
  // A bare noun asks for what there is.
  ['素材', 'materialLibrary.list'],
  ['话术', 'quickReplyV3.list'],
  ['工单', 'workorder.list'],
  ['标签', 'tag.list tag.v2List'],
  ['人群包', 'externalUserPackage.list'],
  ['门店', 'contactWay.storeList'],
  ['任务宝', 'activityFission.missionList'],
  ['订单', 'ltc.orderList order.list'],
  ['商品', 'order.getItemList'],
  ['新增客户', 'externalUserStaffRelation.list externalUser.updateList externalUser.list'],
  ['新添加的联系人', 'externalUserStaffRelation.list externalUser.updateList externalUser.list'],
  // A verb at the end wants it done.
  ['工单关单', 'workorder.close'],
  ['标签新建', 'tag.create'],
  ['素材上传', 'materialLibrary.add'],
  ['工单内容修改', 'workorder.update'],
  // The values of an argument.
  ['文章', 'materialLibrary.list interactRadar.list'],
  ['PPT 文件', 'materialLibrary.list interactRadar.list'],
  ['Excel 文件', 'materialLibrary.list interactRadar.list'],
  ['已解散的群', 'groupChat.list'],
  ['进行中的任务宝', 'activityFission.missionList'],
  // The words of salespeople.
  ['转介绍活动', 'activityFission.missionList'],
  ['在谈的单子', 'opportunity.list'],
  ['成单率', 'opportunity.list'],
  ['生意进展', 'opportunity.list opportunity.one'],
  ['店长', 'contactWay.storeList'],
  ['资料库', 'materialLibrary.list'],
  ['图文素材', 'materialLibrary.list'],
  ['标准回答', 'quickReplyV3.list'],
  ['打款记录', 'ltc.returnedMoneyList'],
  ['会员积分', 'externalUser.integralList externalUser.integralRecordList'],
  ['掉粉', 'externalUser.listOutflow'],
  ['客诉', 'workorder.list workorder.create'],
  ['聊天存档', 'chat.messageList chat.messageListV2 chatZone.messageList chat.sessionList'],
  ['人员名册', 'staff.list'],
  // English.
  ['audience', 'externalUserPackage.list'],
  ['deals', 'opportunity.list'],
  ['sales funnel', 'opportunity.list'],
  ['mass message results', 'groupMsg.result customerGroupMsg.result'],
  ['referral campaign', 'activityFission.missionList'],
  ['support cases', 'workorder.list'],
  ['article', 'materialLibrary.list interactRadar.list'],
  ['canned replies', 'quickReplyV3.list'],
  ['survey answers', 'smartForm.formUserSubmitList'],
  ['loyalty points balance', 'externalUser.integralList'],
  ['churned customers', 'externalUser.listOutflow'],
  ['colleagues', 'staff.list'],
  ['org chart', 'department.list'],
  ['who viewed the brochure', 'interactRadar.statisticListV2'],
  ['scans of a qr code', 'contactWay.list'],
  ['payments received', 'ltc.returnedMoneyList'],
  ['chat history', 'chat.messageList chat.messageListV2 chatZone.messageList'],
  ['who left the group', 'groupChat.memberList'],
  ['purchases of a customer', 'order.list'],
  ['remind a colleague', 'staffMessage.send'],
  ['transfer a ticket', 'workorder.switch'],
  ['unclaimed leads', 'sea.list leads.receive contact.list'],
];

test.each(searches)('%s: one of %s is among the first three', (words, answers) => {
  const first = searchOperations([words], 'zh')
    .slice(0, 3)
    .map(({ name }) => name);
  expect(first.filter((name) => answers.split(' ').includes(name))).not.toEqual([]);
});

test.each([
  ['客户标签', 'tag.list'],
  ['客户标签修改', 'tag.batchUpdate'],
])('%s finds first %s', (words, first) => {
  expect(searchOperations([words], 'zh')[0]?.name).toBe(first);
});
