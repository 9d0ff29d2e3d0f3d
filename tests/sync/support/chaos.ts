import type { ServerLink } from '../../../shared/server/link'

/** A sequence that a seed repeats (mulberry32): whole numbers below `n`. */
export function seededNumbers(seed: number): (n: number) => number {
  let state = seed >>> 0
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n
  }
}

interface Changes {
  readonly results: readonly unknown[]
}

/** Every answer of changes in an order of its own, with rows twice and rows of earlier answers among them. */
export function unruly(link: ServerLink, below: (n: number) => number): ServerLink {
  const earlier: unknown[] = []
  return async (request, cancel) => {
    const reply = await link(request, cancel)
    if (!reply.ok || reply.value.status !== 200 || !request.path.includes('/_changes?include_docs')) return reply
    const changes = reply.value.body as Changes
    if (changes.results.length === 0) return reply
    const rows = [...changes.results]
    for (let more = below(3); more > 0; more--) rows.push(rows[below(rows.length)])
    for (let more = below(4); more > 0 && earlier.length > 0; more--) rows.push(earlier[below(earlier.length)])
    earlier.push(...changes.results.slice(-5))
    for (let at = rows.length - 1; at > 0; at--) {
      const other = below(at + 1)
      const row = rows[at]
      rows[at] = rows[other]
      rows[other] = row
    }
    return { ok: true, value: { ...reply.value, body: { ...changes, results: rows } } }
  }
}
