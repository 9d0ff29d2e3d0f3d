import { MonthIndex, type PackedMonth, type SearchedCase } from './monthIndex'
import { parseQuery } from './query'
import { termsOf } from './terms'
import { Stems } from './tokens'

export interface Found {
  readonly id: string
  readonly month: string
  readonly at: number
}

export interface Answer {
  /** Newest first. */
  readonly found: readonly Found[]
  /** Older months were not looked into, or more was found there than asked for. */
  readonly more: boolean
}

/**
 * Search in Russian over cases held by month (`YYYY-MM`, named by the caller). Newer months are asked first and the rest only
 * until there is enough, so a query's time does not grow with the years. Pure data in memory: `pack` and `load` a month to keep it.
 */
export class SearchIndex {
  readonly #months = new Map<string, MonthIndex>()
  readonly #monthOf = new Map<string, string>()
  readonly #stems = new Stems()

  get size(): number {
    return this.#monthOf.size
  }

  months(): string[] {
    return [...this.#months.keys()].sort().reverse()
  }

  /** Adds a case or puts its new wording in place of the old one, also when it has moved to another month. */
  put(month: string, searched: SearchedCase): void {
    const before = this.#monthOf.get(searched.id)
    if (before !== undefined && before !== month) this.remove(searched.id)
    const index = this.#months.get(month) ?? new MonthIndex()
    this.#months.set(month, index)
    this.#monthOf.set(searched.id, month)
    index.put(searched.id, searched.at, termsOf(searched, this.#stems))
  }

  remove(id: string): void {
    const month = this.#monthOf.get(id)
    if (month === undefined) return
    this.#monthOf.delete(id)
    const index = this.#months.get(month)
    index?.remove(id)
    if (index?.size === 0) this.#months.delete(month)
  }

  find(query: string, most = 200): Answer {
    const wanted = parseQuery(query, this.#stems)
    if (wanted.length === 0) return { found: [], more: false }
    const found: Found[] = []
    for (const month of this.months()) {
      if (found.length >= most) return { found, more: true }
      const here = this.#months.get(month)?.find(wanted) ?? []
      const room = most - found.length
      for (const { id, at } of here.slice(0, room)) found.push({ id, month, at })
      if (here.length > room) return { found, more: true }
    }
    return { found, more: false }
  }

  pack(month: string): PackedMonth | undefined {
    return this.#months.get(month)?.pack()
  }

  /** Takes a packed month in place of what is there. */
  load(month: string, packed: PackedMonth): void {
    const index = MonthIndex.unpack(packed)
    for (const [id, known] of this.#monthOf) if (known === month) this.#monthOf.delete(id)
    this.#months.set(month, index)
    for (const id of packed.ids) {
      const elsewhere = this.#monthOf.get(id)
      if (elsewhere !== undefined) this.#months.get(elsewhere)?.remove(id)
      this.#monthOf.set(id, month)
    }
  }
}
