import { expect, test } from '@playwright/test'
import { noon } from './support/firstRun'
import { launch } from './support/launch'
import { actAs, department, openOffice, paste } from './support/office'

test('a supervisor sees the answer and can change nothing', async () => {
  test.setTimeout(150_000)
  const { page, close } = await launch({ now: noon })
  await openOffice(page)
  await paste(page, { text: 'Почему не посыпают дорогу у школы', placed: '10:30' })
  await page.keyboard.press('f')
  await page.getByRole('combobox', { name: /Структура/ }).fill('дороги')
  await page.getByRole('option', { name: department }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await actAs(page, department)
  await page.getByRole('textbox', { name: 'Ответ автору' }).fill('Посыпали сегодня утром.')
  await page.getByRole('button', { name: 'Отправить оператору' }).click()
  await expect(page.getByText('Ответ отправлен, оператор проверяет')).toBeVisible()

  await actAs(page, 'Контроль (первый заместитель главы)')
  await page.getByRole('navigation', { name: 'Разделы' }).getByRole('button', { name: /^Проверка/ }).click()
  await expect(page.getByText('Посыпали сегодня утром.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Опубликовать', exact: true })).toHaveCount(0)
  await page.keyboard.press('p')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Подробно' }).click()
  await expect(page.getByText('В этой роли записи не изменяют.')).toBeVisible()
  await close()
})

test('an answer that could not be posted is recorded with the reason and stays to be published', async () => {
  test.setTimeout(150_000)
  const { page, close } = await launch({ now: noon })
  await openOffice(page)
  await paste(page, { text: 'Во сколько приедет автолавка в нашу деревню', placed: '10:30' })
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog', { name: 'Опубликовать ответ' })
  await dialog.getByRole('textbox', { name: /Текст, который увидит автор/ }).fill('Автолавка приезжает по вторникам.')
  await dialog.getByRole('button', { name: 'Дальше' }).click()
  await dialog.getByRole('button', { name: 'Не получилось' }).click()
  const failure = page.getByRole('dialog', { name: 'Опубликовать не получилось' })
  await failure.getByRole('radio', { name: 'Комментарии закрыты' }).check()
  await failure.getByRole('button', { name: 'Записать неудачу' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText(/Не опубликовано .*Комментарии закрыты/)).toBeVisible()

  // The words are still there for the next try.
  await page.keyboard.press('p')
  await expect(page.getByRole('textbox', { name: /Текст, который увидит автор/ })).toHaveValue('Автолавка приезжает по вторникам.')
  await close()
})
