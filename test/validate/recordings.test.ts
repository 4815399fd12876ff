import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecordings } from '../../scripts/evidence/recording.ts';
import { exactPaths } from '../../scripts/generate/exact-paths.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';
import { checkAnswer, type Departure } from '../../src/validate/index.ts';
import { type Mutant, mutants } from '../support/mutate.ts';
import { runs } from '../support/runs.ts';
import { strictAnswerSchema } from '../support/strict-schema.ts';

const recordings = readRecordings('test/recordings');

/** Placeholders of the documentation, in fields whose values it lists. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  materialLibraryList: ['new-value /result/*/publish_status'],
  opportunityOne: ['new-value /opportunity/user_type'],
};

/** A JSON pointer in the form of a report: any item of a list is `*`. */
const anyItem = (at: string) => (at === '/' ? '' : at.replaceAll(/\/\d+(?=\/|$)/g, '/*'));
const parentOf = (at: string) => at.slice(0, at.lastIndexOf('/'));
const claim = ({ kind, at }: Departure) => `${kind} ${at}`;

describe.each(recordings.map((recording) => [recording.file, recording] as const))(
  '%s',
  (_file, recording) => {
    const { operation, response, source } = recording;
    const cut = new Set((source.cut ?? []).map(anyItem));
    const isCutOff = ({ kind, at }: Departure) => kind === 'missing' && cut.has(parentOf(at));

    test('has no departures except the known ones', async () => {
      // The contract tests check that a body is an object.
      const report = await checkAnswer(operation, response.body as object);
      expect(report.isSuccess).toBe(true);
      const claims = report.departures.filter((departure) => !isCutOff(departure)).map(claim);
      expect(claims).toEqual(KNOWN[operation] ?? []);
    });
  },
);

/** The departure that a report must have after each kind of change to a recorded answer. */
const WANT: Readonly<Record<Mutant['what'], Departure['kind']>> = {
  removed: 'missing',
  retyped: 'mistyped',
  nulled: 'mistyped',
  added: 'undocumented',
};

/** Fields that decide whether an answer is a success. */
const ENVELOPE = ['/', '/errcode', '/status_code', '/success'];

test('any error put into a recording is reported at its place, and nothing else is', async () => {
  const model = buildModel(assemble(loadSpec('spec')));
  const pool: { operation: string; before: string[]; mutant: Mutant }[] = [];
  for (const { operation: id, response } of recordings) {
    const operation = model.operations.find((operation) => operation.id === id)!;
    const before = (await checkAnswer(id, response.body as object)).departures.map(claim);
    const exact = exactPaths(model, operation.result).map((path) => `/${path.replaceAll('.', '/')}`);
    // An exact integer is a number in an answer and a string of its digits in the schema, so a number is correct.
    const isCorrect = ({ what, at }: Mutant) =>
      what === 'retyped' && exact.includes(at.replaceAll(/\/\d+(?=\/|$)/g, ''));
    for (const mutant of mutants(strictAnswerSchema(model, operation), response.body))
      if (!ENVELOPE.includes(mutant.at) && !isCorrect(mutant)) pool.push({ operation: id, before, mutant });
  }
  expect(pool.length).toBeGreaterThan(1500);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pool), async ({ operation, before, mutant }) => {
      const place = anyItem(mutant.at);
      const report = await checkAnswer(operation, mutant.answer as object);
      const claims = report.departures.map(claim);
      expect(claims).toContain(`${WANT[mutant.what]} ${place}`);
      // A removed field has no departures.
      const rest = claims.filter((claimed) => claimed !== `${WANT[mutant.what]} ${place}`);
      expect(before).toEqual(expect.arrayContaining(rest));
    }),
    { numRuns: runs(1_000) },
  );
});
