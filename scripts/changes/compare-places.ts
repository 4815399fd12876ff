import { exactJson } from '../kit/exact-json.ts';
import { type Finding, finding, type RuleId } from './rules.ts';
import type { PlaceShape } from './surface.ts';

/** Whether a place belongs to the arguments, to the answer, or to a pushed message. */
type Side = 'argument' | 'answer' | 'message';
type Places = ReadonlyMap<string, PlaceShape>;

/** Lists every change to the places of one side. */
export function comparePlaces(id: string, side: Side, old: Places, now: Places): Finding[] {
  const gone = topmost([...old.keys()].filter((path) => !now.has(path)));
  const added = topmost([...now.keys()].filter((path) => !old.has(path)));
  const renamed = renames(gone, added, old, now);
  const taken = new Set(renamed.values());
  return [
    ...gone.map((where) => {
      const to = renamed.get(where);
      return to === undefined
        ? finding(`${side}-removed`, id, { where })
        : finding(`${side}-renamed`, id, { where, to: `\`${to}\`` });
    }),
    ...added
      .filter((where) => !taken.has(where))
      .map((where) => {
        const { type, isRequired } = now.get(where) ?? UNKNOWN;
        const isNeeded = side === 'argument' && isRequired && isAlwaysReached(where, now);
        return finding(isNeeded ? 'argument-added-required' : `${side}-added`, id, { where, to: type });
      }),
    ...[...old].flatMap(([where, shape]) => {
      const known = now.get(where);
      return known === undefined ? [] : comparePlace(id, side, where, shape, known);
    }),
  ];
}

const UNKNOWN: Pick<PlaceShape, 'type' | 'isRequired'> = { type: 'unknown', isRequired: false };

/** Drops paths inside another path of the list: an object that goes away with its members is one change. */
function topmost(paths: readonly string[]): string[] {
  return paths.filter(
    (path) => !paths.some((outer) => path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`)),
  );
}

/** Whether all enclosing places are required. Only then does a new required place make every existing call invalid. */
function isAlwaysReached(path: string, now: Places): boolean {
  const parents = path
    .split('.')
    .slice(0, -1)
    .map((_, at, all) => all.slice(0, at + 1).join('.'));
  return parents.every((parent) => now.get(parent)?.isRequired !== false);
}

/** Pairs a removed place with an added one if they are the only two with that shape at their level: a renaming. */
function renames(
  gone: readonly string[],
  added: readonly string[],
  old: Places,
  now: Places,
): Map<string, string> {
  const level = (path: string) => path.slice(0, path.lastIndexOf('.') + 1);
  const likeness = (places: Places, path: string) => exactJson([level(path), places.get(path)]);
  return new Map(
    gone.flatMap((path) => {
      const like = added.filter((candidate) => likeness(now, candidate) === likeness(old, path));
      const rivals = gone.filter((candidate) => likeness(old, candidate) === likeness(old, path));
      const [to] = like;
      return to !== undefined && like.length === 1 && rivals.length === 1 ? [[path, to] as const] : [];
    }),
  );
}

function comparePlace(id: string, side: Side, where: string, old: PlaceShape, now: PlaceShape): Finding[] {
  const findings: Finding[] = [];
  const note = (isSo: boolean, rule: RuleId, values: { from?: string; to?: string } = {}) => {
    if (isSo) findings.push(finding(rule, id, { where, ...values }));
  };
  note(!old.isRequired && now.isRequired, `${side}-became-required`);
  note(old.isRequired && !now.isRequired, `${side}-became-optional`);
  note(!old.isNullable && now.isNullable, `${side}-became-nullable`);
  note(old.isNullable && !now.isNullable, `${side}-became-not-nullable`);
  if (old.type !== now.type) {
    const change = typeChange(old.type, now.type);
    note(true, `${side}-type-${change}`, { from: old.type, to: now.type });
  }
  note(!old.isDeprecated && now.isDeprecated, `${side}-deprecated`);
  note(old.isDeprecated && !now.isDeprecated, `${side}-undeprecated`);
  if (old.format !== now.format) {
    const kind = old.format === undefined ? 'stated' : now.format === undefined ? 'withdrawn' : 'changed';
    note(true, `${side}-format-${kind}`, { from: old.format ?? '', to: now.format ?? '' });
  }
  return [
    ...findings,
    ...compareValues(id, side, where, old, now),
    ...compareLimits(id, side, where, old, now),
    ...compareHints(id, side, where, old, now),
  ];
}

function compareValues(id: string, side: Side, where: string, old: PlaceShape, now: PlaceShape): Finding[] {
  const [before, after] = [old.enum, now.enum];
  if (before === undefined || after === undefined) {
    if (after !== undefined) return [finding(`${side}-values-limited`, id, { where, to: after.join(', ') })];
    return before === undefined ? [] : [finding(`${side}-values-freed`, id, { where })];
  }
  return [
    ...after
      .filter((value) => !before.includes(value))
      .map((to) => finding(`${side}-value-added`, id, { where, to })),
    ...before
      .filter((value) => !after.includes(value))
      .map((from) => finding(`${side}-value-removed`, id, { where, from })),
  ];
}

function compareLimits(
  id: string,
  side: Side,
  where: string,
  { limits: before }: PlaceShape,
  { limits: after }: PlaceShape,
): Finding[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    if (old === now) return [];
    const values = { where, from: `${name} ${old ?? 'none'}`, to: `${name} ${now ?? 'none'}` };
    // A limit that was not documented before may have existed all the time.
    if (old === undefined && side === 'argument') return [finding('argument-limit-set', id, values)];
    const isLower = /^min|Minimum$/.test(name);
    const isTighter = old === undefined || (now !== undefined && (isLower ? now > old : now < old));
    return [finding(`${side}-limit-${isTighter ? 'tightened' : 'loosened'}`, id, values)];
  });
}

/** Compares what the types do not express: the default of an argument, the known values of an answer. */
function compareHints(id: string, side: Side, where: string, old: PlaceShape, now: PlaceShape): Finding[] {
  if (side === 'argument') {
    const [from, to] = [old.default ?? 'nothing', now.default ?? 'nothing'];
    return from === to ? [] : [finding('argument-default-changed', id, { where, from, to })];
  }
  if (old.known === undefined || now.known === undefined) return [];
  const [before, after] = [old.known, now.known];
  return [
    ...after
      .filter((value) => !before.includes(value))
      .map((to) => finding(`${side}-known-value-added`, id, { where, to })),
    ...before
      .filter((value) => !after.includes(value))
      .map((from) => finding(`${side}-known-value-removed`, id, { where, from })),
  ];
}

function typeChange(old: string, now: string): 'widened' | 'narrowed' | 'changed' {
  const [before, after] = [old.split('|'), now.split('|')];
  if (now === 'unknown' || before.every((type) => after.includes(type))) return 'widened';
  return old === 'unknown' || after.every((type) => before.includes(type)) ? 'narrowed' : 'changed';
}
