import { expect, type Page, test } from '@playwright/test'
import { noon, open, startAlone } from './support/firstRun'
import { chooseFile, takeAll } from './support/importing'
import { launch, picture } from './support/launch'

const rows = [
  'Дата;Сеть;Текст сообщения;Автор',
  '20.11.2026 10:30;ВК;Третий день не чистят снег на улице Мира;Мария',
  '20.11.2026 11:00;ОК;Нет воды в колонке на Зелёной;Ольга',
  '24.11.2026 11:30;ВК;Вывезите мусор с Октябрьской;Галина',
]

/** Refuses the message that is open in the inbox, by the ground that suits any. */
async function refuse(page: Page, words: string): Promise<void> {
  await open(page, 'Входящие')
  await page.getByRole('option', { name: new RegExp(words) }).click()
  await page.getByRole('button', { name: /^Отказать/ }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /не позволяет определить суть/ }).check()
  await dialog.getByRole('button', { name: /^Отказать/ }).click()
  await expect(dialog).toBeHidden()
}

test('closed cases by month; «снега» finds «снег»; filters; the case opens', async ({}, info) => {
  const first = await launch({ now: noon })
  const { page } = first
  await startAlone(page)
  await open(page, 'Архив')
  await expect(page.getByText('Архив пуст')).toBeVisible()
  await chooseFile(page, 'т.csv', Buffer.from(`${rows.join('\n')}\n`))
  await takeAll(page)
  await refuse(page, 'чистят снег')
  await refuse(page, 'Нет воды')
  await first.kill9()

  const again = await launch({ dataFolder: first.dataFolder, now: noon })
  await open(again.page, 'Архив')
  await expect(again.page.getByRole('combobox', { name: 'Месяц' })).toHaveText(/ноябрь 2026 – 2\sсообщения/)
  await expect(again.page.getByRole('option')).toHaveCount(2)
  await expect(again.page.getByText('срок нарушен').filter({ visible: true })).toHaveCount(2)
  await again.page.keyboard.press('/')
  await again.page.getByRole('textbox', { name: 'Найти в архиве' }).fill('снега')
  await expect(again.page.getByRole('option')).toHaveCount(1)
  await expect(again.page.locator('mark')).toHaveText('снег')
  await picture(again.page, info, 'search')
  await again.page.keyboard.press('Enter')
  await again.page.keyboard.press('ArrowDown')
  await expect(again.page.getByText('Третий день не чистят снег на улице Мира').last()).toBeVisible()
  await picture(again.page, info, 'case')

  await again.page.getByRole('textbox', { name: 'Найти в архиве' }).fill('мусора')
  await expect(again.page.getByText('Найдено в архиве: 0, среди открытых: 1')).toBeVisible()
  await again.page.getByRole('textbox', { name: 'Найти в архиве' }).fill('')
  await again.page.getByRole('button', { name: 'Отбор' }).click()
  await again.page.getByLabel('Сеть').click()
  await again.page.getByRole('option', { name: 'Одноклассники' }).click()
  await expect(again.page.getByRole('option')).toHaveCount(1)
  await picture(again.page, info, 'filtered')
  expect(again.complaints).toEqual([])
  await again.close()
})
