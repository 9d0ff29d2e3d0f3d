import { expect, type Page } from '@playwright/test'
import { open } from './firstRun'

/** Opens «Загрузить файл» and gives it this file. */
export async function chooseFile(page: Page, name: string, content: Buffer): Promise<void> {
  await open(page, 'Приём')
  await page.getByRole('tab', { name: 'Загрузить файл' }).click()
  const another = page.getByRole('button', { name: 'Другой файл' })
  if (await another.isVisible()) await another.click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Выбрать файл' }).click()
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: content })
}

/** Takes what was understood, and reads the result off the screen: name of the count → number. */
export async function takeAll(page: Page): Promise<ReadonlyMap<string, number>> {
  await page.getByRole('button', { name: /^Внести \d/ }).click()
  await expect(page.getByRole('heading', { name: /^Итог загрузки/ })).toBeVisible()
  const names = await page.getByRole('tabpanel').locator('dt').allInnerTexts()
  const counts = await page.getByRole('tabpanel').locator('dd').allInnerTexts()
  return new Map(names.map((name, index) => [name, Number(counts[index])]))
}
