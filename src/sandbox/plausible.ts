import type { SandboxPerson } from './persons.ts';

/** Texts for a place, with `#` for a digit that the seed decides, or a member of a person. */
type TextRow = readonly [place: RegExp, texts: readonly string[] | keyof SandboxPerson];
/** Integers for a place: the lowest, the highest, and the step between two of them. */
type NumberRow = readonly [place: RegExp, lowest: number, highest: number, step: number];

const STAFF_IDS = ['ZhangSan', 'LiSi', 'WangWu', 'ZhaoLiu', 'ChenJing', 'LiuYang'];
const COMPANIES = ['示例科技有限公司', '星河软件有限公司', '远山商贸有限公司', '青禾教育咨询有限公司'];
const TAGS = ['高意向', '已报价', '老客户', '待回访', '重点跟进'];

/**
 * Values of texts that no recording has. A place is the operationId and the dotted path in its answer, without the
 * numbers of rows and without `_list` at its end. The first row that matches decides.
 */
export const TEXTS: readonly TextRow[] = [
  [/\.errmsge?$/, ['ok']],
  [/status_message$/, ['success']],
  [/corp_id$/, ['16000000000000#####']],
  [/(avatar|url|link|qr_code|moment_cover)$/, ['https://example.com/files/######']],
  [/(phone|mobile|phone_num|phone_number)$/, 'phone'],
  [/telephone$/, ['0755-8#######']],
  [/email$/, 'email'],
  [/unionids?$/, 'unionid'],
  [/openid$/, 'openid'],
  [/(external_user|customer|eu|target)(_ext)?_id$/, 'externalUserId'],
  [/(external_user|customer)[^.]*\.(ext_)?id$/, 'externalUserId'],
  [/(external_user|customer)$/, 'externalUserId'],
  [/[Pp]ackage[^.]*\.objects\.ext_id$/, 'externalUserId'],
  [/department[^.]*_id$/, ['####']],
  [/departments?$/, ['销售一部', '销售二部', '客户成功部', '市场部']],
  [/staff[^.]*[._](ext_)?id$/, STAFF_IDS],
  [/help_(staff|user)$/, STAFF_IDS],
  [/english_name$/, ['Alex Zhang', 'Grace Li', 'Leo Wang', 'Nina Chen']],
  [/(external_)?position$/, ['销售经理', '采购主管', '客户成功经理', '总经理']],
  [/corp(_full)?_name$/, COMPANIES],
  [/(organization|company)\.name$/, COMPANIES],
  [/customer_level$/, ['A', 'B', 'C']],
  [/shop\.name$|store\.name$/, ['示例一店', '示例二店', '示例三店']],
  [/(^|[._])(staff|user|customer|contact|member|owner)[^.]*\.(name|alias)$/, 'name'],
  [/(staff|user|customer|creator|handler|relation|target|from)_name$/, 'name'],
  [/[Pp]ackage[^.]*\.objects\.name$/, 'name'],
  [/(nickname|owner|alias)$/, 'name'],
  [/stage_group(\.|_)name$/, ['标准销售流程', '大客户销售流程']],
  [/stage(\.|_)name$/, ['初步沟通', '需求确认', '方案报价', '商务谈判', '合同签订']],
  [/tag_group(_name)?$|tag_group\.name$|tags\.group$/, ['意向程度', '客户来源', '跟进状态']],
  [/tags?(_list|_rule)?(\.|_)name$/, TAGS],
  [/opportunity\.name$/, ['示例科技年度采购', '星河软件续费', '远山商贸门店扩容', '青禾教育新签']],
  [/event[^.]*\.(name|event_title|event_type)$/, ['电话沟通', '上门拜访', '产品演示']],
  [/event_tpl$/, ['客户访问了活动页面']],
  [/package[^.]*\.name$/, ['近三十天新增客户', '高意向客户', '待回访客户']],
  [/radar[^.]*(\.|_)name$|Radar[^.]*\.[^.]*\.name$/, ['产品介绍', '报价单', '客户案例']],
  [/file_name$/, ['产品手册.pdf', '报价单.pdf', '客户案例.pdf']],
  [/file_type$/, ['pdf']],
  [/(fail|failed)_reason$/, ['预算不足', '选择了其他供应商', '项目取消']],
  [/goods$/, ['标准版', '专业版', '企业版']],
  [/sku$/, ['一年版', '两年版', '三年版']],
  [/(eu_)?chat$/, ['wrSANDBOX######AAAAAAAAAAA']],
  [/field_name$/, ['预计签约时间', '客户预算', '决策人']],
  [/(field_type|property_type)$/, ['text']],
  [/create_source$/, ['manual']],
  [/target_type$/, ['external_user']],
  [/options$/, ['选项一', '选项二', '选项三']],
  [/address$/, ['深圳市南山区示例路#号', '杭州市西湖区样例街#号']],
  [/follow_staffs\.state$/, ['wb:###']],
  [/state_text$/, ['通过渠道码添加', '扫码添加']],
  [/state_type$/, ['corp_contact_way']],
  [/remark_state$/, ['展会', '官网', '老客户介绍']],
  [/\.age$/, ['2#', '3#', '4#']],
  [/\.qq$/, ['1########']],
  [/weibo$/, ['示例微博']],
  [/birthday$/, ['2月15', '8月20', '11月3']],
  [/field_value$/, ['预算五万', '三季度签约', '需要试用']],
  [/deleted_by$/, ['external_user']],
  [/city$/, ['武汉', '深圳', '杭州']],
  [/FormUserList\.result\.status$/, ['submit']],
  [/message_list\.type$/, ['text', 'image']],
  [/direction$/, ['receive']],
  [/remark$/, ['下周回访', '已寄样品', '需要报价单']],
  [/(title|\.name)$/, ['示例一', '示例二', '示例三']],
  [/(content|desc|description|digest)$/, ['这是一段示例内容。']],
  [/serial_number$/, ['SJ20240101####']],
  [/(_id|\.id|_no|_number|_ids|_hash)$/, ['10########']],
  [/(_total|_size|_count|_code)$/, ['1##']],
];

/** Values of numbers that no recording has, except times. */
export const NUMBERS: readonly NumberRow[] = [
  [/gender$/, 1, 2, 1],
  [/(_|\.)id$/, 10_001, 99_999, 1],
  [/(amount|price|money|fee)/, 10_000, 5_000_000, 10_000],
  [/rate$/, 10, 90, 10],
  [/(status|type|level)$/, 1, 3, 1],
  [/(index|order|days)$/, 1, 10, 1],
  [/(count|total|num)$/, 1, 200, 1],
];

/** Values of flags that no recording has. Without a row here, the seed decides. */
export const FLAGS: readonly (readonly [place: RegExp, value: boolean])[] = [
  [/deleted?$|(^|[._])is_(end|root|start)$|fail|expire/, false],
  [/enabled?$|authorized$|able$/, true],
];
