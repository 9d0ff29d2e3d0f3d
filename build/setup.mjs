import { ensureDependencies } from './setup/dependencies.mjs'
import { openDisplay } from './setup/display.mjs'
import { root } from './setup/paths.mjs'
import { SetupFailure, say } from './setup/say.mjs'
import { ensureSystemLibraries } from './setup/systemLibraries.mjs'

/** @param {string} version as in process.versions.node */
export function ensureNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupFailure(`Node ${version} is too old`, 'install Node 20.19 or newer and repeat the command.')
  }
}

/** Only what needs no window: dependencies by the lock. */
export async function prepareTools() {
  ensureNode(process.versions.node)
  await ensureDependencies(root)
}

/**
 * Everything a window needs, on a fresh machine too: dependencies, the bundles, a runtime, the system's libraries, a display.
 * Nothing outside Node's own modules is imported before the dependencies are there.
 * @param {{ tests: boolean }} purpose
 */
export async function prepareWindow({ tests }) {
  await prepareTools()
  const { bundle } = await import('./bundle.mjs')
  say('Building')
  try {
    await bundle({ root })
  } catch (failure) {
    // esbuild has already shown each error with its place in the source.
    if (failure instanceof Error && 'errors' in failure) throw new SetupFailure('the program cannot be built', 'correct the errors shown above and repeat the command.')
    throw failure
  }
  const { findRuntime } = await import('./runtime/find.mjs')
  const runtime = await findRuntime({ root })
  const virtualDisplay = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
  await ensureSystemLibraries({ runtimeFolder: runtime.folder, virtualDisplay, tests })
  const display = await openDisplay()
  return { runtime, display }
}

/** Chromium's own sandbox refuses to run as root, and only there it is switched off. */
export const sandboxArguments = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [])
