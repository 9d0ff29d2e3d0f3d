import { defineConfig } from 'vitest/config'

process.env['TZ'] = 'Pacific/Kiritimati'

/** The engine's tests that are quick enough to be run for each of some thousands of mutants; chance is left out. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{unit,spec}/domain/{time,calendar,deadlines}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
})
