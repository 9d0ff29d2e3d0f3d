import type { CaseState } from '../../shared/domain/case/caseState'
import type { LongWork, SearchHit } from './application'
import type { CaseStore } from './ports'

const most = 200

/** Finds the words of the query in message texts by reading case after case, open ones first. */
export async function searchByReading(open: readonly CaseState[], cases: CaseStore, query: string, work: LongWork = {}): Promise<readonly SearchHit[]> {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const hits = open.flatMap((state) => hitOf(state, words))
  for (const { month } of await cases.closedMonths()) {
    if (hits.length >= most || work.signal?.aborted === true) break
    hits.push(...(await cases.closedIn(month)).flatMap((state) => hitOf(state, words)))
  }
  return hits.slice(0, most)
}

function hitOf(state: CaseState, words: readonly string[]): readonly SearchHit[] {
  const text = state.message.text ?? ''
  const lower = text.toLowerCase()
  if (!words.every((word) => lower.includes(word))) return []
  const at = Math.max(0, lower.indexOf(words[0] ?? '') - 40)
  const snippet = text.slice(at, at + 200)
  const matches = words.map((word) => [snippet.toLowerCase().indexOf(word), word.length] as const).filter(([from]) => from >= 0)
  return [{ caseId: state.id, closed: state.stage === 'closed', placedAt: state.message.placedAt, snippet, matches: matches.map(([from, length]) => [from, from + length] as const) }]
}
