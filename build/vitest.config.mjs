import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// The machine's own zone must never leak into a result: every run takes a zone that is nobody's office.
process.env['TZ'] = 'Pacific/Kiritimati'

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['tests/{unit,spec,property,architecture,sync}/**/*.test.{ts,tsx}'],
    // On a server that the suite shares with others it cleans up behind itself, whatever happens.
    globalSetup: process.env['COUCHDB_URL'] === undefined ? [] : ['tests/sync/support/wholeRun.ts'],
    environment: 'node',
    testTimeout: 60_000,
    pool: 'forks',
    // It asks for Electron, which a test stands in for.
    server: { deps: { inline: ['electron-store'] } },
  },
})
