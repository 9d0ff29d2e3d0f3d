import type { CaseState } from '../../shared/domain/case/caseState'
import type { CaseId } from '../../shared/domain/journal/ids'
import { cutForSearch, hasAll, wantedBy } from '../../shared/domain/search/match'
import type { LongWork, SearchHit } from './application'
import type { CaseStore, SearchStore } from './ports'
import { hitOf, searchedCase } from './searched'

/** As many as a person looks through. */
const most = 60

export interface Searched {
  readonly index: SearchStore
  /** As the actor may see them. */
  readonly cases: CaseStore
  /** He sees parts of cases, the index knows them whole: only words of the part count (PM7). */
  readonly inParts: boolean
}

/** Cases with all the words of the query, newest first; while the index is being read, those of the months that are there. */
export async function search({ index, cases, inParts }: Searched, query: string, work: LongWork = {}): Promise<readonly SearchHit[]> {
  const wanted = wantedBy(query)
  const counts = (state: CaseState) => !inParts || hasAll([cutForSearch(searchedCase(state))], wanted)
  const hits: SearchHit[] = []
  // What the index finds first may all be others': then more is asked for.
  for (let [from, asked] = [0, most]; ; [from, asked] = [asked, asked * 4]) {
    const ids = index.find(query, asked) as readonly CaseId[]
    const next = ids.slice(from)
    if (next.length === 0 || work.signal?.aborted === true) return hits
    const states = await cases.getMany(next)
    for (const id of next) {
      const state = states.get(id)
      if (state !== undefined && hits.length < most && counts(state)) hits.push(hitOf(state, query))
    }
    if (hits.length >= most || ids.length < asked) return hits
  }
}
