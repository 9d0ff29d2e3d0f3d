/**
 * The switches inside Electron's executable, as electron-builder names them: the program starts its own code from its own asar
 * and nothing else.
 */
export const fuses = Object.freeze({
  /** ELECTRON_RUN_AS_NODE would make a Node of the program. */
  runAsNode: false,
  enableCookieEncryption: true,
  /** NODE_OPTIONS could load strangers' code, NODE_EXTRA_CA_CERTS a stranger's certificate. */
  enableNodeOptionsEnvironmentVariable: false,
  /** --inspect opens the main process to a debugger. */
  enableNodeCliInspectArguments: false,
  /** Held by Electron on Windows and macOS; on Linux the switch is set and nothing checks. */
  enableEmbeddedAsarIntegrityValidation: true,
  /** No `resources/app` beside the asar. */
  onlyLoadAppFromAsar: true,
  /** We bring no snapshot of our own. */
  loadBrowserProcessSpecificV8Snapshot: false,
  /** Our page comes from `app:`, nothing from `file:`. */
  grantFileProtocolExtraPrivileges: false,
})

/** @typedef {keyof typeof fuses} FuseName */

/** Where each lies on the wire. @type {Readonly<Record<FuseName, number>>} */
const place = {
  runAsNode: 0,
  enableCookieEncryption: 1,
  enableNodeOptionsEnvironmentVariable: 2,
  enableNodeCliInspectArguments: 3,
  enableEmbeddedAsarIntegrityValidation: 4,
  onlyLoadAppFromAsar: 5,
  loadBrowserProcessSpecificV8Snapshot: 6,
  grantFileProtocolExtraPrivileges: 7,
}

const off = '0'.charCodeAt(0)
const on = '1'.charCodeAt(0)

/**
 * Reads the switches back out of an executable.
 * @param {string} executable
 * @returns {Promise<Record<FuseName, boolean>>}
 * @throws when one of them is not there: this Electron is another than the program is packaged for
 */
export async function readFuses(executable) {
  const { getCurrentFuseWire } = await import('@electron/fuses')
  const wire = /** @type {Record<number, number>} */ (/** @type {unknown} */ (await getCurrentFuseWire(executable)))
  const read = Object.entries(place).map(([name, at]) => {
    const state = wire[at]
    if (state !== on && state !== off) throw new Error(`${executable} has no fuse ${name}`)
    return [name, state === on]
  })
  return Object.fromEntries(read)
}
