import { Typography } from '@mui/material'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { ru } from '../../i18n/ru'
import { caseWords as words } from '../../i18n/ru/case'
import { useInstantFormat } from '../../ui/formatContext'
import { Section } from '../../ui/Section'

/** How far the official appeal is (3.8). */
export function AppealSection({ state: { appeal } }: { state: CaseState }) {
  const format = useInstantFormat()
  const { offered, consent, handedOver, registered } = appeal
  if (offered === undefined) return null
  const steps = words.appealSteps
  const contacts = consent?.contacts ?? null
  return (
    <Section title={words.appeal}>
      <Typography variant="body2">{steps.offered(format.moment(offered.offeredAt))}</Typography>
      {consent !== undefined && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {`${steps.consent(format.moment(consent.givenAt))}: `}
          {contacts === null ? ru.common.erased : [[contacts.surname, contacts.name, contacts.patronymic].filter(Boolean).join(' '), contacts.postalAddress, contacts.email, contacts.phone].filter((part) => part !== undefined && part !== '').join(', ')}
        </Typography>
      )}
      {handedOver !== undefined && <Typography variant="body2">{steps.handedOver(format.moment(handedOver.handedOverAt), steps.by[handedOver.means])}</Typography>}
      {registered !== undefined && <Typography variant="body2" sx={{ fontWeight: 500 }}>{steps.registered(registered.number, format.date(registered.registeredAt))}</Typography>}
    </Section>
  )
}
