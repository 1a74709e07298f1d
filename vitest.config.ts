import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // CommonJS packages export to the tests what they export to Node.
    deps: { interopDefault: false },
    pool: 'forks',
    // Machines of two cores run the suite; a worker more only makes the others wait.
    maxWorkers: 2,
    // Browsers, servers and killed processes wait for a busy machine now and then; what fails, fails three times.
    retry: process.env.CI === undefined ? 0 : 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A suite that loses its tests has failed.
    passWithNoTests: false,
  },
});
