/// <reference lib="dom" />
import { root } from '../../setup/paths.mjs'
import { sandboxArguments } from '../../setup.mjs'

/** What the inbox shows when nothing is open; with open cases its first row. */
const inboxShown = '[role="option"], :text("Открытых сообщений нет")'

/** Frames that are looked at: about four seconds of scrolling. */
const frames = 240

/**
 * Starts the real program on a data folder, scrolls its list and ends it again.
 * @param {string} folder @param {{ folder: string }} runtime @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ begun: number, frame: { p50: number, p95: number } }>} `begun`: ms from the command to an inbox that can be
 *   used; `frame`: ms between two frames while its list is scrolled, or of the window at rest where there is nothing to scroll
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
    const begun = performance.now() - from
    return { begun, frame: await page.evaluate(scrolled, frames) }
  } finally {
    await app.close()
  }
}

/**
 * Runs in the page: two and a half rows a frame, down and up again, as a thumb that is dragged.
 * @param {number} count
 */
async function scrolled(count) {
  const list = document.querySelector('[role="listbox"]')
  const next = () => new Promise((resolve) => requestAnimationFrame(resolve))
  /** @type {number[]} */
  const between = []
  let before = await next()
  for (let frame = 0; frame < count; frame++) {
    if (list !== null) list.scrollTop += frame < count / 2 ? 190 : -190
    const now = await next()
    between.push(now - before)
    before = now
  }
  between.sort((a, b) => a - b)
  return { p50: between[Math.floor(count * 0.5)] ?? 0, p95: between[Math.floor(count * 0.95)] ?? 0 }
}
