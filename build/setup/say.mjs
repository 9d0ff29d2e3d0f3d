/** What the bootstrap tells the person at the terminal: one line a step, nothing hidden. */

const started = Date.now()

const stamp = () => `[${String(Math.round((Date.now() - started) / 1000)).padStart(3)} s]`

/** @param {string} text */
export const say = (text) => console.log(`${stamp()} ${text}`)

/** @param {string} text */
export const warn = (text) => console.warn(`${stamp()} WARNING: ${text}`)

/** A failure the person can act on: `message` says what went wrong, `remedy` what to do. Anything else thrown is a bug. */
export class SetupFailure extends Error {
  /**
   * @param {string} message
   * @param {string} remedy
   */
  constructor(message, remedy) {
    super(message)
    this.name = 'SetupFailure'
    this.remedy = remedy
  }
}

/**
 * Runs an entry point: a SetupFailure is told in words and ends with code 1, a bug keeps its stack.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runAsEntry(main) {
  try {
    process.exitCode = await main()
  } catch (failure) {
    process.exitCode = 1
    if (!(failure instanceof SetupFailure)) throw failure
    console.error(`\n${stamp()} FAILED: ${failure.message}\n\nWhat to do: ${failure.remedy}\n`)
  }
}
