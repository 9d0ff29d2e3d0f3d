// @types/papaparse brings Node's types with it, which shared must not see: the one call made here, described.
declare module 'papaparse/papaparse.js' {
  interface ParseConfig {
    readonly delimiter?: string
    readonly delimitersToGuess?: readonly string[]
    readonly skipEmptyLines?: boolean | 'greedy'
    readonly preview?: number
  }
  interface ParseResult {
    readonly data: string[][]
    readonly errors: readonly { readonly type: string; readonly code: string; readonly row?: number }[]
    readonly meta: { readonly delimiter: string; readonly truncated: boolean }
  }
  const Papa: { parse(text: string, config: ParseConfig): ParseResult }
  export default Papa
}
