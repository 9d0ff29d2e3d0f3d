import { diffArrays } from 'diff'

/** A piece of two texts laid over each other: in both, only in the later, or only in the earlier one. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Words of any alphabet whole, with the hyphens within them; blanks; every other sign by itself. The library's own words are Latin. */
const pieces = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*|\s+|[^]/gu) ?? []

/** Beyond so many changed pieces nobody reads what changed, and looking for the fewest would hold the window. */
const mostEdits = 1_000

/** What is to be done with `before` to get `after`, word by word. */
export function wordChanges(before: string, after: string): readonly Change[] {
  const found = diffArrays([...pieces(before)], [...pieces(after)], { maxEditLength: mostEdits })
  if (found === undefined) return [{ kind: 'removed', text: before }, { kind: 'added', text: after }]
  return withoutIslands(found.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') })))
}

/** A blank or a comma that stayed between changed words is read with them: what was, then what is, not word by word in turns. */
function withoutIslands(changes: readonly Change[]): readonly Change[] {
  const merged: Change[] = []
  let removed = ''
  let added = ''
  let island = ''
  const flush = (after = '') => {
    // A blank that both end with stayed.
    const blank = /\s+$/.exec(removed)?.[0]
    if (blank !== undefined && added.endsWith(blank)) {
      island = blank + island
      removed = removed.slice(0, -blank.length)
      added = added.slice(0, -blank.length)
    }
    if (removed !== '') merged.push({ kind: 'removed', text: removed })
    if (added !== '') merged.push({ kind: 'added', text: added })
    if (island + after !== '') merged.push({ kind: 'same', text: island + after })
    removed = added = island = ''
  }
  for (const change of changes) {
    if (change.kind === 'same') {
      const both = removed !== '' && added !== '' && island === ''
      if (both && !/[\p{L}\p{N}]/u.test(change.text)) island = change.text
      else flush(change.text)
      continue
    }
    removed += island
    added += island
    island = ''
    if (change.kind === 'removed') removed += change.text
    else added += change.text
  }
  flush()
  return merged
}
