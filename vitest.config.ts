import { defineConfig, type TestProjectConfiguration, type UserWorkspaceConfig } from 'vitest/config';

type ProjectConfig = NonNullable<UserWorkspaceConfig['test']>;

const FOR_BOTH_TIERS = 'test/**/*.property.test.ts';
const FOR_THE_THOROUGH_TIER = 'test/**/*.thorough.test.ts';
const SECOND_VENDOR = 'test/second-vendor/**/*.thorough.test.ts';

/** A tier of the tests; `test/support/runs.ts` reads its name and gives properties their number of random cases. */
function tier(name: 'fast' | 'thorough', options: ProjectConfig): TestProjectConfiguration {
  return { extends: true, test: { name, env: { TEST_TIER: name }, ...options } };
}

// The name of a file says when it runs:
//
//   *.test.ts            npm test
//   *.property.test.ts   both, with few random cases in `npm test` and many in the thorough tier
//   *.thorough.test.ts   npm run test:thorough: whole programs, browsers, servers under load
//   test/second-vendor   npm run test:second-vendor: another vendor's specification, from generating to calls
//   *.test-d.ts          npm test, which type-checks the whole repository with them
//
// The thorough tier doesn't repeat the tests of `npm test`, except properties, whose number of cases differs. CI runs
// both, so that everything runs once. `npx vitest run <files>` runs files in whatever tier they belong to.
export default defineConfig({
  test: {
    restoreMocks: true,
    unstubEnvs: true,
    // Vitest would leave one processor to itself.
    maxWorkers: '100%',
    // Not a measure of speed: many of these tests run whole programs, and machines may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      tier('fast', {
        include: ['test/**/*.test.ts'],
        exclude: [FOR_THE_THOROUGH_TIER],
        // Files share a process and the modules that they load, which halves the time. So hooks stand in test files
        // alone (a module that several files import would register its own once), and nothing uses `vi.mock`.
        isolate: false,
      }),
      tier('thorough', { include: [FOR_BOTH_TIERS, FOR_THE_THOROUGH_TIER], exclude: [SECOND_VENDOR] }),
      { extends: true, test: { name: 'second-vendor', include: [SECOND_VENDOR] } },
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
