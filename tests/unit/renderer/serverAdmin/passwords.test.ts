import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { machineRandom, personPassword, relaySecret, type RandomBytes } from '../../../../renderer/features/server-admin/passwords'

/** Bytes that repeat themselves from the seed on. */
function seeded(seed: string): RandomBytes {
  let drawn = 0
  return (count) => new Uint8Array(createHash('sha512').update(`${seed}/${drawn++}`).digest().subarray(0, count))
}

describe('passwords of the program’s making', () => {
  it('are four groups that nobody misreads, and never twice the same', () => {
    const random = seeded('passwords')
    const made = Array.from({ length: 500 }, () => personPassword(random))
    expect(made.filter((password) => !/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/.test(password))).toEqual([])
    expect(new Set(made).size).toBe(500)
    expect(personPassword(machineRandom)).not.toBe(personPassword(machineRandom))
  })

  it('favour no sign', () => {
    const random = seeded('even')
    const counts = new Map<string, number>()
    for (const sign of Array.from({ length: 2_000 }, () => relaySecret(random)).join('')) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    expect(counts.size).toBe(31)
    const mean = (2_000 * 32) / 31
    // Five deviations of a fair draw.
    for (const count of counts.values()) expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(mean))
  })

  it('bytes beyond the last whole alphabet are drawn again', () => {
    let draws = 0
    const stubborn: RandomBytes = (count) => new Uint8Array(count).fill(draws++ === 0 ? 255 : 0)
    expect(relaySecret(stubborn)).toBe('a'.repeat(32))
    expect(draws).toBe(2)
  })

  it('a relay’s is long enough for provisioning and fits in a URL', () => {
    expect(relaySecret(machineRandom)).toMatch(/^[A-Za-z0-9_-]{24,}$/)
  })
})
