import { compareBatches } from './compare-batches.ts';
import { comparePlaces } from './compare-places.ts';
import { type Finding, finding, type RuleId } from './rules.ts';
import type { OperationSurface, Surface } from './surface.ts';

const SAFETIES = ['write', 'idempotent', 'read'];

/** Lists every change between two states by operation. Requests and answers are judged by different rules. */
export function compareSurfaces(before: Surface, after: Surface): Finding[] {
  const gone = [...before].filter(([id]) => !after.has(id));
  const added = [...after].filter(([id]) => !before.has(id));
  const renamed = new Map(
    gone.flatMap(([id, { kind, path, page }]) => {
      const to = added.find(
        ([, candidate]) =>
          candidate.kind === kind &&
          (candidate.path === path || (page !== undefined && candidate.page === page)),
      )?.[0];
      return to === undefined || isShared(before, page) || isShared(after, page) ? [] : [[id, to] as const];
    }),
  );
  const newNames = new Set(renamed.values());
  return [
    ...gone.map(([id, { kind, path }]) => {
      const to = renamed.get(id);
      return to === undefined
        ? finding(`${kind}-removed`, id, { from: path })
        : finding('operation-renamed', id, { to });
    }),
    ...added
      .filter(([id]) => !newNames.has(id))
      .map(([id, { kind, path }]) => finding(`${kind}-added`, id, { to: path })),
    ...[...before].flatMap(([id, old]) => {
      const now = after.get(renamed.get(id) ?? id);
      return now === undefined ? [] : compareOperations(renamed.get(id) ?? id, old, now);
    }),
  ];
}

/** Whether a page describes several operations, so that it identifies none of them. */
function isShared(surface: Surface, page: string | undefined): boolean {
  return (
    page !== undefined && [...surface.values()].filter((operation) => operation.page === page).length > 1
  );
}

function compareOperations(id: string, old: OperationSurface, now: OperationSurface): Finding[] {
  if (now.kind === 'webhook')
    return [
      ...compareStatus(id, 'webhook', old, now),
      ...comparePlaces(id, 'message', old.response, now.response),
    ];
  return [
    ...compareStatus(id, 'operation', old, now),
    ...compareHead(id, old, now),
    ...compareBatches(id, old.splits, now.splits),
    ...compareErrors(id, old.errors, now.errors),
    ...compareGroup(id, old.group, now.group),
    ...comparePlaces(id, 'argument', old.request, now.request),
    ...comparePlaces(id, 'answer', old.response, now.response),
  ];
}

/** Compares the status mark of an operation. Deprecation has its own rules. */
function compareStatus(
  id: string,
  kind: OperationSurface['kind'],
  { status: before }: OperationSurface,
  { status: after }: OperationSurface,
): Finding[] {
  const [from, to] = [before, after].map((status) => (status === 'deprecated' ? undefined : status));
  if (from === to || after === 'deprecated') return [];
  return [
    to === undefined
      ? finding(`${kind}-released`, id, { from: from ?? '' })
      : finding(`${kind}-marked`, id, { to }),
  ];
}

function compareHead(id: string, old: OperationSurface, now: OperationSurface): Finding[] {
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
  note(old.effect !== now.effect, 'effect-changed', { from: old.effect, to: now.effect });
  note(old.limit !== now.limit, 'limit-changed', { from: old.limit, to: now.limit });
  const isSeatKnown = old.seat !== undefined && old.seat !== 'unknown';
  note(old.seat !== now.seat, isSeatKnown ? 'seat-changed' : 'seat-stated', {
    from: old.seat ?? 'unknown',
    to: now.seat ?? 'unknown',
  });
  note(
    old.bodyType !== undefined && now.bodyType !== undefined && old.bodyType !== now.bodyType,
    'body-type-changed',
    {
      from: old.bodyType ?? '',
      to: now.bodyType ?? '',
    },
  );
  note(old.paging === undefined && now.paging !== undefined, 'list-added');
  note(old.paging !== undefined && now.paging === undefined, 'list-removed');
  if (old.paging !== undefined && now.paging !== undefined) {
    note(old.paging.items !== now.paging.items, 'list-items-changed', {
      from: old.paging.items,
      to: now.paging.items,
    });
    note(old.paging.by !== now.paging.by, 'list-paging-changed', { from: old.paging.by, to: now.paging.by });
  }
  return findings;
}

type Errors = OperationSurface['errors'];

function compareErrors(id: string, old: Errors, now: Errors): Finding[] {
  const added = [...now].filter(([name]) => !old.has(name));
  const gone = [...old].filter(([name]) => !now.has(name));
  /** The new name of a renamed error: the only added name with the code of the only removed one. */
  const newNameOf = (code: number): string | undefined => {
    const [names, rivals] = [added, gone].map((errors) => errors.filter((error) => error[1] === code));
    return names?.length === 1 && rivals?.length === 1 ? names[0]?.[0] : undefined;
  };
  const renamed = new Set(gone.map(([, code]) => newNameOf(code)));
  return [
    ...added
      .filter(([name]) => !renamed.has(name))
      .map(([where, code]) => finding('error-added', id, { where, to: String(code) })),
    ...[...now].flatMap(([where, code]) => {
      const known = old.get(where);
      if (known === undefined || known === code) return [];
      return [finding('error-code-changed', id, { where, from: String(known), to: String(code) })];
    }),
    ...gone.map(([where, code]) => {
      const to = newNameOf(code);
      return to === undefined
        ? finding('error-removed', id, { where, from: String(code) })
        : finding('error-renamed', id, { where, to: `\`${to}\`` });
    }),
  ];
}

/** Compares the groups of arguments that need at least one member. */
function compareGroup(id: string, old: readonly string[], now: readonly string[]): Finding[] {
  const [from, to] = [old.join(', '), now.join(', ')];
  if (from === to) return [];
  if (old.length === 0) return [finding('argument-group-added', id, { to })];
  if (now.length === 0) return [finding('argument-group-removed', id, { from })];
  const isWider = old.every((name) => now.includes(name));
  return [finding(isWider ? 'argument-group-widened' : 'argument-group-changed', id, { from, to })];
}
