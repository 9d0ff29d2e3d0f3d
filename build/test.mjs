import { prepareTools, prepareWindow, sandboxArguments } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { SetupFailure, runAsEntry, say } from './setup/say.mjs'
import { choose } from './testing/choose.mjs'
import { steps } from './testing/steps.mjs'

// Ended from outside, the virtual display has to end too.
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.once(signal, () => process.exit(1))

// `npm test`: everything that can be found wrong by machine. A failing step does not hide the next one's findings.
await runAsEntry(async () => {
  const { filters, steps: wanted } = choose(process.argv.slice(2), steps)
  await prepareTools()
  const total = { passed: 0, failed: 0 }
  /** @type {string[]} */
  const summary = []
  for (const step of wanted) {
    say(`— ${step.what}`)
    const from = Date.now()
    let count
    try {
      count = await runStep(step, filters)
    } catch (failure) {
      // Also a bug in a step must not keep the others from running, nor the sum from being said.
      console.error(failure instanceof SetupFailure ? `\n${failure.message}\nWhat to do: ${failure.remedy}\n` : failure)
      count = { passed: 0, failed: 1 }
    }
    total.passed += count.passed
    total.failed += count.failed
    summary.push(`${count.failed === 0 ? 'ok  ' : 'FAIL'} ${step.what}: ${count.passed} passed, ${count.failed} failed, ${Math.round((Date.now() - from) / 1000)} s`)
  }
  console.log(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
})

/** @param {import('./testing/steps.mjs').Step} step @param {readonly string[]} filters */
async function runStep(step, filters) {
  if (!step.window) return step.run({ root, env: process.env, filters })
  const { runtime, display } = await prepareWindow({ tests: true })
  try {
    return await step.run({
      root,
      filters,
      env: { ...process.env, ...display.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, OTKLIK_TEST_ARGUMENTS: sandboxArguments().join(' ') },
    })
  } finally {
    display.close()
  }
}
