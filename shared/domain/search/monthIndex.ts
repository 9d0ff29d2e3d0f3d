import type { Wanted } from './query'

/** What is searched of one case. */
export interface SearchedCase {
  readonly id: string
  /** Newest first by this: epoch ms. */
  readonly at: number
  /** Everything in words: the message, the answer, the author's name. */
  readonly text: string
  /** Numbers and ids looked for as they are written: an appeal's number, the network's id. */
  readonly numbers?: readonly string[]
}

/** A month's index as plain data: kept beside the month's cases, so that it need not be built again. */
export interface PackedMonth {
  readonly v: 1
  readonly ids: readonly string[]
  readonly ats: readonly number[]
  /** Sorted; `places[i]` are the cases of `terms[i]` as differences between ascending places. */
  readonly terms: readonly string[]
  readonly places: readonly (readonly number[])[]
}

/** Cases of one month by their terms. A changed case takes a new place; its old one is empty until the month is packed. */
export class MonthIndex {
  readonly #terms = new Map<string, number[]>()
  readonly #ids: (string | undefined)[] = []
  readonly #ats: number[] = []
  readonly #placeOf = new Map<string, number>()
  #sorted: string[] | undefined

  get size(): number {
    return this.#placeOf.size
  }

  put(id: string, at: number, terms: Iterable<string>): void {
    this.remove(id)
    const place = this.#ids.length
    this.#ids.push(id)
    this.#ats.push(at)
    this.#placeOf.set(id, place)
    for (const term of new Set(terms)) {
      const places = this.#terms.get(term)
      if (places === undefined) {
        this.#terms.set(term, [place])
        this.#sorted = undefined
      } else places.push(place)
    }
  }

  remove(id: string): boolean {
    const place = this.#placeOf.get(id)
    if (place === undefined) return false
    this.#ids[place] = undefined
    return this.#placeOf.delete(id)
  }

  /** Ids of the cases that have everything wanted, newest first. */
  find(wanted: readonly Wanted[]): { readonly id: string; readonly at: number }[] {
    const lists = wanted.map((want) => this.#placesOf(want)).sort((a, b) => a.length - b.length)
    const [shortest, ...rest] = lists
    if (shortest === undefined || shortest.length === 0) return []
    const others = rest.map((list) => new Set(list))
    const found: { id: string; at: number }[] = []
    for (const place of shortest) {
      const id = this.#ids[place]
      if (id !== undefined && others.every((other) => other.has(place))) found.push({ id, at: this.#ats[place] ?? 0 })
    }
    return found.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
  }

  #placesOf(want: Wanted): readonly number[] {
    const lists: number[][] = []
    const add = (term: string) => {
      const places = this.#terms.get(term)
      if (places !== undefined) lists.push(places)
    }
    want.exact.forEach(add)
    if (want.beginning !== undefined) {
      const terms = (this.#sorted ??= [...this.#terms.keys()].sort())
      for (let at = firstFrom(terms, want.beginning); terms[at]?.startsWith(want.beginning) === true; at++) {
        const term = terms[at]
        if (term !== undefined && !want.exact.includes(term)) add(term)
      }
    }
    if (lists.length <= 1) return lists[0] ?? []
    return [...new Set(lists.flat())]
  }

  pack(): PackedMonth {
    const kept: number[] = []
    this.#ids.forEach((id, place) => {
      if (id !== undefined) kept.push(place)
    })
    const moved = new Map(kept.map((place, index) => [place, index]))
    const terms: string[] = []
    const places: number[][] = []
    for (const term of [...this.#terms.keys()].sort()) {
      let before = 0
      const differences: number[] = []
      for (const place of this.#terms.get(term) ?? []) {
        const now = moved.get(place)
        if (now === undefined) continue
        differences.push(now - before)
        before = now
      }
      if (differences.length === 0) continue
      terms.push(term)
      places.push(differences)
    }
    return { v: 1, ids: kept.map((place) => this.#ids[place] ?? ''), ats: kept.map((place) => this.#ats[place] ?? 0), terms, places }
  }

  static unpack(packed: PackedMonth): MonthIndex {
    const month = new MonthIndex()
    packed.ids.forEach((id, place) => {
      month.#ids.push(id)
      month.#ats.push(packed.ats[place] ?? 0)
      month.#placeOf.set(id, place)
    })
    packed.terms.forEach((term, index) => {
      let before = 0
      month.#terms.set(term, (packed.places[index] ?? []).map((difference) => (before += difference)))
    })
    month.#sorted = [...packed.terms]
    return month
  }
}

/** The first of the sorted terms that is not before `start`. */
function firstFrom(terms: readonly string[], start: string): number {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((terms[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  return low
}
