// `npm run mutation`: changes the deadline engine in every small way and asks whether a test notices.
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'build/vitest.mutation.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  // `index.ts` only names what is public; the doors' messages and limits are declarations that zod carries out.
  mutate: ['shared/domain/{time,calendar,deadlines}/**/*.ts', '!shared/domain/**/index.ts', '!shared/domain/**/schemas.ts'],
  // The test runner reads the projects that tsconfig.json refers to, so their folders must come along.
  ignorePatterns: ['out', 'dist', 'reports', 'test-results'],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: true },
  jsonReporter: { fileName: 'reports/mutation/deadlines.json' },
  tempDirName: '.stryker-tmp',
  concurrency: 2,
  timeoutMS: 15_000,
  thresholds: { high: 98, low: 95, break: 95 },
}
