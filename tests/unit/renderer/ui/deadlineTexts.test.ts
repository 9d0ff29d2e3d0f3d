import { describe, expect, it } from 'vitest'
import { instantFormat } from '../../../../renderer/format/instants'
import { disputedEndText, laterOfTwoText, lateText, termText, workableText } from '../../../../renderer/ui/deadlines/deadlineTexts'
import { RU_CALENDAR } from '../../../../shared/domain/calendar'
import { caseFacts, deadlinesOf, NO_APPEAL, openRulebook, ORDER_685, SCHEDULE_PRESETS, type CaseFacts, type DeadlineId } from '../../../../shared/domain/deadlines'
import { DEFAULT_OFFICE_ZONE, parseInstant, type Instant } from '../../../../shared/domain/time'

const zone = DEFAULT_OFFICE_ZONE
const format = instantFormat(zone)
const at = (local: string): Instant => {
  const read = parseInstant(local, zone)
  if (!read.ok) throw new Error(local)
  return read.value
}
const book = openRulebook({ zone, regulations: [ORDER_685], schedules: [SCHEDULE_PRESETS['40']], calendar: RU_CALENDAR })
const deadline = (id: DeadlineId, placed: string, known: Partial<CaseFacts> = {}) => {
  const facts = caseFacts({ placedAt: at(placed), ...known })
  const rules = book.inForceAt(facts.placedAt)
  const found = rules && deadlinesOf(facts, rules, null).deadlines.find((each) => each.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ')

describe('a deadline in words', () => {
  it('tells 3.3 by its own words, whichever of its two measures ended later', () => {
    const said = '24 ч рабочих дней с размещения сообщения, и не меньше 8 ч рабочего времени внутри'
    expect(plain(termText(deadline('publication', '2026-11-24T10:00').own))).toBe(said)
    expect(plain(termText(deadline('publication', '2022-02-21T16:30').own))).toBe(said)
    expect(plain(termText(deadline('triage', '2026-11-24T10:00').own))).toBe('3 ч рабочего времени с размещения сообщения')
    const appeal = { kind: 'appeal' as const, appeal: { ...NO_APPEAL, registeredAt: at('2026-11-25T10:00') } }
    expect(plain(termText(deadline('appealForwarding', '2026-11-24T10:00', appeal).own))).toBe('7 дней с регистрации обращения')
  })

  it('DL7 DL15 shows where the measure of 3.3 that did not bind ended', () => {
    expect(plain(laterOfTwoText(deadline('publication', '2022-02-21T16:30').own, format))).toBe('Действует поздний из двух: 8 ч рабочего времени – чт 24.02, 08:30 ✓; 24 ч рабочих дней – вт 22.02, 16:30')
    expect(plain(laterOfTwoText(deadline('publication', '2026-11-24T10:00').own, format))).toBe('Действует поздний из двух: 24 ч рабочих дней – ср 25.11, 10:00 ✓; 8 ч рабочего времени – ср 25.11, 10:00')
    expect(laterOfTwoText(deadline('total', '2026-11-24T10:00').own, format)).toBeNull()
  })

  it('tells how late by both clocks where they differ', () => {
    const late = (placed: string, forwarded: string) => plain(lateText(deadline('triage', placed, { forwardings: [{ at: at(forwarded), department: null }] }).late!))
    expect(late('2026-11-24T10:00', '2026-11-24T14:30')).toBe('30 мин')
    expect(late('2026-11-24T14:00', '2026-11-25T08:30')).toBe('15 ч 30 мин по часам, из них 30 мин рабочего времени')
  })

  it('does not bid anyone work before the message was there', () => {
    expect(plain(workableText(deadline('publication', '2026-11-27T20:00'), format))).toMatch(/^Работать над этим можно до пн 30\.11, 17:00/)
    expect(workableText(deadline('triage', '2026-11-24T10:00'), format)).toBeNull()
    expect(workableText(deadline('emergency', '2026-11-28T15:00', { emergencyFlaggedAt: at('2026-11-28T15:00') }), format)).toBe('Рабочего времени до этого срока нет.')
  })

  it('DL10 shows the safe and the outer date of an answer by 59-ФЗ that ends on a day off', () => {
    const answer = (registered: string) => disputedEndText(deadline('appealAnswer', '2026-11-24T10:00', { kind: 'appeal', appeal: { ...NO_APPEAL, registeredAt: at(registered) } }))
    expect(answer('2026-12-04T10:00')).toBe('Закон не переносит этот срок с выходного: бесспорно до 30.12.2026, самое позднее 11.01.2027.')
    expect(answer('2026-11-25T10:00')).toBeNull()
  })
})
