import { useMemo } from 'react'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { findPersonalData, type PersonalDatum } from '../../../../shared/domain/moderation/personalData/personalData'

export interface FoundData {
  readonly data: readonly PersonalDatum[]
  /** Changes whenever other data are found: what an acknowledgement holds for. */
  readonly signature: string
}

/** Phones, e-mails, addresses and names of the case in a text that is about to be posted. */
export function usePersonalData(text: string, state: CaseState): FoundData {
  const author = state.message.author.name
  const contacts = state.appeal.consent?.contacts ?? null
  return useMemo(() => {
    const names = [author, contacts === null ? undefined : [contacts.surname, contacts.name, contacts.patronymic].filter(Boolean).join(' ')].filter((name) => name !== undefined)
    const data = findPersonalData(text, names)
    return { data, signature: data.map(({ start, end }) => text.slice(start, end)).join('|') }
  }, [text, author, contacts])
}
