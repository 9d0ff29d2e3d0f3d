import { expect, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { open, startAlone } from './support/firstRun'
import { chooseFile, takeAll } from './support/importing'
import { launch, picture, root } from './support/launch'
import { spreadsheet, windows1251 } from './support/tables'

/** A Thursday noon after everything in the samples. */
const later = '2026-11-26T12:00:00+07:00'
const sample = (name: string): Promise<Buffer> => readFile(path.join(root, 'shared', 'training', 'samples', name))

test('each network’s file is taken once: the second time adds nothing', async ({}, info) => {
  const { page, close, complaints } = await launch({ now: later })
  await startAlone(page)
  let open_ = 0
  for (const name of ['vkComments.json', 'vkLongPoll.json', 'okComments.json', 'okMessages.json']) {
    const content = await sample(name)
    await chooseFile(page, name, content)
    if (name === 'okComments.json') {
      const topic = page.getByLabel('Тема в Одноклассниках')
      await topic.fill('https://ok.ru/group/')
      await expect(page.getByText('Это не адрес темы')).toBeVisible()
      await topic.fill('https://ok.ru/group/570000000099/topic/169000000000000')
      await expect(page.getByText('Это не адрес темы')).toBeHidden()
    }
    const first = await takeAll(page)
    expect(first.get('Новых сообщений'), name).toBeGreaterThan(0)
    open_ += first.get('Новых сообщений') ?? 0
    if (name === 'vkLongPoll.json') {
      expect(first.get('Правки авторов')).toBe(1)
      expect(first.get('Удалено авторами')).toBe(1)
      expect(first.get('Наши ответы и повторы')).toBeGreaterThan(0)
      await picture(page, info, 'result')
    }
    await chooseFile(page, name, content)
    const second = await takeAll(page)
    expect(second.get('Новых сообщений'), name).toBe(0)
    expect(second.get('Уже были'), name).toBeGreaterThanOrEqual(first.get('Новых сообщений') ?? 0)
    expect(second.get('Правки авторов') ?? 0, name).toBe(0)
  }
  await page.getByRole('button', { name: 'К входящим' }).click()
  await expect(page.getByText(new RegExp(`^${open_}\\sоткрыт`))).toBeVisible()
  await picture(page, info, 'inbox-after-import')
  // The address that the topic gave: the answer goes there.
  await page.getByLabel('Найти среди открытых').fill('Зезезино')
  await page.getByRole('option', { name: /Зезезино/ }).click()
  await expect(page.getByRole('button', { name: 'Открыть в браузере' })).toBeVisible()
  expect(complaints).toEqual([])
  await close()
})

test('a cut file gives its whole messages and says where it breaks', async ({}, info) => {
  const { page, close } = await launch({ now: later })
  await startAlone(page)
  await chooseFile(page, 'обрыв.json', (await sample('vkComments.json')).subarray(0, 5000))
  await expect(page.getByText('файл обрывается')).toBeVisible()
  const result = await takeAll(page)
  expect(result.get('Новых сообщений')).toBeGreaterThan(3)
  expect(result.get('Не взято')).toBe(1)
  await expect(page.getByText(/строка \d+, знак \d+ – файл обрывается/)).toBeVisible()
  await picture(page, info, 'cut')
  await chooseFile(page, 'не то.json', Buffer.from('{"погода": "снег"}'))
  await expect(page.getByRole('button', { name: 'Взять нечего' })).toBeDisabled()
  await close()
})

test('a table in windows-1251: columns are guessed, corrected, and each row has its verdict', async ({}, info) => {
  const { page, close, complaints } = await launch({ now: later })
  await startAlone(page)
  const rows = [
    'Дата;Сеть;Что пишут;Кто',
    '24.11.2026 10:30;ВК;На улице не чистят снег;Мария',
    '24.11.2026;ВК;Нет воды;Иван',
    '25.11.2027 10:00;ОК;Из будущего;Анна',
    '25.11.2026 09:15;Одноклассники;Не горит фонарь;Павел',
  ]
  await chooseFile(page, 'таблица.csv', windows1251(`${rows.join('\r\n')}\r\n`))
  await expect(page.getByLabel('Кодировка')).toHaveText(/Windows-1251/)
  await expect(page.getByLabel('Разделитель')).toHaveText(/точка с запятой/)
  await page.getByLabel('Автор', { exact: true }).click()
  await page.getByRole('option', { name: /Кто/ }).click()
  await expect(page.getByText('Будет взято: 2, не взято: 2')).toBeVisible()
  await expect(page.getByRole('cell', { name: /есть дата, но нет времени/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: /в будущем/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Павел' })).toBeVisible()
  await picture(page, info, 'mapping')
  const result = await takeAll(page)
  expect(result.get('Новых сообщений')).toBe(2)
  await expect(page.getByText('строка 3 – есть дата, но нет времени: сроки считаются в часах')).toBeVisible()
  expect(complaints).toEqual([])
  await close()
})

test('a spreadsheet, short and long, is read under the page’s policy; a bomb and a book of old Excel are not', async ({}, info) => {
  const { page, close, complaints } = await launch({ now: later })
  await startAlone(page)
  const header = ['Дата размещения', 'Текст сообщения', 'Автор', 'Ссылка']
  await chooseFile(page, 'книга.xlsx', spreadsheet([header, ['24.11.2026 10:30', 'Не чистят снег', 'Мария', 'https://vk.com/wall-1_2?reply=3']]))
  expect((await takeAll(page)).get('Новых сообщений')).toBe(1)
  // Over half a megabyte unpacked: there the library would reach for a worker that the policy forbids.
  const many = Array.from({ length: 3000 }, (_, n) => ['24.11.2026 10:30', `Сообщение номер ${n} о снеге, дорогах, воде и свете на улице Мира и дальше до самого моста`, 'Мария', `https://vk.com/wall-1_2?reply=${n + 10}`])
  await chooseFile(page, 'большая книга.xlsx', spreadsheet([header, ...many]))
  await expect(page.getByText('Будет взято: 3000, не взято: 0')).toBeVisible()
  await picture(page, info, 'spreadsheet')
  await page.getByRole('button', { name: /^Внести 3/ }).click()
  await page.getByRole('button', { name: 'Прервать' }).click()
  await expect(page.getByText('Прервано. Взятое осталось')).toBeVisible()

  await chooseFile(page, 'бомба.xlsx', spreadsheet([header], { 'xl/media/a.xml': new Uint8Array(60_000_000) }))
  await expect(page.getByText('Файл сжат подозрительно сильно')).toBeVisible()
  await chooseFile(page, 'старая.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  await expect(page.getByText('Это книга старого Excel')).toBeVisible()
  await open(page, 'Входящие')
  expect(complaints).toEqual([])
  await close()
})
