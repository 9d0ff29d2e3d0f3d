import { expect, it } from 'vitest'
import { housing, roads } from '../support/journal'
import { openServer } from './support/server'
import { runStorm, stormPeople } from './support/storm'

/**
 * OTKLIK_STORM=long: twenty seeds of thousands of actions. OTKLIK_STORM_SEED=n,m: those seeds alone. Otherwise two short storms, one
 * of them with a seed nobody has seen.
 */
const long = process.env['OTKLIK_STORM'] === 'long'
const given = process.env['OTKLIK_STORM_SEED']
const fresh = Date.now() % 1_000_000
const seeds = given !== undefined ? given.split(',').map(Number) : long ? Array.from({ length: 20 }, (_, at) => at + 1) : [1, fresh]
const steps = Number(process.env['OTKLIK_STORM_STEPS'] ?? (long ? 4_000 : 400))

// A server for each: what one storm leaves would be fetched by every computer of the next.
it.each(seeds)('SY20 after the storm of seed %i every replica has the same events and folds the same cases', async (seed) => {
  const server = await openServer()
  try {
    await server.provision(server.plan([roads, housing], stormPeople))
    const report = await runStorm(server, seed, steps)
    console.log(`seed ${seed}: ${JSON.stringify(report)}`)
    // A storm in which nothing happened would prove nothing.
    expect(report.actions).toBeGreaterThan(steps / 4)
    expect(report.kills).toBeGreaterThan(6)
  } catch (failure) {
    throw new Error(`Storm of seed ${seed}, ${steps} steps: OTKLIK_STORM_SEED=${seed} OTKLIK_STORM_STEPS=${steps}`, { cause: failure })
  } finally {
    await server.close()
  }
}, long ? 1_800_000 : 240_000)
