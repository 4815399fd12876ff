import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { validators } from '../../generated/validators/index.ts';
import { readRecordings } from '../../scripts/evidence/recording.ts';
import { failureCode } from '../../scripts/record/failure-code.ts';
import { assemble } from '../../scripts/spec/assemble.ts';
import { loadSpec } from '../../scripts/spec/load.ts';
import { buildModel } from '../../scripts/spec/model.ts';
import { mutants } from '../support/mutate.ts';
import { strictAnswerSchema, strictFailureSchema } from '../support/strict-schema.ts';

const model = buildModel(assemble(loadSpec('spec')));
const recordings = readRecordings('test/recordings');
const counts = { recordings: 0, removed: 0, retyped: 0, nulled: 0, added: 0 };

// The file's name comes first: vitest cuts a name that it takes from a field at 40 characters.
describe.each(recordings.map((recording) => [recording.file, recording] as const))(
  '%s',
  (_file, { operation: id, response, source }) => {
    const cut = new Set(source.cut ?? []);
    const operation = model.operations.find((candidate) => candidate.id === id);

    test('belongs to an operation of the specification', () => {
      expect(operation?.id).toBe(id);
    });
    if (operation === undefined) return;

    const isFailure = failureCode(model, operation, response.body) !== undefined;
    const schema = isFailure ? strictFailureSchema(model, operation) : strictAnswerSchema(model, operation);
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
    const validate = ajv.compile(schema);
    /** Whether a missing field is missing only because the capture is cut off there. */
    const isCutOff = ({ keyword, instancePath }: { keyword: string; instancePath: string }) =>
      keyword === 'required' && cut.has(instancePath);
    const departures = (answer: unknown) => {
      validate(answer);
      return (validate.errors ?? []).filter((error) => !isCutOff(error));
    };

    test('is as specified, without undocumented fields', () => {
      expect(departures(response.body)).toEqual([]);
      counts.recordings++;
    });

    if (cut.size > 0)
      test('breaks off wherever its source says so', () => {
        validate(response.body);
        const missing = new Set((validate.errors ?? []).filter(isCutOff).map((error) => error.instancePath));
        // Every required field is there: remove the pointer from source.cut.
        expect([...cut].filter((pointer) => !missing.has(pointer))).toEqual([]);
      });

    // The generated validators are for successful answers.
    if (!isFailure)
      test('passes the generated validator', async () => {
        const generated = await validators[id as keyof typeof validators]();
        generated(response.body);
        expect((generated.errors ?? []).filter((error) => !isCutOff(error))).toEqual([]);
      });

    test('is rejected if any single part of it is wrong', () => {
      const all = mutants(schema, response.body).filter(
        ({ what, at }) => what !== 'removed' || !cut.has(at.slice(0, at.lastIndexOf('/'))),
      );
      const survivors = all
        .filter(({ answer }) => departures(answer).length === 0)
        .map(({ what, at }) => `${what} ${at}`);
      expect(survivors).toEqual([]);
      expect(all.length).toBeGreaterThan(0);
      for (const { what } of all) counts[what]++;
    });
  },
);

afterAll(() => {
  const { recordings: passed, ...kinds } = counts;
  const total = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`);
  console.log(
    `recordings: ${passed} of ${recordings.length} pass; ${total} mutants rejected (${parts.join(', ')})`,
  );
});
