import type { Range } from '../text/plainText'

export interface FoundNumbers {
  readonly bankCard: readonly Range[]
  readonly snils: readonly Range[]
  readonly inn: readonly Range[]
  readonly passport: readonly Range[]
}

const digitsOf = (text: string): number[] => [...text.replace(/\D/g, '')].map(Number)

/** Luhn's check of a card's number, 16 to 19 digits. */
export function isBankCard(text: string): boolean {
  const digits = digitsOf(text).reverse()
  if (digits.length < 16 || digits.length > 19 || new Set(digits).size < 2) return false
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0)
  return sum % 10 === 0
}

/** СНИЛС: nine digits with weights 9…1; the sum modulo 101, 100 counting as 0, is the last two. */
export function isSnils(text: string): boolean {
  const digits = digitsOf(text)
  if (digits.length !== 11 || new Set(digits).size < 2) return false
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (9 - index), 0) % 101
  return (sum === 100 ? 0 : sum) === (digits[9] ?? 0) * 10 + (digits[10] ?? 0)
}

const innWeights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const innCheck = (digits: readonly number[], weights: readonly number[]): number =>
  (weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0) % 11) % 10

/** ИНН of a person: twelve digits, the last two are checks. Ten-digit ones belong to organisations and are nobody's personal data. */
export function isInn(text: string): boolean {
  const digits = digitsOf(text)
  if (digits.length !== 12 || new Set(digits).size < 2) return false
  return innCheck(digits, innWeights.slice(1)) === digits[10] && innCheck(digits, innWeights) === digits[11]
}

const card = /(?<![\p{N}-])\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\p{N}-])/gu
const snils = /(?<![\p{N}-])\d{3}[ -]?\d{3}[ -]?\d{3}[ -]?\d{2}(?![\p{N}-])/gu
const inn = /(?<![\p{N}-])\d{12}(?![\p{N}-])/gu
/** Series and number have no check digits, so a word for the document must stand before them or between them. */
const passport =
  /(?:паспорт\p{L}*|сери[яи])[^\p{N}\n]{0,40}(\d{2}\s?\d{2}\s*(?:№|N|номер)?\s*\d{6})(?!\p{N})|(?<!\p{N})(\d{2}\s?\d{2}\s*(?:№|N|номер)\s*\d{6})(?!\p{N})/giu

export function findNumbers(text: string): FoundNumbers {
  const all = (pattern: RegExp, holds: (digits: string) => boolean): Range[] =>
    [...text.matchAll(pattern)].filter((match) => holds(match[0])).map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const passports = [...text.matchAll(passport)].map((match) => {
    const number = match[1] ?? match[2] ?? ''
    const end = match.index + match[0].length
    return { start: end - number.length, end }
  })
  return { bankCard: all(card, isBankCard), snils: all(snils, isSnils), inn: all(inn, isInn), passport: passports }
}
