import { expect, test } from '@playwright/test'
import { launch, picture } from './support/launch'

test('the window opens with its title, in Russian', async ({}, info) => {
  const { app, page, close } = await launch()
  expect(await page.title()).toBe('Отклик')
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))).toEqual([true])
  await picture(page, info, 'first-window')
  await close()
})
