import { scanJson, type JsonProblem } from './scanJson'

export interface ReadJson {
  /** Absent when nothing could be read. Integers beyond 2^53 are strings, digit for digit: ids must not be rounded. */
  readonly value?: unknown
  /** With a `value`: the whole elements before this place were saved, the rest is lost. */
  readonly problem?: JsonProblem
}

/** Never throws. A byte-order mark is taken off. */
export function readJson(raw: string): ReadJson {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw
  const scan = scanJson(text)
  if (scan.problem === undefined) return { value: JSON.parse(quoted(text, scan.longIntegers)) as unknown }
  if (scan.salvage === undefined) return { problem: scan.problem }
  return { value: JSON.parse(quoted(scan.salvage, scan.longIntegers)) as unknown, problem: scan.problem }
}

function quoted(text: string, integers: readonly (readonly [number, number])[]): string {
  const parts: string[] = []
  let from = 0
  for (const [start, end] of integers) {
    // A salvaged text is shorter than the one that was scanned.
    if (end > text.length) break
    parts.push(text.slice(from, start), '"', text.slice(start, end), '"')
    from = end
  }
  parts.push(text.slice(from))
  return parts.join('')
}
