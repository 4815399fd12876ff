import type { Compared } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import type { Located } from '../../evidence/compare/located.ts';
import { parseDocType } from '../../evidence/facts/doc-type.ts';
import { editAt, stepsTo } from './change.ts';
import type { Followed } from './field-places.ts';
import { addField, removeField } from './follow-presence.ts';
import { followRequired } from './follow-required.ts';
import { followKeyword, followValues } from './follow-values.ts';

/** Follows the page at a place where the specification differs from it without a reason. */
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

/** Keywords that are written for one type and may be wrong for another. */
const TYPE_KEYWORDS = [
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
  const pageType = parseDocType(documented);
  const specifiedType = parseDocType(specified);
  if (pageType === undefined || specifiedType === undefined || at.value.type === undefined)
    return 'the type is not written at this place';
  const plain = (names: readonly string[]) => names.filter((name) => name !== 'null');
  const withoutNull = ({ names, array }: typeof pageType) => JSON.stringify([plain(names), array]);
  const [names, old] = [plain(pageType.names), plain(specifiedType.names)];
  if (withoutNull(pageType) !== withoutNull(specifiedType)) {
    const isStructured = [...names, ...old].some((name) => ['object', 'any', 'unknown'].includes(name));
    if (
      pageType.array !== undefined ||
      specifiedType.array !== undefined ||
      isStructured ||
      names.length === 0
    )
      return 'the shape changes, not only the type of a value';
    const dependent = TYPE_KEYWORDS.find((key) => at.value[key] !== undefined);
    if (dependent !== undefined) return `${dependent} was written for the type that the page no longer gives`;
  }
  const wanted = [
    ...names,
    ...(pageType.array === undefined ? [] : ['array']),
    ...(pageType.names.includes('null') ? ['null'] : []),
  ];
  const value = wanted.length === 1 ? wanted[0] : wanted;
  return [editAt(at, { op: 'set', at: stepsTo(at, 'type'), value })];
}
