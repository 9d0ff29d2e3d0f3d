import { expect, type Page } from '@playwright/test'
import { open, startAlone } from './firstRun'

export const department = 'Отдел дорожного хозяйства'

/** A new office on this computer alone with one structure in its directory. */
export async function openOffice(page: Page): Promise<void> {
  await startAlone(page)
  await open(page, 'Справочник')
  await page.getByRole('button', { name: 'Добавить структуру' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Полное наименование').fill(department)
  await dialog.getByLabel('Темы').fill('снег, дорога')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(dialog).toBeHidden()
}

export interface Pasted {
  readonly text: string
  readonly placed: string
  readonly link?: string
  readonly author?: string
}

/** Takes a message in by the paste form; afterwards it is chosen in the inbox. */
export async function paste(page: Page, { text, placed, link = `https://vk.com/wall-900000001_${4800 + text.length}`, author = 'Учебный Пётр' }: Pasted): Promise<void> {
  await open(page, 'Приём')
  await page.getByLabel('Ссылка на сообщение').fill(link)
  await page.getByRole('button', { name: 'публичный комментарий' }).click()
  await page.getByLabel('Когда размещено').fill(placed)
  await page.getByLabel('Автор').fill(author)
  await page.getByRole('textbox', { name: 'Текст сообщения' }).fill(text)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('option', { name: new RegExp(text.slice(0, 20)) })).toBeVisible()
}

/** Acts from now on in this role, or for this structure. */
export async function actAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Действую как/ }).click()
  await page.getByRole('menuitem', { name }).click()
  await expect(page.getByRole('button', { name: `Действую как: ${name}` })).toBeVisible()
}

/** The bar of what is possible now. */
export const actionBar = (page: Page) => page.getByRole('toolbar', { name: 'Что можно сделать сейчас' })

/** What happened to the case that is open, the latest on top. */
export const historyOf = (page: Page) => page.getByRole('region', { name: /^История/ }).getByRole('listitem')
