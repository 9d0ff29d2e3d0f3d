import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { AppInfo } from '../../shared/ipc/app'
import { topology } from '../../shared/server/names'

/** Laid beside the executable by the bootstrap when it made the runtime of an npm package. */
const marker = z.object({ origin: z.literal('npm'), package: z.string(), version: z.string() })

/** The npm package that the runtime was made of, null for Electron's own build. */
export function thirdPartyRuntime(executable: string): AppInfo['thirdPartyRuntime'] {
  const file = path.join(path.dirname(executable), 'otklik-runtime.json')
  if (!existsSync(file)) return null
  const { package: name, version } = marker.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { package: name, version }
}

/**
 * ms between the hour a test wants and the machine's. Heard only by an unpackaged program: nobody must be able to turn back
 * the clock of a deadline.
 */
export function clockOffset(wanted: string | undefined, packaged: boolean, now: number): number {
  if (packaged || wanted === undefined || wanted === '') return 0
  const instant = Date.parse(wanted)
  if (Number.isNaN(instant)) throw new Error(`OTKLIK_NOW is not an instant: ${wanted}`)
  return instant - now
}

/** What a test wants before every name on the server it tries. Heard only by an unpackaged program, like the hour. */
export function serverPrefix(wanted: string | undefined, packaged: boolean): string {
  const at = topology(packaged ? '' : (wanted ?? ''))
  if (!at.ok) throw new Error(`OTKLIK_SERVER_PREFIX is no prefix: ${wanted}`)
  return at.value.prefix
}
