import { describe, expect, it } from 'vitest'
import { isBankCard, isInn, isSnils } from '../../../../shared/domain/moderation/personalData/numbers'
import { namesMentioned } from '../../../../shared/domain/moderation/personalData/names'
import { blackedOut, findPersonalData } from '../../../../shared/domain/moderation/personalData/personalData'
import { answersWithNames, answerTexts } from '../../../support/moderation/answerTexts'
import { cleanLines } from '../../../support/moderation/cleanLines'

const marked = (text: string, names: readonly string[] = []): string => {
  const data = findPersonalData(text, names)
  return [...data].reverse().reduce((whole, { start, end }) => `${whole.slice(0, start)}⟦${whole.slice(start, end)}⟧${whole.slice(end)}`, text)
}
const seen = (text: string, names: readonly string[] = []) => findPersonalData(text, names).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('1.4 personal data in a text', () => {
  it.each([
    '8-900-000-00-00', '8 (900) 000-00-00', '+7 900 000 00 00', '89000000000', '+79135550123', '8 913 555-01-23', '2-11-36', '8 (39135) 2-11-36',
  ])('PD1 %s is a phone', (phone) => {
    expect(seen(`Звоните ${phone} после шести`)).toEqual([['phone', phone]])
  })

  it('PD1 a number after «№» is a phone where the word says so', () => {
    expect(seen('тел. № 2-11-36')).toEqual([['phone', '2-11-36']])
  })

  it.each(['12.11.2026', 'в 7:10', 'план на 2027', 'дома 14, 16, 18', 'стоит 12 500 рублей', '№ 685-п', '40 км', 'с 8-00 до 17-00', '59-ФЗ', 'заявка № 1-23-45'])('PD1 «%s» is no phone', (text) => {
    expect(seen(text)).toEqual([])
  })

  it.each(['ivan.petrov@mail.ru', 'a_b-c@krasmail.ru', 'test@пример.рф'])('PD2 %s is an e-mail', (email) => {
    expect(seen(`Пишите: ${email}, жду`)).toEqual([['email', email]])
  })

  it.each([
    ['адрес: с. Идринское, ул. Мира 3-12, тел.', 'с. Идринское, ул. Мира 3-12'],
    ['Живу: ул. Зелёная, д. 5, кв. 7', 'ул. Зелёная, д. 5, кв. 7'],
    ['Адрес: Идринское, Советская 5.', 'Идринское, Советская 5'],
    ['с. Большая Салба, улица Октябрьская, дом 12а', 'с. Большая Салба, улица Октябрьская, дом 12а'],
    ['у нас на Титова 28-4 нет света', 'Титова 28-4'],
    ['пер. Новый 3/2', 'пер. Новый 3/2'],
    ['ул. 40 лет Победы, 5 кв. 3', 'ул. 40 лет Победы, 5 кв. 3'],
  ])('PD3 «%s» holds an address', (text, address) => {
    expect(seen(text)).toEqual([['address', address]])
  })

  it.each(['колонка на ул. Зелёной', 'фонарь на Титова 28', 'Рейс Идринское — Краснотуранск в 7:10', 'Мира и Октябрьской'])('PD3 «%s» is a place, not somebody’s address', (text) => {
    expect(seen(text)).toEqual([])
  })

  it('PD4 cards, СНИЛС and ИНН count only with right check digits, a passport with its word', () => {
    expect(seen('карта 4111 1111 1111 1111')).toEqual([['bankCard', '4111 1111 1111 1111']])
    expect(seen('карта 4111 1111 1111 1112')).toEqual([])
    expect(seen('снилс 112-233-445 95')).toEqual([['snils', '112-233-445 95']])
    expect(seen('ИНН 500100732259')).toEqual([['inn', '500100732259']])
    expect(seen('паспорт 04 05 123456 выдан')).toEqual([['passport', '04 05 123456']])
    expect(seen('серия 0405 № 123456')).toEqual([['passport', '0405 № 123456']])
    expect([isBankCard('0000 0000 0000 0000'), isSnils('112-233-445 96'), isInn('500100732258'), isInn('7830002293')]).toEqual([false, false, false, false])
  })

  it.each([
    ['Сергей Примеров', ['Примерова Сергея', 'Примеровым', 'Сергею', 'Примерове', 'ПРИМЕРОВ']],
    ['Ольга Тестова', ['Тестовой', 'Ольги', 'Тестову', 'Ольгой']],
    ['Николай Учебный', ['Учебного', 'Учебному', 'Николаем', 'Учебным']],
    ['Галина Пробная', ['Пробной', 'Галине', 'Пробную']],
    ['Иван Черновик', ['Черновика', 'Ивану', 'Черновиком']],
    ['Павел Условный', ['Павла', 'Павлу', 'Условного']],
    ['Дмитрий Шаблонов', ['Дмитрию', 'Дмитрия', 'Шаблонова']],
    ['Елена Заглушкина', ['Елену', 'Заглушкиной']],
  ])('PD5 %s is known in every case', (name, forms) => {
    for (const form of forms) expect(seen(`Ответили ${form} вчера`, [name]).map(([, text]) => text).join(' ')).toBe(form)
  })

  it('PD5 everyday words that resemble a name are not it', () => {
    expect(seen('Например, учебный год и пробная партия; условного срока нет; проба пера', ['Сергей Примеров', 'Николай Учебный', 'Галина Пробная', 'Павел Условный'])).toEqual([])
    expect(seen('Ивановка и Ивановское', ['Иван Черновик'])).toEqual([])
  })

  it('PD6 blacked out keeps the rest and the length', () => {
    const text = 'Мария Образцова, тел. 8-900-000-00-00, ждёт'
    expect(blackedOut(text, findPersonalData(text, ['Мария Образцова']))).toBe('■■■■■ ■■■■■■■■■, тел. ■■■■■■■■■■■■■■■, ждёт')
  })

  it('PD1 PD3 clean municipal lines hold none', () => {
    expect(cleanLines.filter((line) => findPersonalData(line).length > 0)).toEqual([])
  })

  it.each(answerTexts)('PD1 PD2 PD3 PD4 «%s»', (line) => {
    expect(marked(line.replace(/[⟦⟧]/g, ''))).toBe(line)
  })

  it.each(answersWithNames)('PD5 «%s»', (line) => {
    const [text = '', names = ''] = line.split(' | ')
    expect(marked(text.replace(/[⟦⟧]/g, ''), names.split('; '))).toBe(text)
  })

  it('PD5 a person named in the message is a name of the case, in whatever ending he was named', () => {
    expect(namesMentioned('Соседка Образцова Мария Петровна жалуется на В.П. Примерова, а Шаблонову Н. Н. не слышно. Пётр Великий, улица Мира.')).toEqual(['Образцова Мария Петровна', 'В.П. Примерова', 'Шаблонов Н. Н.'])
    const names = namesMentioned('Писал Шаблонову Петру Сергеевичу и Примеровой Ольге Сергеевне')
    expect(marked('Примерова Ольга Сергеевна ответит, Шаблонов и Пётр – нет; ольга', names)).toBe('⟦Примерова⟧ ⟦Ольга⟧ ⟦Сергеевна⟧ ответит, ⟦Шаблонов⟧ и ⟦Пётр⟧ – нет; ольга')
  })
})
