import { QUICK_RULES, runRules } from '../../check/index.ts';
import type { Compared } from '../../evidence/compare/compared.ts';
import { isExplained } from '../../evidence/compare/compared.ts';
import { type Context, readContext } from '../../evidence/compare/context.ts';
import type { Diagnostic, Place } from '../../kit/diagnostic.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { applyChanges } from './apply-changes.ts';
import { type Change, keyOfCompared, type Undecided } from './change.ts';
import { type Conflict, conflictsOf } from './conflict.ts';
import type { Plan } from './plan-changes.ts';
import { stagedFiles } from './staged-files.ts';

/** The result of a merge: new texts by absolute path, and what a person has to decide. */
export interface Merged {
  readonly files: ReadonlyMap<string, string>;
  /** How many differences the specification follows. */
  readonly followed: number;
  readonly conflicts: readonly Conflict[];
  /**
   * What this project's own rules report beyond the conflicts. Redocly's rules run only in `npm run check`.
   */
  readonly findings: readonly Diagnostic[];
}

/**
 * Applies a plan's changes in memory and compares the result with the pages. If a change makes a page disagree
 * that agreed before (pages may share a schema), it is taken back and left to a person.
 * @param base the specification with the old facts.
 * @param next the specification with the new facts.
 * @param furtherFiles other files of the result: facts, the ledger, new paths.
 * @param urls the paths of all captured pages, changed or not.
 * @throws SpecError if the result cannot be read.
 */
export async function mergePages(
  base: Context,
  next: Context,
  plan: Plan,
  furtherFiles: ReadonlyMap<string, string>,
  urls: ReadonlySet<string>,
): Promise<Merged> {
  const undecided = new Map(plan.undecided.map((difference) => [difference.key, difference]));
  const brokenBefore = new Set(base.compared.filter((place) => !isExplained(place)).map(keyOfCompared));
  const brokenByFacts = new Set(next.compared.filter((place) => !isExplained(place)).map(keyOfCompared));
  const isKnown = (key: string) => brokenBefore.has(key) || undecided.has(key);
  for (let changes = plan.changes; ; ) {
    const applied = applyChanges(changes);
    for (const refused of applied.refused) undecided.set(refused.key, refused);
    const texts = [...applied.files].map(([path, { text }]): [string, string] => [path, text]);
    const files = new Map([...furtherFiles, ...texts]);
    const staged = readContext(base.spec.root.path, stagedFiles(next, files, applied.files));
    const broken = staged.compared.filter((place) => !isExplained(place) && !isKnown(keyOfCompared(place)));
    const blamed = broken.flatMap((place) => blame(changes, place, brokenByFacts));
    if (changes.length === 0 || blamed.length === 0) {
      const followed = changes.length - applied.refused.length;
      return {
        files,
        followed,
        ...(await review({ base, merged: staged, undecided: [...undecided.values()], urls })),
      };
    }
    for (const difference of blamed) undecided.set(difference.key, difference);
    changes = changes.filter(({ key }) => !undecided.has(key));
  }
}

/** Rules whose findings the conflicts already report, in more detail. */
const ABOUT_FIELDS = new Set(['facts-agree', 'corrections-hold']);

/** Lists what a person has to decide in a merged specification, or in one that needs no change. */
export async function review(
  sides: Parameters<typeof conflictsOf>[0],
): Promise<Pick<Merged, 'conflicts' | 'findings'>> {
  const conflicts = conflictsOf(sides);
  const lineOf = (place: Place | undefined) => `${place?.file}:${place?.line}`;
  const reported = new Set(conflicts.flatMap(({ place, also }) => [place, ...also]).map(lineOf));
  const found = await runRules(QUICK_RULES, sides.merged);
  const findings = found.filter(({ code, place }) => !ABOUT_FIELDS.has(code) || !reported.has(lineOf(place)));
  return { conflicts, findings };
}

/**
 * Finds the changes that made a place disagree: its own change, or else those of the same field name in a
 * shared schema.
 */
function blame(
  changes: readonly Change[],
  broken: Compared,
  brokenByFacts: ReadonlySet<string>,
): Undecided[] {
  const key = keyOfCompared(broken);
  const own = changes.filter((change) => change.key === key);
  // The page disagrees with or without the other changes.
  const others = brokenByFacts.has(key)
    ? []
    : [changes.filter((change) => nameIn(change.key) === nameIn(key)), changes];
  const candidates = [own, ...others];
  const blamed = candidates.find((list) => list.length > 0) ?? [];
  const because = `${broken.url} ${broken.where} is written at the same place, and page ${broken.page} says ${exactJson(broken.documented)}`;
  return blamed.map((change) => ({
    key: change.key,
    because: change.key === key ? 'the specification would still disagree with the page' : because,
  }));
}

/** The last name of a compared place, with its aspect: `stage_id: type`. */
function nameIn(key: string): string {
  return key.split(/[ .](?=[^ .]+: \w+$)/).at(-1) ?? key;
}
