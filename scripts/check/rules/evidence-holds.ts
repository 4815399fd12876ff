import type { Compared } from '../../evidence/compare/compared.ts';
import type { Context } from '../../evidence/compare/context.ts';
import { placeIn } from '../../evidence/compare/located.ts';
import type { EvidenceMark } from '../../evidence/compare/reasoned.ts';
import type { Recording } from '../../evidence/recording.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Finding, Rule } from '../rule.ts';

/** What a field is known from is told, and is there: a page that lists the field makes the mark untrue. */
export const evidenceHolds: Rule = {
  code: 'evidence-holds',
  sentence:
    'A field that no page lists and that facts or recordings show says so in x-evidence, and what x-evidence calls the evidence is there.',
  fix: 'remove x-evidence, or name the evidence that there is',
  check: (context) => {
    const presence = context.compared.filter(
      ({ aspect, specified }) => aspect === 'presence' && specified === 'present',
    );
    return [
      ...context.reasoned.evidence.flatMap((mark) =>
        untrue(
          context,
          mark,
          presence.filter(({ evidence }) => evidence === mark),
        ),
      ),
      ...unmarked(presence),
    ];
  },
};

function untrue(context: Context, mark: EvidenceMark, places: readonly Compared[]): Finding[] {
  const { kind, at } = mark;
  const place = placeIn(at, 'x-evidence');
  const listing = places.find(({ documented }) => documented === 'present');
  if (listing !== undefined) {
    const message = `page ${listing.page} lists ${listing.where}: the page is the evidence`;
    return [{ message, place, fix: 'remove x-evidence' }];
  }
  if (kind === 'public-code') {
    if (places.some(({ documented }) => documented === 'public-code')) return [];
    const fix = 'import facts that have the field with evidence: public-code, or remove it';
    return [{ message: 'no facts show this field in public code', place, fix }];
  }
  if (kind !== 'recording') {
    const message = `${JSON.stringify(kind)} is no kind of evidence`;
    return [{ message, place, fix: 'write public-code or recording' }];
  }
  const { recordings } = context;
  if (recordings === undefined || places.some((place) => isRecorded(context, place, recordings))) return [];
  return [
    { message: 'no recording has this field', place, fix: 'record an answer that has it, or remove it' },
  ];
}

/** Fields that some facts show in public code, no page lists, and nothing marks; each once. */
function unmarked(presence: readonly Compared[]): Finding[] {
  const known = new Set(
    presence
      .filter(
        ({ documented, evidence, corrections }) => documented === 'present' || evidence || corrections[0],
      )
      .map(({ at }) => at.value),
  );
  const shown = presence.filter(({ documented, at }) => documented === 'public-code' && !known.has(at.value));
  return [...new Map(shown.map((compared) => [compared.at.value, compared])).values()].map(
    ({ url, where, at }) => ({
      message: `${url} ${where}: only public code shows it`,
      place: placeIn(at),
      fix: 'add x-evidence: public-code',
    }),
  );
}

/** Whether an answer that was really given has the field. What the documentation prints is the page's own evidence. */
function isRecorded(
  { operations }: Context,
  { url, where }: Compared,
  recordings: readonly Recording[],
): boolean {
  const id = operations.find((operation) => operation.url === url)?.located.value.operationId;
  const names = where.replace(/^answer /, '').split('.');
  return recordings.some(
    ({ operation, source, response }) =>
      operation === id && source.kind !== 'documentation' && holds(response.body, names),
  );
}

function holds(value: unknown, [name, ...below]: readonly string[]): boolean {
  if (Array.isArray(value))
    return value.some((item) => holds(item, name === undefined ? [] : [name, ...below]));
  if (name === undefined) return true;
  return isObject(value) && Object.hasOwn(value, name) && (below.length === 0 || holds(value[name], below));
}
