import type { Compared } from '../../evidence/compare/compared.ts';
import { isExplained, speaksOf } from '../../evidence/compare/compared.ts';
import { placeIn } from '../../evidence/compare/located.ts';
import type { Correction } from '../../evidence/compare/reasoned.ts';
import { exactJson } from '../../kit/exact-json.ts';
import type { Finding, Rule } from '../rule.ts';

/** Prevents silent drift: a difference from the page is either explained where it is made, or a finding. */
export const factsAgree: Rule = {
  code: 'facts-agree',
  sentence:
    'Every difference between a page and the specification has a correction or an omission with a reason.',
  fix: 'follow the page, or add x-corrects with the reason to the field that differs',
  check: ({ compared }) => {
    const stale = staleCorrections(compared);
    return compared
      .filter(
        (place) => !isExplained(place) && !place.corrections.some((correction) => stale.has(correction)),
      )
      .map(describe);
  },
};

/** Corrections that no longer apply to any page. `corrections-hold` reports them, once. */
function staleCorrections(compared: readonly Compared[]): Set<Correction> {
  const all = new Set(compared.flatMap(({ corrections }) => corrections));
  for (const place of compared)
    for (const correction of place.corrections) if (speaksOf(correction, place)) all.delete(correction);
  return all;
}

function describe({ url, page, where, aspect, documented, specified, at, missing }: Compared): Finding {
  const place = placeIn(at);
  if (aspect !== 'presence') {
    const message = `${url} ${where}: ${aspect} is ${say(specified)}, but page ${page} says ${say(documented)}`;
    const what = aspect === 'type' ? '' : `what: ${aspect}, `;
    return {
      message,
      place,
      fix: `follow the page, or add x-corrects: {${what}documented: ${say(documented)}, because: …}`,
    };
  }
  if (documented === 'present') {
    const name = missing?.field.name ?? where.split(/[ .]/).at(-1);
    const how = missing?.isInEnvelope ? 'add it to success of x-envelopes in the root' : 'add it';
    const fix = `${how}, or x-omits: {${name}: <reason>} here`;
    return { message: `${url} ${where}: page ${page} lists it, but the specification does not`, place, fix };
  }
  const fix =
    'remove it, or add x-corrects: {what: presence, documented: absent, because: …}, or x-evidence where it was seen';
  return { message: `${url} ${where}: page ${page} does not list it`, place, fix };
}

function say(value: unknown): string {
  return exactJson(value);
}
