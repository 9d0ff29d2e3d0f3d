import type { CaseState } from '../../shared/domain/case/caseState'
import type { CaseId } from '../../shared/domain/journal/ids'
import { cutForSearch, hasAll, wantedBy } from '../../shared/domain/search/match'
import type { LongWork, SearchHit } from './application'
import type { CaseStore, SearchStore } from './ports'
import { hitOf, searchedCase } from './searched'

/** As many as a person looks through. */
const most = 60

/**
 * Cases with all the words of the query, newest first; while the index is being read, those of the months that are there. The
 * index knows every case whole: a hit counts when the words are in what the actor may see of it (PM7).
 */
export async function search(index: SearchStore, cases: CaseStore, query: string, work: LongWork = {}): Promise<readonly SearchHit[]> {
  const wanted = wantedBy(query)
  const sees = (state: CaseState) => hasAll([cutForSearch(searchedCase(state))], wanted)
  const hits: SearchHit[] = []
  for (let [from, asked] = [0, most]; ; [from, asked] = [asked, asked * 4]) {
    const ids = index.find(query, asked) as readonly CaseId[]
    const next = ids.slice(from)
    if (next.length === 0 || work.signal?.aborted === true) return hits
    const states = await cases.getMany(next)
    for (const id of next) {
      const state = states.get(id)
      if (state !== undefined && hits.length < most && sees(state)) hits.push(hitOf(state, query))
    }
    if (hits.length >= most || ids.length < asked) return hits
  }
}
