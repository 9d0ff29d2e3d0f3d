import { useMemo } from 'react'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { findNames, namesMentioned } from '../../../../shared/domain/moderation/personalData/names'
import { findPersonalData, type PersonalDatum } from '../../../../shared/domain/moderation/personalData/personalData'
import { useDirectory } from '../../../ui/applicationContext'

export interface FoundData {
  readonly data: readonly PersonalDatum[]
  /** Changes whenever other data are found: what an acknowledgement holds for. */
  readonly signature: string
}

/** Phones, e-mails, addresses and names of the case (the author's, and whom his message names; not our own people) in a text about to be posted. */
export function usePersonalData(text: string, state: CaseState): FoundData {
  const directory = useDirectory()
  const author = state.message.author.name
  const message = state.message.text
  const contacts = state.appeal.consent?.contacts ?? null
  return useMemo(() => {
    const names = [author, contacts === null ? undefined : [contacts.surname, contacts.name, contacts.patronymic].filter(Boolean).join(' ')].filter((name) => name !== undefined)
    const own = directory.people.map(({ name }) => name).join(' ')
    const mentioned = namesMentioned(message ?? '').filter((name) => !name.split(' ').every((part) => part.endsWith('.') || findNames(own, [part]).length > 0))
    const data = findPersonalData(text, [...names, ...mentioned])
    return { data, signature: data.map(({ start, end }) => text.slice(start, end)).join('|') }
  }, [text, author, contacts, message, directory])
}
