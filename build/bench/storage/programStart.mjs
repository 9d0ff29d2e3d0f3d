import { root } from '../../setup/paths.mjs'
import { sandboxArguments } from '../../setup.mjs'

/** What the inbox shows when nothing is open; with open cases its first row. */
const inboxShown = '[role="option"], :text("Открытых сообщений нет")'

/**
 * Starts the real program on a data folder and ends it again.
 * @param {string} folder @param {{ folder: string }} runtime @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} ms from the command to an inbox that can be used
 */
export async function programStart(folder, runtime, env) {
  const { _electron } = await import('@playwright/test')
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder
  const from = performance.now()
  const app = await _electron.launch({
    args: [...sandboxArguments(), `--user-data-dir=${folder}`, root],
    env: /** @type {Record<string, string>} */ ({ ...env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder }),
    chromiumSandbox: sandboxArguments().length === 0,
    timeout: 120_000,
  })
  try {
    const page = await app.firstWindow()
    await page.waitForSelector(inboxShown, { timeout: 120_000 })
    return performance.now() - from
  } finally {
    await app.close()
  }
}
