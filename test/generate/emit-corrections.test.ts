import { expect, test } from 'vitest';
import { emitCorrections } from '../../scripts/generate/emit-corrections.ts';
import { modelOf, SOUND } from '../support/spec-folder.ts';

const operation = SOUND['paths/thing/one.yaml'] ?? '';
const correction = 'x-corrects: {documented: string, because: its sample is a number}';

const cases: [name: string, text: string, want: number | undefined][] = [
  ['nothing corrected', operation, undefined],
  [
    'a correction of a parameter',
    operation.replace(
      'parameters:',
      `parameters:\n    - {name: extra, in: query, schema: {type: integer, ${correction}}}`,
    ),
    1,
  ],
  [
    'a list of corrections',
    operation.replace(
      'parameters:',
      `parameters:\n    - {name: extra, in: query, schema: {type: integer, x-corrects: [{documented: a, because: b}, {what: required, documented: 'true', because: c}]}}`,
    ),
    2,
  ],
];

test.each(cases)('%s', (_, text, want) => {
  const emitted = emitCorrections(modelOf({ 'paths/thing/one.yaml': text }));
  const counts = /thingOne: (\d+),/.exec(emitted)?.[1];
  expect(counts).toBe(want === undefined ? undefined : String(want));
});
