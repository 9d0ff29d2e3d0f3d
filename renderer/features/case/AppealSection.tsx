import { Typography } from '@mui/material'
import type { AppealConsent, CaseState } from '../../../shared/domain/case/caseState'
import { ru } from '../../i18n/ru'
import { caseWords as words } from '../../i18n/ru/case'
import { useInstantFormat } from '../../ui/formatContext'
import { Section } from '../../ui/Section'

/** Whom and where to answer, and the wording agreed to; undefined once erased. */
const contactsText = ({ contacts }: AppealConsent): string | undefined =>
  contacts === null
    ? undefined
    : [[contacts.surname, contacts.name, contacts.patronymic].filter(Boolean).join(' '), contacts.postalAddress, contacts.email, contacts.phone, `«${contacts.wording}»`]
        .filter((part) => part !== undefined && part !== '')
        .join(', ')

/** How far the official appeal is (3.8). */
export function AppealSection({ state: { appeal } }: { state: CaseState }) {
  const format = useInstantFormat()
  const { offered, consent, handedOver, registered, earlierOffers = [], earlierConsents = [] } = appeal
  if (offered === undefined) return null
  const steps = words.appealSteps
  return (
    <Section title={words.appeal}>
      {[offered, ...[...earlierOffers].reverse()].map((one) => (
        <Typography key={one.event} variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {`${one === offered ? '' : `${steps.before}: `}${steps.offered(format.moment(one.offeredAt))}: ${one.text ?? ru.common.erased}`}
        </Typography>
      ))}
      {consent !== undefined && [consent, ...[...earlierConsents].reverse()].map((one) => (
        <Typography key={one.event} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {`${one === consent ? '' : `${steps.before}: `}${steps.consent(format.moment(one.givenAt))}: ${contactsText(one) ?? ru.common.erased}`}
        </Typography>
      ))}
      {handedOver !== undefined && <Typography variant="body2">{steps.handedOver(format.moment(handedOver.handedOverAt), steps.by[handedOver.means])}</Typography>}
      {registered !== undefined && <Typography variant="body2" sx={{ fontWeight: 500 }}>{steps.registered(registered.number, format.date(registered.registeredAt))}</Typography>}
    </Section>
  )
}
