import { sameValues, texts } from '../../generated/sandbox.ts';
import type { SandboxPerson } from './persons.ts';

/** Texts for a place, with `#` for a digit that the seed decides, or a member of a person. */
type TextRow = readonly [place: RegExp, texts: readonly string[] | keyof SandboxPerson];
/** Integers for a place: the lowest, the highest, and the step between two of them. */
type NumberRow = readonly [place: RegExp, lowest: number, highest: number, step: number];

const STAFF_IDS = ['ZhangSan', 'LiSi', 'WangWu', 'ZhaoLiu', 'ChenJing', 'LiuYang'];
const COMPANIES = ['示例科技有限公司', '星河软件有限公司', '远山商贸有限公司', '青禾教育咨询有限公司'];

/**
 * Values of texts that no recording has. A place is the operationId and the dotted path in its answer, without the
 * numbers of rows and without `_list` at its end. The first row that matches decides; the rows of `spec/sandbox.yaml`, about
 * the vendor's own fields, come first.
 */
export const TEXTS: readonly TextRow[] = [
  ...texts,
  [/(avatar|url|link|qr_code|moment_cover)$/, ['https://example.com/files/######']],
  [/(phone|mobile|phone_num|phone_number)$/, 'phone'],
  [/telephone$/, ['0755-8#######']],
  [/email$/, 'email'],
  [/unionids?$/, 'unionid'],
  [/openid$/, 'openid'],
  [/staff[^.]*[._](ext_)?id$/, STAFF_IDS],
  [/help_(staff|user)$/, STAFF_IDS],
  [/english_name$/, ['Alex Zhang', 'Grace Li', 'Leo Wang', 'Nina Chen']],
  [/(external_)?position$/, ['销售经理', '采购主管', '客户成功经理', '总经理']],
  [/corp(_full)?_name$/, COMPANIES],
  [/(organization|company)\.name$/, COMPANIES],
  [/(^|[._])(staff|user|customer|contact|member|owner)[^.]*\.(name|alias)$/, 'name'],
  [/(staff|user|customer|creator|handler|relation|target|from)_name$/, 'name'],
  [/(nickname|owner|alias)$/, 'name'],
  [/file_name$/, ['产品手册.pdf', '报价单.pdf', '客户案例.pdf']],
  [/file_type$/, ['pdf']],
  [/(fail|failed)_reason$/, ['预算不足', '选择了其他供应商', '项目取消']],
  [/options$/, ['选项一', '选项二', '选项三']],
  [/address$/, ['深圳市南山区示例路#号', '杭州市西湖区样例街#号']],
  [/\.age$/, ['2#', '3#', '4#']],
  [/\.qq$/, ['1########']],
  [/weibo$/, ['示例微博']],
  [/birthday$/, ['2月15', '8月20', '11月3']],
  [/city$/, ['武汉', '深圳', '杭州']],
  [/remark$/, ['下周回访', '已寄样品', '需要报价单']],
  [/(title|\.name)$/, ['示例一', '示例二', '示例三']],
  [/(content|desc|description|digest)$/, ['这是一段示例内容。']],
  [/(_id|\.id|_no|_number|_ids|_hash)$/, ['10########']],
  [/(_total|_size|_count|_code)$/, ['1##']],
];

/** Values of numbers that no recording has, except times. */
export const NUMBERS: readonly NumberRow[] = [
  [/gender$/, 1, 2, 1],
  [/(_|\.)id$/, 10_000, 99_999, 1],
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

/** Places that have one value wherever they are, such as the company's id, and the key that decides it. */
export const SAME: readonly (readonly [place: RegExp, key: string])[] = sameValues;
