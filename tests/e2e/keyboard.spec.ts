import { expect, test } from '@playwright/test'
import { noon } from './support/firstRun'
import { launch, picture } from './support/launch'
import { department, openOffice, paste } from './support/office'

test('from the list to a forwarded message without a mouse, in either layout', async ({}, info) => {
  test.setTimeout(150_000)
  const { page, complaints, close } = await launch({ now: noon })
  await openOffice(page)
  await paste(page, { text: 'Первое сообщение про снег на дороге', placed: '10:30' })
  await paste(page, { text: 'Второе сообщение про тёмную остановку', placed: '11:30' })
  await page.keyboard.press('Alt+1')
  const selected = page.getByRole('option', { selected: true })

  await page.keyboard.press('k')
  await expect(selected).toContainText('Первое')
  await page.keyboard.press('j')
  await expect(selected).toContainText('Второе')
  // The same physical keys with the Russian layout on: «Л» and «О».
  const russian = (code: string, key: string) => page.evaluate(([c, k]) => void document.body.dispatchEvent(new KeyboardEvent('keydown', { code: c!, key: k!, bubbles: true, cancelable: true })), [code, key])
  await russian('KeyK', 'л')
  await expect(selected).toContainText('Первое')

  await page.keyboard.press('/')
  await page.keyboard.type('остановк')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(2)
  await expect(page.getByRole('listbox', { name: 'Сообщения по ближайшему сроку' })).toBeFocused()
  await page.keyboard.press('Home')
  await expect(selected).toContainText('Первое')

  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: 'Работа с клавиатуры' })
  await expect(help.getByText('Следующее сообщение')).toBeVisible()
  await picture(page, info, 'help')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('?')
  await expect(help).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()

  await page.keyboard.press('f')
  const dialog = page.getByRole('dialog', { name: 'Направить структуре' })
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('дорож')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('combobox')).toHaveValue(department)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: 'Направления и ответы' })).toContainText(department)
  // The keys of the screen are alive again: the focus has come back from the dialog. What is forwarded binds later now.
  await page.keyboard.press('k')
  await expect(selected).toContainText('Второе')
  expect(complaints).toEqual([])
  await close()
})

test('letters in a field are letters, not commands', async () => {
  const { page, close } = await launch({ now: noon })
  await openOffice(page)
  await paste(page, { text: 'Сообщение про снег на дороге', placed: '10:30' })
  await page.keyboard.press('n')
  await page.getByLabel('Текст заметки').pressSequentially('fgxpr/?')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await expect(page.getByLabel('Текст заметки')).toHaveValue('fgxpr/?')
  await close()
})
