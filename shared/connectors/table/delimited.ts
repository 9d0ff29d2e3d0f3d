import Papa from 'papaparse/papaparse.js'

/** A cell as a table file gives it: a `Date` of a spreadsheet holds the wall clock in its UTC fields. */
export type Cell = string | number | boolean | Date | null | undefined
export type TableRow = readonly Cell[]

export interface Delimited {
  readonly rows: readonly TableRow[]
  readonly delimiter: string
  /** A quote that opens and never closes swallows the rest of the file: the row (from 1) where it opened. */
  readonly brokenQuoteAt?: number
}

/** CSV and its kin to rows; `;` `,` tab and `|` are told apart by which makes even columns. Excel's `sep=` line is obeyed. */
export function readDelimited(text: string): Delimited {
  const hint = /^\uFEFF?sep=(.)\r?\n/i.exec(text)
  // An empty last line would count as a row of one column and spoil the guess for tables of two.
  const body = (hint === null ? text : text.slice(hint[0].length)).replace(/[\r\n]+$/, '')
  const delimiter = hint?.[1]
  const parsed = Papa.parse(body, delimiter === undefined ? { delimitersToGuess: [';', '\t', ',', '|'] } : { delimiter })
  const broken = parsed.errors.find((error) => error.code === 'MissingQuotes')
  return {
    rows: parsed.data,
    delimiter: parsed.meta.delimiter,
    ...(broken === undefined ? {} : { brokenQuoteAt: (broken.row ?? 0) + 1 }),
  }
}
