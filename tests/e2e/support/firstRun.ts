import { expect, type Page } from '@playwright/test'

/** An ordinary Tuesday, noon in the office: working time, with a working morning before it. */
export const noon = '2026-11-24T12:00:00+07:00'

/** Chooses «На этом компьютере» on the first screen and answers its questions. */
export async function startAlone(page: Page, operator = 'Учебная Ольга Ивановна'): Promise<void> {
  await page.getByRole('button', { name: 'На этом компьютере' }).click()
  await page.getByLabel('Ваши фамилия, имя, отчество').fill(operator)
  await page.getByRole('button', { name: 'Начать работу' }).click()
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeVisible()
}

/** Opens a section of the frame by its name. */
export async function open(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Разделы' }).getByRole('button', { name: new RegExp(`^${section}`) }).click()
}
