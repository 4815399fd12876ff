import { expect, test } from 'vitest';
import { report } from '../../bench/foreign/report.ts';
import type { Attempt } from '../../bench/foreign/try-document.ts';

function attempt(document: string, generator: string, seconds: number, more: Partial<Attempt> = {}): Attempt {
  return {
    document,
    generator,
    seconds,
    bytes: 200_000,
    megabytes: 1,
    outcome: 'compiled',
    isChanged: false,
    ...more,
  };
}

const OURS = 'types and client only';
const THEIRS = 'openapi-typescript';

const rows: [name: string, attempts: Attempt[], ratio: string][] = [
  [
    'the median of the ratios',
    [
      ['a', 3],
      ['b', 1.6],
      ['c', 2],
    ].flatMap(([document, seconds]) => [
      attempt(String(document), OURS, Number(seconds)),
      attempt(String(document), THEIRS, 1),
    ]),
    '2.00',
  ],
  [
    'only documents that both take',
    [
      attempt('a', OURS, 3),
      attempt('a', THEIRS, 2),
      attempt('b', OURS, 9),
      attempt('b', THEIRS, 1, { outcome: 'crashed' }),
    ],
    '1.50',
  ],
  [
    'only documents that take more than the start',
    [
      attempt('a', OURS, 3),
      attempt('a', THEIRS, 2),
      attempt('b', OURS, 9, { bytes: 5 }),
      attempt('b', THEIRS, 1, { bytes: 5 }),
    ],
    '1.50',
  ],
];

test.each(rows)('the time relative to openapi-typescript is %s', (_, attempts, ratio) => {
  expect(report(attempts)).toContain(`types and client only: ${ratio} × openapi-typescript`);
});
