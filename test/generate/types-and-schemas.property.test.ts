import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Disagreement, judgeTypes } from '../support/judge-types.ts';
import { schemaCase, type Version } from '../support/random-schemas.ts';
import { runs } from '../support/runs.ts';

/** Cases in one program. Each has three schemas, which refer to each other and to themselves. */
const TOGETHER = 400;

const weight = ({ schemas }: Disagreement) => JSON.stringify(schemas ?? '').length;

// 4,800 schemas in the thorough tier, 20,400 with SCHEMA_CASES=3400. The cases of a program are drawn by hand: shrinking would compile hundreds of
// programs, and the smallest of so many failures is small already.
test.each<Version>(['3.1.0', '3.0.3'])(
  'types take what schemas accept, and refuse what a type can refuse: OpenAPI %s',
  (version) => {
    const total = runs(25, Number(process.env.SCHEMA_CASES ?? 800));
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
    // Few cases may hold no value that a type can refuse.
    if (total >= TOGETHER) expect(counts.refused).toBeGreaterThan(0);
  },
  900_000,
);
