import { z } from 'zod'
import type { CaseState } from '../../shared/domain/case/caseState'
import { endOf } from '../../shared/domain/case/standing'
import type { PackedMonth } from '../../shared/domain/search/monthIndex'
import { SearchIndex } from '../../shared/domain/search/searchIndex'
import type { Progress } from '../application/application'
import type { SearchStore } from '../application/ports'
import { searchedCase } from '../application/searched'
import type { EventRows } from './eventRows'
import type { Journal } from './journal'
import type { NamedDocuments } from './namedDocuments'
import type { Projection } from './projection'

/** Raise it when words are cut or gathered in another way: the pages are then made anew. */
const pagesVersion = 2
/** Every event up to `upTo` is in the pages of these months; those stored later are put in at the next start. */
const markSchema = z.object({ version: z.number(), upTo: z.number().int().nonnegative(), months: z.array(z.string()) })
const markName = 'mark'
const pageName = (month: string) => `month/${month}`
const openMonth = 'open'

/** A page is derived and large: its form is looked at, not each of its numbers. */
const pageSchema = z.custom<PackedMonth>((value) => {
  const { v, ids, ats, terms, places } = value as Partial<PackedMonth>
  return v === 1 && Array.isArray(ids) && Array.isArray(ats) && ids.length === ats.length && Array.isArray(terms) && Array.isArray(places) && terms.length === places.length
})

/** Search needs no office's month: the closed cases' pages are by the outcome's month in UTC, so no change of zone moves them. */
const monthOf = (state: CaseState): string => {
  const ended = endOf(state)
  return ended === undefined ? openMonth : new Date(ended).toISOString().slice(0, 7)
}

export interface SearchParts {
  readonly documents: NamedDocuments
  readonly cases: Projection
  readonly events: EventRows
  readonly journal: Journal
}

/**
 * The search index: whole in memory, a page for each month of closed cases on disk. Read behind the screens after the start,
 * newest month first; what was stored after the pages were written is put in from the cases themselves.
 */
export class SearchPages implements SearchStore {
  private readonly index = new SearchIndex()
  /** Months whose pages on disk lag behind what is in memory. */
  private readonly changed = new Set<string>()
  private readonly monthOfCase = new Map<string, string>()
  /** Until all is read: cases known better than the page that is yet to be read may know them. */
  private readonly fresher = new Map<string, CaseState>()
  private loaded = false
  private stopped = false

  constructor(private readonly parts: SearchParts) {
    parts.cases.watchChanges((states) => {
      for (const state of states) {
        if (!this.loaded) this.fresher.set(state.id, state)
        this.take(state)
      }
    })
  }

  find(query: string, most: number): readonly string[] {
    return this.index.find(query, most).found.map(({ id }) => id)
  }

  stop(): void {
    this.stopped = true
  }

  private take(state: CaseState): void {
    const month = monthOf(state)
    const before = this.monthOfCase.get(state.id)
    if (before !== undefined) this.changed.add(before)
    this.changed.add(month)
    this.monthOfCase.set(state.id, month)
    this.index.put(month, searchedCase(state))
  }

  /** Reads the pages, or makes them. `pause` is waited for between pieces. */
  async load(pause: () => Promise<void>, onProgress: (progress: Progress) => void): Promise<void> {
    if (this.loaded) return
    for (const [place, state] of this.parts.cases.openCases().entries()) {
      if (!this.fresher.has(state.id)) this.take(state)
      this.fresher.set(state.id, state)
      if (place % 50 === 49) await pause()
    }
    const mark = await this.parts.documents.load(markName, markSchema)
    if (mark.state === 'read' && mark.value.version === pagesVersion && (await this.readPages(mark.value.months, pause, onProgress))) {
      await this.putStoredAfter(mark.value.upTo, pause)
    } else await this.makePages(pause, onProgress)
    if (this.stopped) return
    this.loaded = true
    this.fresher.clear()
    await this.save()
  }

  /** False when a page cannot be read: all are made anew. */
  private async readPages(months: readonly string[], pause: () => Promise<void>, onProgress: (progress: Progress) => void): Promise<boolean> {
    for (const [done, month] of [...months].sort().reverse().entries()) {
      const stored = await this.parts.documents.load(pageName(month), pageSchema)
      if (stored.state !== 'read') return false
      this.index.load(month, stored.value)
      for (const id of stored.value.ids) {
        this.monthOfCase.set(id, month)
        const fresher = this.fresher.get(id)
        if (fresher !== undefined) this.take(fresher)
      }
      onProgress({ done: done + 1, total: months.length })
      await pause()
      if (this.stopped) return true
    }
    return true
  }

  private async putStoredAfter(upTo: number, pause: () => Promise<void>): Promise<void> {
    for (let from = upTo; !this.stopped; ) {
      const rows = await this.parts.events.after(from, 500)
      const touched = [...new Set(rows.map((row) => row.caseId))].filter((id) => !this.fresher.has(id))
      for (const state of (await this.parts.cases.getMany(touched)).values()) if (!this.fresher.has(state.id)) this.take(state)
      from = rows.at(-1)?.localSeq ?? from
      if (rows.length < 500) return
      await pause()
    }
  }

  private async makePages(pause: () => Promise<void>, onProgress: (progress: Progress) => void): Promise<void> {
    const months = await this.parts.cases.closedMonths()
    const total = months.reduce((sum, { count }) => sum + count, 0)
    let done = 0
    for (const { month } of months) {
      for (const state of await this.parts.cases.closedIn(month)) {
        if (!this.fresher.has(state.id)) this.take(state)
        if (++done % 50 !== 0) continue
        onProgress({ done, total })
        await pause()
        if (this.stopped) return
      }
    }
  }

  /** Whether what is on disk lags behind what is in memory. */
  get unsaved(): boolean {
    return this.loaded && this.changed.size > 0
  }

  /** Writes the pages that have changed, and then how far they go. */
  async save(): Promise<void> {
    if (!this.loaded) return
    const upTo = await this.parts.journal.exclusively(() => Promise.resolve(this.parts.journal.lastStored))
    const changed = [...this.changed].filter((month) => month !== openMonth)
    this.changed.clear()
    try {
      for (const month of changed) {
        const packed = this.index.pack(month)
        if (packed === undefined) await this.parts.documents.remove(pageName(month))
        else await this.parts.documents.save(pageName(month), packed)
      }
      const months = this.index.months().filter((month) => month !== openMonth)
      await this.parts.documents.save(markName, { version: pagesVersion, upTo, months })
    } catch (failure) {
      for (const month of changed) this.changed.add(month)
      throw failure
    }
  }
}
