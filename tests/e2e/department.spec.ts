import { expect, test } from '@playwright/test'
import { noon } from './support/firstRun'
import { launch, picture } from './support/launch'
import { actAs, actionBar, department, historyOf, openOffice, paste } from './support/office'

test('a structure declines with its reason, and the message is the operator\'s again', async () => {
  const { page, close } = await launch({ now: noon })
  await openOffice(page)
  await paste(page, { text: 'Когда откроют районную библиотеку после ремонта', placed: '10:30' })
  await page.keyboard.press('f')
  await page.getByRole('combobox', { name: /Структура/ }).fill('дорож')
  await page.getByRole('option', { name: department }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()

  await actAs(page, department)
  await expect(page.getByRole('textbox', { name: 'Ответ автору' })).toBeVisible()
  // 1.4: the name was not passed on, which is not the same as unknown.
  await expect(page.getByRole('heading', { name: 'Имя автора не передано' })).toBeVisible()
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog', { name: /не наша компетенция/ })
  await expect(dialog.getByRole('button', { name: 'Не наша компетенция' })).toBeDisabled()
  await dialog.getByLabel('Причина').fill('Это к отделу культуры')
  await dialog.getByRole('button', { name: 'Не наша компетенция' }).click()
  await expect(page.getByText('Нам ничего не направлено')).toBeVisible()

  await actAs(page, 'Оператор')
  await page.getByRole('option', { name: /библиотеку/ }).click()
  await expect(page.getByText(/Структура отказалась: Это к отделу культуры/)).toBeVisible()
  await expect(historyOf(page).first()).toContainText('Структура отказалась')
  await expect(actionBar(page).getByRole('button', { name: /^Направить/ })).toBeVisible()
  await close()
})

test('an answer with a file is written over a kill and reaches the operator whole', async ({}, info) => {
  test.setTimeout(150_000)
  const first = await launch({ now: noon })
  await openOffice(first.page)
  await paste(first.page, { text: 'Покажите график уборки снега на дорогах', placed: '10:30' })
  await first.page.keyboard.press('f')
  await first.page.getByRole('combobox', { name: /Структура/ }).fill('снег')
  await first.page.getByRole('option', { name: department }).click()
  await first.page.keyboard.press('Control+Enter')
  await expect(first.page.getByRole('dialog')).toBeHidden()
  await actAs(first.page, department)
  const choosing = first.page.waitForEvent('filechooser')
  await first.page.getByRole('button', { name: 'Приложить файлы' }).click()
  await (await choosing).setFiles({ name: 'график.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 учебный') })
  await expect(first.page.getByText('график.pdf')).toBeVisible()
  await first.page.getByRole('textbox', { name: 'Ответ автору' }).pressSequentially('Здравствуйте! График приложен')
  await expect(first.page.getByText('черновик сохранён')).toBeVisible()
  await first.kill9()

  const again = await launch({ dataFolder: first.dataFolder, now: noon })
  const { page } = again
  await expect(page.getByRole('textbox', { name: 'Ответ автору' })).toHaveValue('Здравствуйте! График приложен')
  await expect(page.getByText('график.pdf')).toBeVisible()
  await picture(page, info, 'desk')
  await page.getByRole('button', { name: 'Отправить оператору' }).click()
  await expect(page.getByText('Ответ отправлен, оператор проверяет')).toBeVisible()
  await actAs(page, 'Оператор')
  await expect(page.getByRole('region', { name: 'Направления и ответы' }).getByText('график.pdf')).toBeVisible()
  await again.close()
})
