import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    typecheck: {
      enabled: true,
      include: ['test/**/*.test-d.ts'],
      tsconfig: './tsconfig.json',
      ignoreSourceErrors: true,
    },
    restoreMocks: true,
    // Not a measure of speed: many of these tests run whole programs, and machines may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
