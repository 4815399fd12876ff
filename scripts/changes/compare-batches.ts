import { type Finding, finding, type RuleId } from './rules.ts';
import type { OperationSurface, SplitList } from './surface.ts';

type Splits = OperationSurface['splits'];

/** Compares which long lists an operation takes in several calls, and whether it puts their rows together. */
export function compareBatches(id: string, old: Splits, now: Splits): Finding[] {
  const gone = [...old.lists.keys()].filter((argument) => !now.lists.has(argument));
  const added = [...now.lists.keys()].filter((argument) => !old.lists.has(argument));
  const isOld = old.lists.size > 0 && now.lists.size > 0;
  return [
    ...gone.map((where) => finding('batches-removed', id, { where, from: methodsOf(old) })),
    ...added.map((where) => finding('batches-added', id, { where, to: methodsOf(now) })),
    ...(isOld && !old.hasRows && now.hasRows ? [finding('batch-rows-added', id)] : []),
    ...(isOld && old.hasRows && !now.hasRows ? [finding('batch-rows-removed', id)] : []),
    ...[...old.lists].flatMap(([argument, list]) => {
      const known = now.lists.get(argument);
      return known === undefined ? [] : compareLists(id, argument, list, known, old.hasRows && now.hasRows);
    }),
  ];
}

function methodsOf({ hasRows }: Splits): string {
  return hasRows ? '.batches() and .all()' : '.batches()';
}

function compareLists(
  id: string,
  where: string,
  old: SplitList,
  now: SplitList,
  hasRows: boolean,
): Finding[] {
  const findings: Finding[] = [];
  const note = (isSo: boolean, rule: RuleId, from: string | number, to: string | number) => {
    if (isSo) findings.push(finding(rule, id, { where, from: String(from), to: String(to) }));
  };
  note(now.max < old.max, 'batch-lowered', old.max, now.max);
  note(now.max > old.max, 'batch-raised', old.max, now.max);
  // Rows and their keys matter to nobody where .all() does not exist, or came or went.
  note(hasRows && old.items !== now.items, 'batch-rows-changed', old.items, now.items);
  note(hasRows && old.items === now.items && old.key !== now.key, 'batch-key-changed', old.key, now.key);
  return findings;
}
