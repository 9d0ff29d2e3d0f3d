import { describe, expect, it } from 'vitest'
import { meantText } from '../../../../shared/domain/moderation/legibility/layout'
import { suggestionsFor } from '../../../../shared/domain/moderation/suggest'
import { cleanLines } from '../../../support/moderation/cleanLines'

const cyrillic = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,.?:"№;'
const latin = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?/&^@#$'
const typedWrong = (text: string) => [...text].map((char) => latin[cyrillic.indexOf(char)] ?? char).join('')

describe('a wrong keyboard layout', () => {
  it.each([
    ['ghbdtn', 'привет'],
    ['Ghbdtn!', 'Привет!'],
    ['ghbdtn, rjulf gjxbyzn ajyfhm yf gfhrjdjq', 'привет, когда починят фонарь на парковой'],
    ['Здравствуйте, rjulf gjxbyzn дорогу', 'Здравствуйте, когда починят дорогу'],
    ['lj;lm', 'дождь'],
    ['Ltym lj,hsq', 'День добрый'],
    ['yf ekbwt ntvyj', 'на улице темно'],
    ['Rjulf gjxbyzn ljhjue&', 'Когда починят дорогу?'],
    ['Plhfdcndeqnt? e yfc ytn djls/', 'Здравствуйте, у нас нет воды.'],
    ['`kre ghbdtpkb&', 'ёлку привезли?'],
    ['"NJ :T <TPJ<HFPBT', 'ЭТО ЖЕ БЕЗОБРАЗИЕ'],
    ['Rjulf cdtn? Cgfcb,j', 'Когда свет? Спасибо'],
    ['руддщ цщкдв', 'hello world'],
  ])('MO7 «%s» was meant as «%s»', (typed, meant) => {
    expect(meantText(typed)?.meant).toBe(meant)
    expect(suggestionsFor(typed)).toMatchObject([{ kind: 'layout', meant }])
  })

  it.each([
    'The bus is late again, please fix it', 'Wi-Fi router TP-Link не работает', 'VIN XTA210990Y2765432 пропал', 'Пишите на test.ghbdtn@mail.ru', 'https://vk.com/ghbdtn',
    'vk.com/wall-1_2', 'Facebook Instagram YouTube Windows', 'WhatsApp Telegram Viber', 'Toyota Corolla стоит во дворе', 'Kogda pochinyat dorogu', 'OK', 'USB GPS SMS',
    'Samsung', 'ГИБДД МВД ЖКХ', 'ыфвапролдж йцукен', 'asdfghjkl qwerty', '', '12 34',
  ])('MO7 «%s» was meant as typed', (text) => {
    expect(suggestionsFor(text).filter((suggestion) => suggestion.kind === 'layout')).toEqual([])
  })

  it('MO7 no clean line is turned, and at least 97 % of clean lines typed in the other layout are offered', () => {
    expect(cleanLines.filter((line) => meantText(line) !== undefined)).toEqual([])
    const missed = cleanLines.filter((line) => meantText(typedWrong(line)) === undefined)
    expect(missed.length / cleanLines.length).toBeLessThan(0.03)
  })

  it('MO7 of the letters typed in the other layout at least 95 % come back', () => {
    let same = 0
    let all = 0
    for (const line of cleanLines) {
      const meant = meantText(typedWrong(line))?.meant ?? ''
      const words = line.toLowerCase().match(/[а-яё]+/g) ?? []
      const back = new Set(meant.toLowerCase().match(/[а-яё]+/g) ?? [])
      all += words.length
      same += words.filter((word) => back.has(word)).length
    }
    console.log(`layout: ${((same / all) * 100).toFixed(1)} % of words came back`)
    expect(same / all).toBeGreaterThan(0.95)
  })
})
