import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Disagreement, judgeTypes } from '../support/judge-types.ts';
import { schemaCase, type Version } from '../support/random-schemas.ts';
import { runs } from '../support/runs.ts';

/** Cases in one program. Each has three schemas, which refer to each other and to themselves. */
const TOGETHER = 400;

const weight = ({ schemas }: Disagreement) => JSON.stringify(schemas ?? '').length;

// 20,000 schemas in the thorough tier. The cases of a program are drawn by hand: shrinking would compile hundreds of
// programs, and the smallest of so many failures is small already.
test.each<[Version, number]>([
  ['3.1.0', 3400],
  ['3.0.3', 3400],
])(
  'types take what schemas accept, and refuse what a type can refuse: OpenAPI %s',
  (version, many) => {
    const total = runs(25, many);
    const seed = Date.now() & 0x7fffffff;
    const counts = { accepted: 0, refused: 0 };
    for (let done = 0; done < total; done += TOGETHER) {
      const numRuns = Math.min(TOGETHER, total - done);
      const judgement = judgeTypes(fc.sample(schemaCase(version), { seed: seed + done, numRuns }), version);
      const [smallest] = judgement.found.toSorted((a, b) => weight(a) - weight(b));
      expect(smallest, `seed ${seed + done}`).toBeUndefined();
      counts.accepted += judgement.accepted;
      counts.refused += judgement.refused;
    }
    // A judge that refuses every value would be content with any type.
    expect(counts.accepted).toBeGreaterThan(total);
    expect(counts.refused).toBeGreaterThan(0);
  },
  900_000,
);
