import { factsAt, pageOfFacts } from './page-of-facts.ts';
import { renderText } from './render-page.ts';

/** Ten edits of different kinds, each with its name and the change that it makes. */
export const edits: [what: string, from: string, to: string, change: object][] = [
  ['title', '获取商机详情', '查询商机详情', { kind: 'changed', what: 'title', to: '查询商机详情' }],
  ['licence', '销售席位', '基础席位', { kind: 'changed', what: 'seat', from: 'sales', to: 'base' }],
  ['date', '2024-03-05', '2025-01-02', { kind: 'changed', what: 'modified', to: '2025-01-02 07:16:27' }],
  [
    'new error',
    '22203 |',
    '22299 | 新的错误 |\n22203 |',
    { kind: 'added', what: 'error', where: '22299', to: '新的错误' },
  ],
  ['lost error', /22201 \|.*\n/.source, '', { kind: 'removed', what: 'error', where: '22201' }],
  [
    'required',
    'serial_number\nstring\n',
    'serial_number\nstring\n必需\n',
    { what: 'query parameter: required', where: 'serial_number', from: false, to: true },
  ],
  [
    'new parameter',
    'access_token\nstring',
    'extra\ninteger\naccess_token\nstring',
    { kind: 'added', what: 'query parameter', where: 'extra', to: 'integer' },
  ],
  [
    'type',
    'stage_id\ninteger',
    'stage_id\nstring',
    { what: 'answer field: type', where: 'opportunity.stage_id', from: 'integer', to: 'string' },
  ],
  [
    'new field',
    'user_type\nstring\n必需',
    'user_type\nstring\n必需\nwon\nboolean',
    { kind: 'added', what: 'answer field', where: 'opportunity.won', to: 'boolean' },
  ],
  [
    'lost field',
    'remark\nstring\n必需\n',
    '',
    { kind: 'removed', what: 'answer field', where: 'opportunity.remark' },
  ],
];

/** The page of opportunity/one with some of the edits, and with a matching example. */
export function editedPage(names: readonly string[]): string {
  let text = renderText(pageOfFacts(factsAt('/open-api/opportunity/one')));
  const has = (name: string) => names.includes(name);
  for (const [what, from, to] of edits)
    if (has(what)) text = text.replace(what === 'lost error' ? new RegExp(from) : from, to);
  if (has('type')) text = text.replace('"stage_id": 0', '"stage_id": "0"');
  if (has('new field')) text = text.replace('"user_type": "string"', '"user_type": "string",\n"won": true');
  if (has('lost field')) text = text.replace('"remark": "string",\n', '');
  return text;
}
