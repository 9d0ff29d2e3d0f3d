import { expect, type Page, test } from '@playwright/test'
import { noon, open, startAlone } from './support/firstRun'
import { launch, picture } from './support/launch'

const text = 'На улице Мира третий день не чистят снег, дети идут по дороге'

async function fill(page: Page, fields: { readonly link?: string; readonly text: string; readonly placed: string }): Promise<void> {
  if (fields.link !== undefined) await page.getByLabel('Ссылка на сообщение').fill(fields.link)
  else {
    await page.getByRole('button', { name: 'Одноклассники' }).click()
    await page.getByRole('button', { name: 'публичный комментарий' }).click()
  }
  await page.getByLabel('Когда размещено').fill(fields.placed)
  await page.getByRole('textbox', { name: 'Текст сообщения' }).fill(fields.text)
}

const submit = (page: Page) => page.getByRole('button', { name: /^Внести(?! и)/ }).click()

test('the instant of placement: required, with an hour, never in the future', async ({}, info) => {
  const { page, close, complaints } = await launch({ now: noon })
  await startAlone(page)
  await open(page, 'Приём')
  await expect(page.getByRole('textbox', { name: 'Текст сообщения' })).toBeFocused()
  await submit(page)
  await expect(page.getByText('Укажите дату и время.')).toBeVisible()
  await expect(page.getByText('Выберите сеть')).toBeVisible()
  await fill(page, { text, placed: '24.11.2026' })
  await expect(page.getByText('Добавьте время')).toBeVisible()
  await page.getByLabel('Когда размещено').fill('24.11.2026 15:30')
  await expect(page.getByText('Это время ещё не наступило')).toBeVisible()
  await submit(page)
  await expect(page.getByText('Заполните отмеченные поля')).toBeVisible()
  await picture(page, info, 'future')

  await page.getByLabel('Когда размещено').fill('сегодня в 10:30')
  await page.getByRole('textbox', { name: 'Текст сообщения' }).focus()
  await expect(page.getByLabel('Когда размещено')).toHaveValue('24.11.2026 10:30')
  await expect(page.getByText('вт 24.11, 14:30')).toBeVisible()
  await picture(page, info, 'ready')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('option', { name: new RegExp(text.slice(0, 20)) })).toBeVisible()
  expect(complaints).toEqual([])
  await close()
})

test('an address says the network; the same message is known at once and does not appear twice', async ({}, info) => {
  const { page, close } = await launch({ now: noon })
  await startAlone(page)
  await open(page, 'Приём')
  const link = 'https://vk.com/wall-900000001_4800?reply=5001'
  await fill(page, { link, text, placed: '10:30' })
  await expect(page.getByRole('button', { name: 'ВКонтакте', pressed: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'публичный комментарий', pressed: true })).toBeVisible()
  await page.getByRole('button', { name: 'Внести и следующее' }).click()
  await expect(page.getByRole('heading', { name: 'Внесено сейчас: 1' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Текст сообщения' })).toHaveValue('')

  await fill(page, { link, text: 'другие слова', placed: '11:00' })
  await expect(page.getByText('Это сообщение уже внесено')).toBeVisible()
  await picture(page, info, 'same')
  await submit(page)
  await expect(page.getByRole('option')).toHaveCount(1)
  await close()
})

test('letters typed are there after the program was killed', async () => {
  const first = await launch({ now: noon })
  await startAlone(first.page)
  await open(first.page, 'Приём')
  await first.page.getByRole('button', { name: 'MAX' }).click()
  await first.page.getByRole('textbox', { name: 'Текст сообщения' }).pressSequentially('ghbdtn, снег не чистят')
  await expect(first.page.getByText('Похоже на другую раскладку')).toBeVisible()
  await expect(first.page.getByText('черновик сохранён')).toBeVisible()
  await first.kill9()

  const again = await launch({ dataFolder: first.dataFolder, now: noon })
  await open(again.page, 'Приём')
  await expect(again.page.getByRole('textbox', { name: 'Текст сообщения' })).toHaveValue('ghbdtn, снег не чистят')
  await expect(again.page.getByRole('button', { name: 'MAX', pressed: true })).toBeVisible()
  await again.close()
})

test('a screenshot goes in from a file, survives a restart and can be taken away', async ({}, info) => {
  const first = await launch({ now: noon })
  await startAlone(first.page)
  await open(first.page, 'Приём')
  const choosing = first.page.waitForEvent('filechooser')
  await first.page.getByRole('button', { name: 'Приложить файлы' }).click()
  await (await choosing).setFiles({ name: 'снимок.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') })
  await expect(first.page.getByText('снимок.png')).toBeVisible()
  await expect(first.page.getByText('черновик сохранён')).toBeVisible()
  await picture(first.page, info, 'attached')
  await first.kill9()
  const again = await launch({ dataFolder: first.dataFolder, now: noon })
  await open(again.page, 'Приём')
  await expect(again.page.getByText('снимок.png')).toBeVisible()
  await again.page.getByRole('button', { name: 'Удалить: снимок.png' }).click()
  await expect(again.page.getByText('снимок.png')).toBeHidden()
  await again.close()
})
