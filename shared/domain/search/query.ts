import { codesOf, phonesOf, plainWord, tokensOf, type Stems } from './tokens'

/** One thing a case must have: any of the exact terms, or any term that begins so. */
export interface Wanted {
  readonly exact: readonly string[]
  readonly beginning?: string
}

/** Marks that keep phones and codes apart from words in one table of terms. */
export const phoneTerm = (digits: string): string => `#${digits}`
export const codeTerm = (code: string): string => `=${code}`

/**
 * Words in any form, all of them; the last one also by its beginning while it is being typed (no space after it). What looks like
 * a phone or a code is looked for as one, or as the words in it.
 */
export function parseQuery(query: string, stems: Stems): Wanted[] {
  const trimmed = query.trim()
  const whole = wholeOf(trimmed)
  if (whole !== undefined) return [whole]
  const tokens = tokensOf(query)
  const typing = !/\s$/.test(query)
  return tokens.map(({ word }, index): Wanted => {
    const exact = stems.allOf(word)
    return typing && index === tokens.length - 1 ? { exact, beginning: word } : { exact }
  })
}

/** A query that is a phone or a code and nothing else. */
function wholeOf(query: string): Wanted | undefined {
  const [phone] = phonesOf(query)
  if (phone !== undefined && /^[\d\s()+-]+$/.test(query)) return { exact: [phoneTerm(phone)], beginning: phoneTerm(phone) }
  const [code] = codesOf(query)
  return code !== undefined && code === plainWord(query) ? { exact: [codeTerm(code)], beginning: codeTerm(code) } : undefined
}
