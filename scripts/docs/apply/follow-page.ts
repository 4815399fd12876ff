import type { Compared } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import type { Located } from '../../evidence/compare/located.ts';
import { parseDocType } from '../../evidence/facts/doc-type.ts';
import { editAt, stepsTo } from './change.ts';
import type { Followed } from './field-places.ts';
import { addField, removeField } from './follow-presence.ts';
import { followRequired } from './follow-required.ts';
import { followKeyword, followValues } from './follow-values.ts';

/** Follows the page at one place where the specification differs from it and nobody gave a reason to. */
export function followPage(context: Context, compared: Compared): Followed {
  const { aspect, at, documented, specified, missing } = compared;
  if (aspect === 'type') return followType(at, String(documented), String(specified));
  if (aspect === 'required') return followRequired(context, compared);
  if (aspect === 'values') return followValues(context, compared);
  if (aspect === 'members') return 'the page shows no members where the specification has some';
  if (aspect !== 'presence')
    return followKeyword(context, compared, aspect === 'default' ? undefined : aspect);
  return missing === undefined ? removeField(context, compared) : addField(context, compared, missing);
}

/** What is written for one type and would not hold for another. */
const OF_THE_TYPE = [
  'format',
  'enum',
  'const',
  'x-known-values',
  'x-meanings',
  'x-exact',
  'pattern',
  'default',
];

function followType(at: Located, documented: string, specified: string): Followed {
  const now = parseDocType(documented);
  const held = parseDocType(specified);
  if (now === undefined || held === undefined || at.value.type === undefined)
    return 'the type is not written at this place';
  const plain = (names: readonly string[]) => names.filter((name) => name !== 'null');
  const withoutNull = ({ names, array }: typeof now) => JSON.stringify([plain(names), array]);
  const [names, old] = [plain(now.names), plain(held.names)];
  if (withoutNull(now) !== withoutNull(held)) {
    const isStructured = [...names, ...old].some((name) => ['object', 'any', 'unknown'].includes(name));
    if (now.array !== undefined || held.array !== undefined || isStructured || names.length === 0)
      return 'the shape changes, not only the type of a value';
    const dependent = OF_THE_TYPE.find((key) => at.value[key] !== undefined);
    if (dependent !== undefined) return `${dependent} was written for the type that the page no longer gives`;
  }
  const wanted = [
    ...names,
    ...(now.array === undefined ? [] : ['array']),
    ...(now.names.includes('null') ? ['null'] : []),
  ];
  const value = wanted.length === 1 ? wanted[0] : wanted;
  return [editAt(at, { op: 'set', at: stepsTo(at, 'type'), value })];
}
