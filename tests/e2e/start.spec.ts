import { expect, test } from '@playwright/test'
import { noon, open, startAlone } from './support/firstRun'
import { launch, picture } from './support/launch'

test('alone: three answers, and the program is ready and remembers them', async ({}, info) => {
  const first = await launch({ now: noon })
  await expect(first.page.getByRole('heading', { name: 'Как будем работать?' })).toBeVisible()
  await picture(first.page, info, 'first-screen')
  await first.page.getByRole('button', { name: 'На этом компьютере' }).click()
  await first.page.getByRole('button', { name: 'Начать работу' }).click()
  await expect(first.page.getByText('Назовите себя')).toBeVisible()
  await picture(first.page, info, 'alone-form')
  await first.page.keyboard.press('Escape')
  await startAlone(first.page)
  await picture(first.page, info, 'empty-inbox')
  await first.kill9()

  const again = await launch({ dataFolder: first.dataFolder, now: noon })
  await open(again.page, 'Настройки')
  await expect(again.page.getByLabel('Название администрации')).toHaveValue('Администрация Идринского района')
  expect(again.complaints).toEqual([])
  await again.close()
})

test('with a server: says what is needed and lets one begin without it', async ({}, info) => {
  const { page, close, complaints } = await launch({ now: noon })
  await page.getByRole('button', { name: 'С сервером района' }).click()
  await page.getByLabel('Адрес сервера').fill('http://srv.example.ru')
  await expect(page.getByText('Адрес начинается с https://')).toBeVisible()
  await picture(page, info, 'server')
  await page.getByRole('button', { name: 'Начать на этом компьютере' }).click()
  await expect(page.getByLabel('Ваши фамилия, имя, отчество')).toBeFocused()
  expect(complaints).toEqual([])
  await close()
})
