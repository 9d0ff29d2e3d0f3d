import { loadTypeScript } from '../loadTypeScript.mjs'
import { prepareTools } from '../setup.mjs'
import { runAsEntry } from '../setup/say.mjs'

// Two of the peers know no zone but the machine's; they are given the office's.
process.env['TZ'] = 'Asia/Krasnoyarsk'

await runAsEntry(async () => {
  await prepareTools()
  const engine = await loadTypeScript('build/bench/deadlines/engine.ts')
  const { Oracle, ORACLE_SCHEDULES, oracleDay } = await loadTypeScript('tests/support/deadlineOracle.ts')
  const { measure } = await import('./deadlines/measure.mjs')
  const { peers } = await import('./deadlines/peers.mjs')
  const [forty] = ORACLE_SCHEDULES
  const oracle = new Oracle(forty, 'Asia/Krasnoyarsk', Date.UTC(2020, 11, 1), Date.UTC(2028, 2, 1))
  const days = (/** @type {string} */ date) => oracleDay(forty, date.replaceAll('-', ''), false)
  return measure(engine, (/** @type {number} */ t, /** @type {number} */ ms) => oracle.add('working', t, ms), peers(days))
})
