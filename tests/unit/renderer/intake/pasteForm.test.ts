import { describe, expect, it } from 'vitest'
import { checkPasteForm, emptyPasteForm, formIsTouched, nextPasteForm, type PasteForm, withLink } from '../../../../renderer/features/intake/pasteForm'
import { instant, type OfficeZone } from '../../../../shared/domain/time'

const zone = 'Asia/Krasnoyarsk' as OfficeZone
const now = instant(Date.UTC(2026, 10, 24, 5, 0))
const form: PasteForm = { ...emptyPasteForm, network: 'vk', visibility: 'public', text: 'Не чистят снег', placedAt: '24.11.2026 10:30' }
const file = { kind: 'photo' as const, name: 'снимок.png', sha256: 'a'.repeat(64) as never, size: 10 }

describe('the paste form', () => {
  it('gives the message as it will be recorded', () => {
    const result = checkPasteForm({ ...form, author: ' Мария ', link: 'vk.com/wall-1_2?reply=3' }, zone, now)
    expect(result).toEqual({
      ok: true,
      value: {
        type: 'message', network: 'vk', visibility: 'public', externalId: 'wall-1_3', text: 'Не чистят снег', author: { name: 'Мария' },
        link: 'https://vk.com/wall-1_2?reply=3', placedAt: Date.UTC(2026, 10, 24, 3, 30), attachments: [], flags: [],
      },
    })
  })
  it.each<[string, Partial<PasteForm>, object]>([
    ['no network', { network: '' }, { network: 'networkMissing' }],
    ['public or private not said', { visibility: '' }, { visibility: 'visibilityMissing' }],
    ['no words and no file', { text: ' \n' }, { text: 'textMissing' }],
    ['words beyond the journal’s limit', { text: 'я'.repeat(100_001) }, { text: 'textTooLong' }],
    ['no instant of placement', { placedAt: '' }, { placedAt: 'empty' }],
    ['an instant in the future', { placedAt: '24.11.2026 12:01' }, { placedAt: 'future' }],
    ['a day without an hour', { placedAt: '24.11.2026' }, { placedAt: 'dateOnly' }],
    ['an address that no browser opens', { link: 'javascript:alert(1)' }, { link: 'linkUnreadable' }],
    ['an address of another network', { link: 'https://ok.ru/group/1/topic/2' }, { link: 'linkOfAnotherNetwork' }],
  ])('refuses: %s', (_, change, errors) => expect(checkPasteForm({ ...form, ...change }, zone, now)).toEqual({ ok: false, error: errors }))

  it('names everything that is missing at once', () => {
    const result = checkPasteForm(emptyPasteForm, zone, now)
    expect(!result.ok && Object.keys(result.error).sort()).toEqual(['network', 'placedAt', 'text', 'visibility'])
  })
  it('takes a photo without words', () => expect(checkPasteForm({ ...form, text: '', attachments: [file] }, zone, now).ok).toBe(true))
  it('keeps the text as it came, layout and all', () => {
    const result = checkPasteForm({ ...form, text: '  ghbdtn\n' }, zone, now)
    expect(result.ok && result.value.text).toBe('  ghbdtn\n')
  })
  it('makes the same paste the same message', () => {
    const [a, b] = [checkPasteForm(form, zone, now), checkPasteForm({ ...form, text: 'не  чистят СНЕГ' }, zone, now)]
    expect(a.ok && b.ok && a.value.externalId === b.value.externalId).toBe(true)
  })
})

describe('a recognised address', () => {
  it('fills network and visibility', () => {
    expect(withLink(emptyPasteForm, 'https://vk.com/wall-1_2?reply=3')).toMatchObject({ network: 'vk', visibility: 'public' })
    expect(withLink(emptyPasteForm, 'https://vk.com/im?sel=5&msgid=7')).toMatchObject({ network: 'vk', visibility: 'private' })
  })
  it('leaves what it does not say', () => {
    expect(withLink(form, 'https://example.org/x')).toEqual({ ...form, link: 'https://example.org/x' })
    expect(withLink({ ...form, visibility: 'private' }, 'https://ok.ru/group/1/topic/2')).toMatchObject({ network: 'ok', visibility: 'private' })
  })
})

describe('the next message of the same page', () => {
  it('keeps the page for the next message and drops its words', () => {
    expect(nextPasteForm({ ...form, author: 'А', link: 'vk.com', attachments: [file] })).toEqual({ ...emptyPasteForm, network: 'vk', visibility: 'public' })
    expect(formIsTouched(nextPasteForm(form))).toBe(false)
    expect(formIsTouched(form)).toBe(true)
  })
})
