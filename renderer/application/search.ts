import type { CaseId } from '../../shared/domain/journal/ids'
import type { LongWork, SearchHit } from './application'
import type { CaseStore, SearchStore } from './ports'
import { hitOf } from './searched'

/** As many as a person looks through. */
const most = 100

/** Cases with all the words of the query, newest first; while the index is being read, those of the months that are there. */
export async function search(index: SearchStore, cases: CaseStore, query: string, work: LongWork = {}): Promise<readonly SearchHit[]> {
  const aborted = () => work.signal?.aborted === true
  const ids = index.find(query, most) as readonly CaseId[]
  if (ids.length === 0 || aborted()) return []
  const states = await cases.getMany(ids)
  if (aborted()) return []
  return ids.flatMap((id) => {
    const state = states.get(id)
    return state === undefined ? [] : [hitOf(state, query)]
  })
}
