import { expect, type ElectronApplication, type Page, test } from '@playwright/test'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { noon, open, startAlone } from './support/firstRun'
import { chooseFile, takeAll } from './support/importing'
import { launch, newDataFolder, picture } from './support/launch'

/** The system's dialogs stand outside the window: the test answers for the person. */
const answerDialogs = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)

const section = (page: Page, name: string) => page.getByRole('navigation', { name: 'Настройки' }).getByRole('button', { name }).click()
const listed = async (page: Page): Promise<readonly string[]> => {
  await open(page, 'Входящие')
  await expect(page.getByRole('option').first()).toBeVisible()
  return (await page.getByRole('option').allInnerTexts()).map((text) => text.replace(/\d+ (ч|мин|с|дн)\s?/g, ''))
}

test('everything to one file, and from it into an empty program: the same cases', async ({}, info) => {
  const first = await launch({ now: noon })
  await startAlone(first.page)
  await chooseFile(first.page, 'т.csv', Buffer.from('Дата;Сеть;Текст;Автор\n24.11.2026 10:30;ВК;Не чистят снег;Мария\n24.11.2026 11:00;ОК;Нет воды;Ольга\n'))
  await takeAll(first.page)
  const before = await listed(first.page)
  expect(before).toHaveLength(2)
  const file = path.join(await newDataFolder(), 'всё.zip')
  await answerDialogs(first.app, file)
  await open(first.page, 'Настройки')
  await section(first.page, 'Копия и восстановление')
  await first.page.getByRole('button', { name: 'Сохранить всё в файл' }).click()
  await expect(first.page.getByText(`Сохранено: ${file}`)).toBeVisible()
  expect((await stat(file)).size).toBeGreaterThan(500)
  await first.page.getByRole('button', { name: 'Проверить журнал' }).click()
  await expect(first.page.getByText(/Журнал цел/)).toBeVisible()
  await picture(first.page, info, 'backup')
  await first.close()

  const fresh = await launch({ now: noon })
  await answerDialogs(fresh.app, file)
  await fresh.page.getByRole('button', { name: 'Восстановить из файла' }).click()
  expect(await listed(fresh.page)).toEqual(before)
  // Again into what is there already: nothing changes.
  await open(fresh.page, 'Настройки')
  await section(fresh.page, 'Копия и восстановление')
  await fresh.page.getByRole('button', { name: 'Восстановить из файла' }).click()
  await expect(fresh.page.getByText(/Добавлено: 0\sзаписей/)).toBeVisible()
  expect(await listed(fresh.page)).toEqual(before)
  await answerDialogs(fresh.app, process.execPath)
  await open(fresh.page, 'Настройки')
  await section(fresh.page, 'Копия и восстановление')
  await fresh.page.getByRole('button', { name: 'Восстановить из файла' }).click()
  await expect(fresh.page.getByText('Это не выгрузка')).toBeVisible()
  expect(fresh.complaints).toEqual([])
  await fresh.close()
})

test('the office’s hours: a preset, hours of one’s own, and the last schedule stays', async ({}, info) => {
  const { page, close, complaints } = await launch({ now: noon })
  await startAlone(page)
  await open(page, 'Настройки')
  await section(page, 'Режим работы')
  await page.getByRole('button', { name: /40 часов/ }).click()
  await expect(page.getByRole('button', { name: 'Удалить режим' })).toBeDisabled()
  await page.getByRole('button', { name: /36 часов: пн–пт/ }).click()
  await page.getByLabel('Пятница').fill('8-12, 11-15')
  await page.getByRole('button', { name: /^Сохранить/ }).click()
  await expect(page.getByText('Промежутки пересекаются')).toBeVisible()
  await picture(page, info, 'schedule-dialog')
  await page.getByLabel('Пятница').fill('8-12, 13-15')
  await page.getByRole('button', { name: /^Сохранить/ }).click()
  await expect(page.getByText('Пятница: 08:00–12:00, 13:00–15:00')).toBeVisible()
  await picture(page, info, 'schedules')
  for (const name of ['Администрация', 'Порядок', 'Календарь', 'Тексты разъяснений', 'Окно и уведомления', 'О программе']) {
    await section(page, name)
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
    await picture(page, info, name)
  }
  expect(complaints).toEqual([])
  await close()
})

test('the office’s name: told what is wrong, kept, and put back', async () => {
  const { page, close } = await launch({ now: noon })
  await startAlone(page)
  await open(page, 'Настройки')
  await page.getByLabel('Почта для обращений').fill('почта')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Это не адрес почты')).toBeVisible()
  await page.getByLabel('Почта для обращений').fill('mail@example.ru')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Настройки сохранены')).toBeVisible()
  await page.getByRole('button', { name: 'Отменить' }).click()
  await expect(page.getByLabel('Почта для обращений')).toHaveValue('')
  await close()
})

test('our pages: an address that is none is told, a page is kept', async ({}, info) => {
  const { page, close } = await launch({ now: noon })
  await startAlone(page)
  await open(page, 'Настройки')
  const pages = page.getByLabel('Наши официальные страницы')
  await pages.fill('https://vk.com/club900000001 Администрация района\nнаша группа')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('В каждой строке нужен адрес страницы')).toBeVisible()
  await picture(page, info, 'pages')
  await pages.fill('https://vk.com/club900000001 Администрация района\nhttps://ok.ru/group/570000000777')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Настройки сохранены')).toBeVisible()
  await expect(pages).toHaveValue('https://vk.com/club900000001 Администрация района\nhttps://ok.ru/group/570000000777')
  await close()
})

test('erasing asks for a word, and the program begins anew', async () => {
  const { page, close } = await launch({ now: noon })
  await startAlone(page)
  await open(page, 'Настройки')
  await section(page, 'Копия и восстановление')
  await page.getByRole('button', { name: 'Стереть всё' }).click()
  const confirm = page.getByRole('dialog').getByRole('button', { name: /^Стереть всё/ })
  await expect(confirm).toBeDisabled()
  await page.getByLabel(/Чтобы подтвердить/).fill('стереть')
  await confirm.click()
  await expect(page.getByRole('heading', { name: 'Как будем работать?' })).toBeVisible()
  await close()
})
