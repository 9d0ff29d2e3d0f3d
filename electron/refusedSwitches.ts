import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** The switch by which the packaged program's own test drives it. */
const drivingSwitch = 'remote-debugging-port'

/**
 * Chromium's switches that hand the page, and people's words in it, to whoever asks on this computer, or take away what keeps
 * the server's password from strangers. Electron has no fuse for them, and a line in a shortcut is enough to set one.
 */
const refused = [
  drivingSwitch,
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'disable-web-security',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'log-net-log',
  'ssl-key-log-file',
] as const

/**
 * The switches that this start was given and that a packaged program does not open with. An unpackaged one is a developer's.
 * @param has whether a switch was given, by its name without dashes
 */
export function refusedSwitches(has: (name: string) => boolean, program: { readonly packaged: boolean; readonly forTestsOnly: boolean }): readonly string[] {
  if (!program.packaged) return []
  return refused.filter((name) => has(name) && !(program.forTestsOnly && name === drivingSwitch))
}

const manifest = z.object({ forTestsOnly: z.boolean().default(false) })

/** Whether the program was packaged to be driven by its test and never to be handed out. */
export const isForTestsOnly = (appFolder: string): boolean => manifest.parse(JSON.parse(readFileSync(path.join(appFolder, 'package.json'), 'utf8'))).forTestsOnly
