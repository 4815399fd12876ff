import { alternatives, type Compared, isSame } from '../../evidence/compare/compared.ts';
import { placeIn } from '../../evidence/compare/located.ts';
import type { Correction, Omission } from '../../evidence/compare/reasoned.ts';
import { exactJson } from '../../kit/exact-json.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * A correction is valid only as long as the page says what it corrects, so it fails when the vendor fixes the
 * page.
 */
export const correctionsHold: Rule = {
  code: 'corrections-hold',
  sentence: 'Each correction names what a page currently says, and the specification differs from it.',
  fix: 'read the page again and curate this place again',
  check: ({ compared, reasoned }) => {
    const places = new Map<Correction, Compared[]>();
    for (const place of compared) {
      for (const correction of place.corrections)
        places.set(correction, [...(places.get(correction) ?? []), place]);
    }
    return [
      ...reasoned.corrections.flatMap((correction) => stale(correction, places.get(correction) ?? [])),
      ...staleOmissions(compared, reasoned.omissions),
    ];
  },
};

function stale(correction: Correction, places: readonly Compared[]): Finding[] {
  const { what, at } = correction;
  if (places.length === 0) {
    return [
      {
        message: `no page says anything about the ${what} of the field that this corrects`,
        place: placeIn(at),
        fix: 'remove the correction, or correct its what:',
      },
    ];
  }
  const said = [
    ...new Set(places.map(({ page, documented }) => `page ${page} says ${exactJson(documented)}`)),
  ].join(', ');
  const gone = alternatives(correction).filter(
    (documented) => !places.some((place) => isSame(documented, place.documented)),
  );
  if (gone.length > 0) {
    const message = `no page says ${gone.map((value) => exactJson(value)).join(' or ')} here any more: for ${what}, ${said}`;
    return [{ message, place: placeIn(at, 'documented') }];
  }
  if (places.some(({ agrees }) => !agrees)) return [];
  return [
    {
      message: `this corrects nothing: the specification agrees; ${said}`,
      place: placeIn(at),
      fix: 'remove the correction',
    },
  ];
}

function staleOmissions(compared: readonly Compared[], omissions: readonly Omission[]): Finding[] {
  const used = new Set(compared.map(({ omission }) => omission));
  return omissions
    .filter((omission) => !used.has(omission))
    .map(({ name, at }) => ({
      message: `x-omits of ${name} has no effect: no page lists it here, or the specification has it`,
      place: placeIn(at, 'x-omits', name),
      fix: 'remove the entry',
    }));
}
