import { contentFields } from '../../evidence/facts/example-evidence.ts';
import type { FactPage } from '../../evidence/facts/facts.ts';

const FEWEST_ANSWERS = 5;
const SHARE = 0.8;

/**
 * Says which fields stand at the top of nearly every answer, so that somebody can write the envelope before the first paths
 * are made from the facts.
 * @returns undefined if the answers share no two fields.
 */
export function likelyEnvelope(pages: readonly FactPage[]): string | undefined {
  const answers = pages
    .map(({ response }) => [...new Set(contentFields(response).map(({ name }) => name))])
    .filter(({ length }) => length > 0);
  const counts = new Map<string, number>();
  for (const name of answers.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count >= answers.length * SHARE);
  if (answers.length < FEWEST_ANSWERS || shared.length < 2) return undefined;
  const least = Math.min(...shared.map(([, count]) => count));
  const names = shared.map(([name]) => name).join(', ');
  return `${names} stand in at least ${least} of ${answers.length} answers: if they are an envelope, write x-envelopes into the root before docs scaffold (docs/another-vendor.md)`;
}
