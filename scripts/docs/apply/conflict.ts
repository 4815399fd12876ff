import { type Compared, isExplained, isSame } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import { placeIn } from '../../evidence/compare/located.ts';
import type { Place } from '../../kit/diagnostic.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { keyOfCompared, type Undecided } from './change.ts';

/** A place of the specification that a person has to decide. It is left unchanged. */
export interface Conflict {
  readonly url: string;
  /** The page's id. */
  readonly page: string;
  /** The field and its aspect: `answer opportunity.stage_id: type`. */
  readonly what: string;
  /** What the documentation said, what it says now, and what the specification says. */
  readonly sides: { readonly before: unknown; readonly now: unknown; readonly curated: unknown };
  /** The curator's reason, or why the place cannot simply follow the page. */
  readonly because: string;
  readonly place: Place;
  /** Places where `npm run check` reports the same difference. */
  readonly also: readonly Place[];
  readonly fix: string;
}

/** What {@link conflictsOf} compares. */
interface Sides {
  /** The specification with the old facts. */
  readonly base: Context;
  readonly merged: Context;
  /** The differences that the merge left to a person. */
  readonly undecided: readonly Undecided[];
  /** The paths of the captured pages: a conflict that an earlier run left open is listed for these only. */
  readonly urls: ReadonlySet<string>;
}

/** Lists the conflicts of a merged specification: the new ones, and those of the captured pages that are still open. */
export function conflictsOf({ base, merged, undecided, urls }: Sides): Conflict[] {
  const before = new Map(base.compared.map((compared) => [keyOfCompared(compared), compared]));
  const reasons = new Map(undecided.map(({ key, because }) => [key, because]));
  return merged.compared.flatMap((compared): Conflict[] => {
    const key = keyOfCompared(compared);
    const old = before.get(key);
    const isChanged = old === undefined || !isSame(old.documented, compared.documented);
    const isNew = isChanged || (isExplained(old) && !isExplained(compared));
    const isOpen = !isExplained(compared) || (compared.agrees && compared.corrections.length > 0);
    if (!((isNew || urls.has(compared.url)) && isOpen) && !reasons.has(key)) return [];
    const { url, page, where, aspect, documented, specified, corrections, at } = compared;
    const because = reasons.get(key) ?? corrections[0]?.because ?? reasonFor(isChanged, isNew);
    const sides = { before: old?.documented ?? 'nothing', now: documented, curated: specified };
    const also = corrections.flatMap((correction) => [
      placeIn(correction.at),
      placeIn(correction.at, 'documented'),
    ]);
    const what = `${where}: ${aspect}`;
    return [{ url, page, what, sides, because, place: placeIn(at), also, fix: fixOf(compared) }];
  });
}

function reasonFor(isChanged: boolean, isNew: boolean): string {
  if (isChanged) return 'the page now says something else';
  return isNew
    ? 'the example of the page now tells more'
    : 'an earlier change of the page is not decided yet';
}

function fixOf({ agrees, aspect, documented, corrections }: Compared): string {
  if (agrees && corrections.length === 0) return 'keep it, or remove the name from required';
  if (agrees) return 'the page now says what was curated: remove the correction';
  const what = aspect === 'type' ? '' : `what: ${aspect}, `;
  return `follow the page, or keep it with x-corrects: {${what}documented: ${exactJson(documented)}, because: …}`;
}
