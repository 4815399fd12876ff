import { type Compared, isExplained, isSame } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import { placeIn } from '../../evidence/compare/located.ts';
import type { Place } from '../../kit/diagnostic.ts';
import { exactJson } from '../../kit/exact-json.ts';
import { keyOfCompared, type Left } from './change.ts';

/** A place of the specification that a person has to decide about: it stays as it is. */
export interface Conflict {
  readonly url: string;
  /** The page's id. */
  readonly page: string;
  /** The field and what of it: `answer opportunity.stage_id: type`. */
  readonly what: string;
  /** What the documentation said, what it says now, and what the specification says. */
  readonly sides: { readonly before: unknown; readonly now: unknown; readonly curated: unknown };
  /** The curator's reason, or why the place cannot simply follow the page. */
  readonly because: string;
  readonly place: Place;
  /** Places at which `npm run check` speaks of the same. */
  readonly also: readonly Place[];
  readonly fix: string;
}

/** The conflicts in a specification with the new facts, by what was left of the plan that led to it. */
export function conflictsOf(base: Context, merged: Context, left: readonly Left[]): Conflict[] {
  const before = new Map(base.compared.map((one) => [keyOfCompared(one), one]));
  const reasons = new Map(left.map(({ key, because }) => [key, because]));
  return merged.compared.flatMap((compared): Conflict[] => {
    const key = keyOfCompared(compared);
    const old = before.get(key);
    const isNews = old === undefined || !isSame(old.documented, compared.documented);
    const isOpen = !isExplained(compared) || (compared.agrees && compared.corrections.length > 0);
    if (!(isNews && isOpen) && !reasons.has(key)) return [];
    const { url, page, where, aspect, documented, specified, corrections, at } = compared;
    const because = reasons.get(key) ?? corrections[0]?.because ?? 'the page says something new of it';
    const sides = { before: old?.documented ?? 'nothing', now: documented, curated: specified };
    const also = corrections.flatMap((one) => [placeIn(one.at), placeIn(one.at, 'documented')]);
    const what = `${where}: ${aspect}`;
    return [{ url, page, what, sides, because, place: placeIn(at), also, fix: fixOf(compared) }];
  });
}

function fixOf({ agrees, aspect, documented, corrections }: Compared): string {
  if (agrees && corrections.length === 0) return 'keep it, or take the name out of required';
  if (agrees) return 'the page says now what was curated: remove the correction';
  const what = aspect === 'type' ? '' : `what: ${aspect}, `;
  return `follow the page, or keep it with x-corrects: {${what}documented: ${exactJson(documented)}, because: …}`;
}
