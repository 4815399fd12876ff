import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const FOR_BOTH_TIERS = 'test/**/*.property.test.ts';
const FOR_THE_THOROUGH_TIER = 'test/**/*.thorough.test.ts';

/** A tier of the tests; `test/support/runs.ts` reads its name and gives properties their number of random cases. */
function tier(name: 'fast' | 'thorough', include: string[], exclude: string[]): TestProjectConfiguration {
  return { extends: true, test: { name, include, exclude, env: { TEST_TIER: name } } };
}

// The name of a file says when it runs:
//
//   *.test.ts            npm test
//   *.property.test.ts   both, with few random cases in `npm test` and many in the thorough tier
//   *.thorough.test.ts   npm run test:thorough: whole programs, browsers, servers under load
//   *.test-d.ts          npm test, which type-checks the whole repository with them
//
// The thorough tier doesn't repeat the tests of `npm test`, except properties, whose number of cases differs. CI runs
// both, so that everything runs once. `npx vitest run <files>` runs files in whatever tier they belong to.
export default defineConfig({
  test: {
    restoreMocks: true,
    // Not a measure of speed: many of these tests run whole programs, and machines may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      tier('fast', ['test/**/*.test.ts'], [FOR_THE_THOROUGH_TIER]),
      tier('thorough', [FOR_BOTH_TIERS, FOR_THE_THOROUGH_TIER], []),
      {
        extends: true,
        test: {
          name: 'types',
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/**/*.test-d.ts'],
            tsconfig: './tsconfig.json',
          },
        },
      },
    ],
  },
});
