import { err, ok } from '../../../lib/result'
import { firstOf, isBlank, notBlank, whenOpen, within, type Verdict } from '../conditions'
import type { Requisite } from '../rejections'
import type { CommandOf, Rule } from '../rule'

/** 3.8: who consented, when, to what wording, with the requisites it was given for. Again, as a correction, until handed over. */
export const recordAppealConsent: Rule<'RecordAppealConsent'> = {
  possible: (state) =>
    firstOf(
      whenOpen(state),
      state.appeal.offered === undefined ? { reason: 'notOffered' } : undefined,
      state.appeal.handedOver === undefined ? undefined : { reason: 'alreadyHandedOver' },
    ),
  facts: (command, state, context) => {
    const { type: _, givenAt, ...contacts } = command
    const against = firstOf(
      // Not held to the offer's instant: another desk's clock gave that, and clocks disagree. The order of acts is the journal's.
      within('givenAt', givenAt, state.message.placedAt, context),
      notBlank('wording', command.wording),
      requisitesGiven(command),
    )
    return against === undefined ? ok([{ type: 'AppealConsentRecorded', payload: { givenAt }, personal: contacts }]) : err(against)
  },
}

/** 3.8: surname, name (a patronymic not everyone has), and where the answer is to go. The telephone is by consent only. */
function requisitesGiven(command: CommandOf<'RecordAppealConsent'>): Verdict {
  const missing: Requisite[] = []
  if (isBlank(command.surname)) missing.push('surname')
  if (isBlank(command.name)) missing.push('name')
  if (isBlank(command.postalAddress ?? '') && !/^\S+@\S+\.\S+$/.test((command.email ?? '').trim())) missing.push('address')
  return missing.length === 0 ? undefined : { reason: 'requisitesMissing', missing }
}
