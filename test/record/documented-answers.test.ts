import { beforeAll, expect, test } from 'vitest';
import { validators } from '../../generated/validators/index.ts';
import { readRecordings } from '../../scripts/evidence/recording.ts';
import { quoteExact } from '../../scripts/kit/exact-json.ts';
import { memoryRecorder } from './support.ts';

const documented = readRecordings('test/recordings').filter(({ source }) => source.kind === 'documentation');

const loaded = new Map<string, Awaited<ReturnType<(typeof validators)['opportunityOne']>>>();
beforeAll(async () => {
  for (const [id, load] of Object.entries(validators)) loaded.set(id, await load());
});

test.each(documented.map((recording) => [recording.operation, recording] as const))(
  '%s: the validator judges a recording of the documented answer like the answer itself',
  async (operation, { response }) => {
    const file = await memoryRecorder().recordOne(operation, response.body as object);
    const departures = (answer: unknown) => {
      const validate = loaded.get(operation);
      validate?.(answer);
      return (validate?.errors ?? []).map(({ instancePath, keyword }) => `${keyword} ${instancePath}`);
    };
    expect(departures(JSON.parse(quoteExact(file)).response.body)).toEqual(departures(response.body));
  },
);
