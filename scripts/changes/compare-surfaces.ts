import { type Finding, finding, type RuleId } from './rules.ts';
import type { OperationSurface, PlaceShape, Surface } from './surface.ts';

const SAFETIES = ['write', 'idempotent', 'read'];

/** Every change between two states, by operation, the answer's and the request's sides judged apart. */
export function compareSurfaces(before: Surface, after: Surface): Finding[] {
  const gone = [...before].filter(([id]) => !after.has(id));
  const added = [...after].filter(([id]) => !before.has(id));
  const renamed = new Map(
    gone.flatMap(([id, { path }]) => {
      const to = added.find(([, each]) => each.path === path)?.[0];
      return to === undefined ? [] : [[id, to] as const];
    }),
  );
  const newNames = new Set(renamed.values());
  return [
    ...gone.map(([id, { path }]) => {
      const to = renamed.get(id);
      return to === undefined
        ? finding('operation-removed', id, { from: path })
        : finding('operation-renamed', id, { to });
    }),
    ...added
      .filter(([id]) => !newNames.has(id))
      .map(([id, { path }]) => finding('operation-added', id, { to: path })),
    ...[...before].flatMap(([id, old]) => {
      const now = after.get(renamed.get(id) ?? id);
      return now === undefined ? [] : compareOperations(renamed.get(id) ?? id, old, now);
    }),
  ];
}

function compareOperations(id: string, old: OperationSurface, now: OperationSurface): Finding[] {
  const findings: Finding[] = [];
  const note = (isSo: boolean, rule: RuleId, values: Parameters<typeof finding>[2] = {}) => {
    if (isSo) findings.push(finding(rule, id, values));
  };
  note(!old.isDeprecated && now.isDeprecated, 'operation-deprecated');
  note(old.isDeprecated && !now.isDeprecated, 'operation-undeprecated');
  note(old.path !== now.path, 'operation-path-changed', { from: old.path, to: now.path });
  note(old.envelope !== now.envelope, 'envelope-changed', {
    from: old.envelope ?? 'none',
    to: now.envelope ?? 'none',
  });
  const loosened = SAFETIES.indexOf(now.safety) - SAFETIES.indexOf(old.safety);
  note(loosened > 0, 'safety-loosened', { from: old.safety, to: now.safety });
  note(loosened < 0, 'safety-tightened', { from: old.safety, to: now.safety });
  note(old.limit !== now.limit, 'limit-changed', { from: old.limit, to: now.limit });
  note(!old.isList && now.isList, 'list-added');
  note(old.isList && !now.isList, 'list-removed');
  for (const [name, code] of now.errors) {
    const known = old.errors.get(name);
    note(known === undefined, 'error-added', { where: name, to: String(code) });
    note(known !== undefined && known !== code, 'error-code-changed', {
      where: name,
      from: String(known),
      to: String(code),
    });
  }
  for (const [name, code] of old.errors)
    note(!now.errors.has(name), 'error-removed', { where: name, from: String(code) });
  return [
    ...findings,
    ...comparePlaces(id, 'argument', old.request, now.request),
    ...comparePlaces(id, 'answer', old.response, now.response),
  ];
}

type Side = 'argument' | 'answer';
type Places = ReadonlyMap<string, PlaceShape>;

function comparePlaces(id: string, side: Side, old: Places, now: Places): Finding[] {
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

const UNKNOWN: PlaceShape = { type: 'unknown', isNullable: false, isRequired: false, enum: undefined };

/** Without those below another one: a member that goes with its object is one change. */
function topmost(paths: readonly string[]): string[] {
  return paths.filter(
    (path) => !paths.some((other) => path.startsWith(`${other}.`) || path.startsWith(`${other}[`)),
  );
}

/** Whether everything that a place stands in was there before, so that a call without the place is no longer right. */
function isAlwaysReached(path: string, now: Places): boolean {
  const parents = path
    .split('.')
    .slice(0, -1)
    .map((_, at, all) => all.slice(0, at + 1).join('.'));
  return parents.every((parent) => now.get(parent)?.isRequired !== false);
}

/** One that went and the only one that came at the same level with the same shape are one that was renamed. */
function renames(
  gone: readonly string[],
  added: readonly string[],
  old: Places,
  now: Places,
): Map<string, string> {
  const level = (path: string) => path.slice(0, path.lastIndexOf('.') + 1);
  const likeness = (places: Places, path: string) => JSON.stringify([level(path), places.get(path)]);
  return new Map(
    gone.flatMap((path) => {
      const like = added.filter((each) => likeness(now, each) === likeness(old, path));
      const rivals = gone.filter((each) => likeness(old, each) === likeness(old, path));
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
  if (old.enum !== undefined && now.enum !== undefined) {
    const [before, after] = [old.enum, now.enum];
    for (const to of after.filter((value) => !before.includes(value)))
      note(true, `${side}-value-added`, { to });
    for (const from of before.filter((value) => !after.includes(value)))
      note(true, `${side}-value-removed`, { from });
  } else {
    note(now.enum !== undefined, `${side}-values-limited`, { to: now.enum?.join(', ') ?? '' });
    note(old.enum !== undefined, `${side}-values-freed`);
  }
  return findings;
}

function typeChange(old: string, now: string): 'widened' | 'narrowed' | 'changed' {
  const [before, after] = [old.split('|'), now.split('|')];
  if (now === 'unknown' || before.every((type) => after.includes(type))) return 'widened';
  return old === 'unknown' || after.every((type) => before.includes(type)) ? 'narrowed' : 'changed';
}
