import { afterAll, beforeAll, expect, it } from 'vitest'
import { housing, roads } from '../support/journal'
import { openServer, type TestServer } from './support/server'
import { runStorm, stormPeople } from './support/storm'

/**
 * OTKLIK_STORM=long: twenty seeds of thousands of actions. OTKLIK_STORM_SEED=n: that seed alone. Otherwise two short storms, one
 * of them with a seed nobody has seen.
 */
const long = process.env['OTKLIK_STORM'] === 'long'
const given = process.env['OTKLIK_STORM_SEED']
const fresh = Date.now() % 1_000_000
const seeds = given !== undefined ? [Number(given)] : long ? Array.from({ length: 20 }, (_, at) => at + 1) : [1, fresh]
const steps = Number(process.env['OTKLIK_STORM_STEPS'] ?? (long ? 4_000 : 700))

let server: TestServer
beforeAll(async () => {
  server = await openServer()
  await server.provision(server.plan([roads, housing], stormPeople))
})
afterAll(() => server.close())

it.each(seeds)('SY20 after the storm of seed %i every replica has the same events and folds the same cases', async (seed) => {
  const report = await runStorm(server, seed, steps).catch((failure: unknown) => {
    throw new Error(`Storm of seed ${seed}, ${steps} steps (OTKLIK_STORM_SEED=${seed} OTKLIK_STORM_STEPS=${steps})`, { cause: failure })
  })
  console.log(`seed ${seed}: ${JSON.stringify(report)}`)
  // A storm in which nothing happened would prove nothing.
  expect(report.actions).toBeGreaterThan(steps / 10)
  expect(report.kills).toBeGreaterThan(6)
}, long ? 900_000 : 240_000)
