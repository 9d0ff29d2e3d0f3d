import type { Sha256 } from '../../shared/domain/journal/ids'
import { sha256Schema } from '../../shared/domain/journal/ids'

/** Our own attached files that an event of any kind or version names in its words: members called `sha256`. */
export function filesOfEvent(event: unknown): readonly Sha256[] {
  const found = new Set<Sha256>()
  const personal = typeof event === 'object' && event !== null && 'personal' in event ? event.personal : undefined
  collect(personal, found)
  return [...found]
}

function collect(value: unknown, found: Set<Sha256>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, found)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      const hash = key === 'sha256' ? sha256Schema.safeParse(member) : undefined
      if (hash?.success === true) found.add(hash.data)
      else collect(member, found)
    }
  }
}
