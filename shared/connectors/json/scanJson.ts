/** Where and why a text stops being JSON. Lines and columns count from 1, `offset` from 0, in UTF-16 units. */
export interface JsonProblem {
  readonly kind: 'truncated' | 'broken' | 'tooDeep'
  readonly offset: number
  readonly line: number
  readonly column: number
}

export interface JsonScan {
  readonly problem?: JsonProblem
  /** Start and end of every integer that a JavaScript number cannot hold exactly. */
  readonly longIntegers: readonly (readonly [number, number])[]
  /** With `problem`: the part up to the last whole element, closed so that it parses; absent when there is none. */
  readonly salvage?: string
}

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'comma' | 'nothing'

const maxDepth = 100
const numberPattern = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y
const literalPattern = /true|false|null/y
const spacePattern = /[ \t\n\r]*/y
// A run without quotes, escapes and controls, so that a string of megabytes is a few steps, not one per character.
const plainRun = /[^"\\\u0000-\u001F]{1,10000}/y
const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Reads the grammar of JSON without building values, in one pass and without recursion: `JSON.parse` gives no dependable place of
 * an error, rounds long ids silently, and cannot give back the whole elements before a cut.
 */
export function scanJson(text: string): JsonScan {
  const closers: string[] = []
  const longIntegers: [number, number][] = []
  let at = 0
  let salvageEnd = -1
  let salvageClosers = ''
  let expect = 'value' as Expected

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) return undefined
    at += found[0].length
    return found[0]
  }
  const string = (): boolean => {
    at++
    for (;;) {
      if (text[at] === '"') {
        at++
        return true
      }
      if (match(plainRun) === undefined && match(escapePattern) === undefined) return false
    }
  }
  const stop = (kind?: JsonProblem['kind']): JsonScan => {
    const before = text.slice(0, at)
    const problem: JsonProblem = {
      // An escape cut in half leaves `at` before the end: what remains is a beginning of an escape and nothing else.
      kind: kind ?? (/^(?:\\(?:u[0-9a-fA-F]{0,3})?|-|[tfn][a-z]{0,4})?$/.test(text.slice(at, at + 8)) ? 'truncated' : 'broken'),
      offset: at,
      line: before.split('\n').length,
      column: at - before.lastIndexOf('\n'),
    }
    return salvageEnd < 0 ? { problem, longIntegers } : { problem, longIntegers, salvage: text.slice(0, salvageEnd) + salvageClosers }
  }
  const valueDone = () => {
    expect = closers.length === 0 ? 'nothing' : 'comma'
  }
  const close = () => {
    at++
    closers.pop()
    valueDone()
    // Only whole elements of lists are worth saving: a half of one would pass for a message with fields missing.
    if (closers.length === 0 || closers[closers.length - 1] === ']') {
      salvageEnd = at
      salvageClosers = [...closers].reverse().join('')
    }
  }

  for (;;) {
    match(spacePattern)
    const char = text[at]
    if (char === undefined) return expect === 'nothing' ? { longIntegers } : stop('truncated')
    if (expect === 'nothing') return stop('broken')
    if (expect === 'comma') {
      if (char === closers[closers.length - 1]) close()
      else if (char === ',') {
        at++
        expect = closers[closers.length - 1] === '}' ? 'key' : 'value'
      } else return stop('broken')
      continue
    }
    if (expect === 'key' || expect === 'keyOrEnd') {
      if (char === '}' && expect === 'keyOrEnd') {
        close()
        continue
      }
      if (char !== '"') return stop('broken')
      if (!string()) return stop()
      match(spacePattern)
      if (text[at] !== ':') return stop(at >= text.length ? 'truncated' : 'broken')
      at++
      expect = 'value'
      continue
    }
    if (char === ']' && expect === 'valueOrEnd') {
      close()
    } else if (char === '{' || char === '[') {
      if (closers.length >= maxDepth) return stop('tooDeep')
      at++
      closers.push(char === '{' ? '}' : ']')
      expect = char === '{' ? 'keyOrEnd' : 'valueOrEnd'
    } else if (char === '"') {
      if (!string()) return stop()
      valueDone()
    } else {
      const start = at
      const number = match(numberPattern)
      if (number !== undefined) {
        if (/^-?\d{16,}$/.test(number) && !Number.isSafeInteger(Number(number))) longIntegers.push([start, at])
      } else if (match(literalPattern) === undefined) return stop()
      valueDone()
    }
  }
}
