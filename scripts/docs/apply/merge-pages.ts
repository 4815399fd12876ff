import { QUICK_RULES, runRules } from '../../check/index.ts';
import type { Compared } from '../../evidence/compare/compared.ts';
import { isExplained } from '../../evidence/compare/compared.ts';
import { type Context, readContext } from '../../evidence/compare/context.ts';
import type { Diagnostic, Place } from '../../kit/diagnostic.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { type Change, keyOfCompared, type Left } from './change.ts';
import { type Conflict, conflictsOf } from './conflict.ts';
import { makeChanges } from './make-changes.ts';
import type { Plan } from './plan-changes.ts';
import { stagedFiles } from './staged-files.ts';

/** What becomes of the specification: new texts by absolute path, and what a person has to decide. */
export interface Merged {
  readonly files: ReadonlyMap<string, string>;
  /** How many differences the specification follows. */
  readonly followed: number;
  readonly conflicts: readonly Conflict[];
  /** What this project's own rules will say beyond the conflicts, which is all of `npm run check` but Redocly's. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Makes a plan's changes in memory and looks at the result: a change after which the specification disagrees with a page
 * that it agreed with (of a schema that several pages share) is taken back and left to a person.
 * @param base the specification with the facts as they were.
 * @param next the same with the new ones.
 * @param others further files of the result: facts, the ledger, new paths.
 */
export async function mergePages(
  base: Context,
  next: Context,
  plan: Plan,
  others: ReadonlyMap<string, string>,
): Promise<Merged> {
  const left = new Map(plan.left.map((one) => [one.key, one]));
  const settled = new Set(base.compared.filter((one) => !isExplained(one)).map(keyOfCompared));
  for (let changes = plan.changes; ; ) {
    const made = makeChanges(changes);
    for (const one of made.left) left.set(one.key, one);
    const texts = [...made.files].map(([path, { text }]): [string, string] => [path, text]);
    const files = new Map([...others, ...texts]);
    const staged = readContext(base.spec.root.path, stagedFiles(next, files, made.files));
    const broken = staged.compared.filter(
      (one) => !isExplained(one) && !settled.has(keyOfCompared(one)) && !left.has(keyOfCompared(one)),
    );
    const wrong = broken.flatMap((one) => blame(changes, one));
    if (changes.length === 0 || wrong.length === 0) {
      const followed = changes.length - made.left.length;
      return { files, followed, ...(await look(base, staged, [...left.values()])) };
    }
    for (const one of wrong) left.set(one.key, one);
    changes = changes.filter(({ key }) => !left.has(key));
  }
}

/** The rules whose findings a conflict says better. */
const ABOUT_FIELDS = new Set(['facts-agree', 'corrections-hold']);

async function look(
  base: Context,
  staged: Context,
  left: readonly Left[],
): Promise<Pick<Merged, 'conflicts' | 'findings'>> {
  const conflicts = conflictsOf(base, staged, left);
  const lineOf = (place: Place | undefined) => `${place?.file}:${place?.line}`;
  const said = new Set(conflicts.flatMap(({ place, also }) => [place, ...also]).map(lineOf));
  const found = await runRules(QUICK_RULES, staged);
  const findings = found.filter(({ code, place }) => !ABOUT_FIELDS.has(code) || !said.has(lineOf(place)));
  return { conflicts, findings };
}

/** The changes after which a place disagrees: its own, or else those of the same name in a schema that pages share. */
function blame(changes: readonly Change[], broken: Compared): Left[] {
  const key = keyOfCompared(broken);
  const candidates = [
    changes.filter((one) => one.key === key),
    changes.filter((one) => nameIn(one.key) === nameIn(key)),
    changes,
  ];
  const blamed = candidates.find((some) => some.length > 0) ?? [];
  const because = `${broken.url} ${broken.where} is written at the same place, and page ${broken.page} says ${exactJson(broken.documented)}`;
  return blamed.map((one) => ({
    key: one.key,
    because: one.key === key ? 'the specification would not agree afterwards' : because,
  }));
}

/** The last name of a compared place, and what of it: `stage_id: type`. */
function nameIn(key: string): string {
  return key.split(/[ .](?=[^ .]+: \w+$)/).at(-1) ?? key;
}
