import { expect, test } from '@playwright/test'
import { noon } from './support/firstRun'
import { launch, picture } from './support/launch'
import { actAs, actionBar, department, historyOf, openOffice, paste } from './support/office'

const text = 'Когда почистят снег на улице Мира? Третий день не выехать'
const firstAnswer = 'Здравствуйте! Скоро почистят.'
const secondAnswer = 'Здравствуйте! Улицу Мира почистят сегодня до 18:00. Вопросы: 8 39135 2-11-36.'
const posted = 'https://vk.com/wall-900000001_5000?reply=5001'

test('a message goes the whole way: forward, answer, return, rework, publish', async ({}, info) => {
  test.setTimeout(180_000)
  const { page, complaints, close } = await launch({ now: noon })
  await openOffice(page)
  await paste(page, { text, placed: 'сегодня в 10:30' })

  await test.step('the operator forwards by what the program suggests', async () => {
    await expect(page.getByText(`Похоже, это к структуре: ${department}`)).toBeVisible()
    await page.keyboard.press('f')
    const dialog = page.getByRole('dialog', { name: 'Направить структуре' })
    await dialog.getByRole('combobox', { name: /Структура/ }).fill('снег')
    await page.getByRole('option', { name: department }).click()
    await dialog.getByLabel('Слово структуре').fill('Ответьте, пожалуйста, с указанием часа')
    await expect(dialog.getByText('Ответ структуры: до вт 24.11, 17:00 (п. 3.2)')).toBeVisible()
    await picture(page, info, 'forward')
    await dialog.getByRole('button', { name: 'Направить' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(`Направлено: ${department}`).first()).toBeVisible()
  })

  await test.step('the structure answers', async () => {
    await actAs(page, department)
    await expect(page.getByText('Ответьте, пожалуйста, с указанием часа')).toBeVisible()
    await page.getByRole('textbox', { name: 'Ответ автору' }).fill(firstAnswer)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Ответ отправлен, оператор проверяет')).toBeVisible()
  })

  await test.step('the operator returns it with remarks', async () => {
    await actAs(page, 'Оператор')
    await page.getByRole('navigation', { name: 'Разделы' }).getByRole('button', { name: /^Проверка/ }).click()
    await expect(page.getByText(firstAnswer)).toBeVisible()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: 'Вернуть на доработку' })
    await dialog.getByLabel('Замечания').fill('Назовите срок и телефон')
    await dialog.getByRole('button', { name: 'Вернуть' }).click()
    await expect(page.getByText('Проверять нечего')).toBeVisible()
  })

  await test.step('the structure reworks: the returned text is where it left off', async () => {
    await actAs(page, department)
    await expect(page.getByRole('heading', { name: 'Доработать' })).toBeVisible()
    await expect(page.getByText('Назовите срок и телефон').first()).toBeVisible()
    const answer = page.getByRole('textbox', { name: 'Ответ автору' })
    await expect(answer).toHaveValue(firstAnswer)
    await answer.fill(secondAnswer)
    await page.getByRole('button', { name: 'Отправить новую версию' }).click()
    await expect(page.getByText('Ответ отправлен, оператор проверяет')).toBeVisible()
  })

  await test.step('the operator sees what changed and publishes with evidence', async () => {
    await actAs(page, 'Оператор')
    await page.getByRole('navigation', { name: 'Разделы' }).getByRole('button', { name: /^Проверка/ }).click()
    const pane = page.getByRole('region', { name: 'Ответ структуры' }).last()
    await expect(pane.locator('del').first()).toHaveText('убрано: Скоро')
    await expect(pane.locator('ins').first()).toHaveText('добавлено: Улицу Мира')
    expect(await pane.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    await picture(page, info, 'versions')
    await pane.getByRole('button', { name: 'Рядом' }).click()
    await expect(pane.getByRole('group', { name: 'Версия 1' })).toContainText('Скоро')
    await expect(pane.getByRole('group', { name: 'Версия 1' }).locator('ins')).toHaveCount(0)
    await expect(pane.getByRole('group', { name: 'Версия 2' }).locator('ins').first()).toHaveText('добавлено: Улицу Мира')
    await picture(page, info, 'side-by-side')
    await page.keyboard.press('p')
    const dialog = page.getByRole('dialog', { name: 'Опубликовать ответ' })
    const next = dialog.getByRole('button', { name: 'Дальше' })
    await expect(dialog.getByText('телефон: 8 39135 2-11-36')).toBeVisible()
    await expect(next).toBeDisabled()
    await dialog.getByLabel('Проверено: это можно публиковать').check()
    await next.click()
    await dialog.getByRole('button', { name: 'Скопировать ответ' }).click()
    await expect(page.getByText('Ответ скопирован')).toBeVisible()
    await next.click()
    await expect(dialog.getByText('публичный комментарий, ВКонтакте')).toBeVisible()
    await expect(dialog.getByText('Это увидят все')).toBeVisible()
    await dialog.getByLabel('Ссылка на размещённый ответ').fill(posted)
    await picture(page, info, 'confirm')
    await dialog.getByRole('button', { name: 'Подтвердить публикацию' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Проверять нечего')).toBeVisible()
  })

  expect(complaints).toEqual([])
  await close()
})

test('a refusal closes the case, and can be taken back from the line below', async () => {
  const { page, close } = await launch({ now: noon })
  await openOffice(page)
  await paste(page, { text: 'йцукен йцукен фывапролд', placed: '11:00' })
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog', { name: /Отказать в обработке/ })
  await dialog.getByRole('radio', { name: /не поддаётся прочтению/ }).check()
  await expect(dialog.getByText('Сообщение закроется без ответа')).toBeVisible()
  await dialog.getByRole('button', { name: 'Отказать' }).click()
  await expect(page.getByText('Отказано в обработке (п. 3.6)')).toBeVisible()
  await page.getByRole('button', { name: 'Отменить' }).click()
  await expect(actionBar(page).getByRole('button', { name: /^Направить/ })).toBeVisible()
  await close()
})

test('an explanation is published with its ground and is warned of what it lacks', async () => {
  const { page, close } = await launch({ now: noon })
  await openOffice(page)
  await paste(page, { text: 'Не согласен с решением районного суда, отмените его', placed: '11:00' })
  await page.keyboard.press('Shift+G')
  const dialog = page.getByRole('dialog', { name: 'Опубликовать разъяснение' })
  await dialog.getByRole('combobox', { name: /Основание/ }).click()
  await page.getByRole('option', { name: 'обжалование судебного акта' }).click()
  await dialog.getByRole('button', { name: 'Подставить образец' }).click()
  await expect(dialog.getByText('остались места в {фигурных скобках}')).toBeVisible()
  await dialog.getByRole('textbox', { name: /Текст, который увидит автор/ }).fill('Здравствуйте! Решения судов обжалуются в вышестоящий суд; срок и порядок указаны в судебном акте.')
  await expect(dialog.getByText('не хватает обязательного')).toBeHidden()
  await dialog.getByRole('button', { name: 'Дальше' }).click()
  await dialog.getByRole('button', { name: 'Дальше' }).click()
  await dialog.getByLabel('Ссылка на размещённый ответ').fill(posted)
  await dialog.getByRole('button', { name: 'Подтвердить публикацию' }).click()
  await expect(historyOf(page).first()).toContainText('Разъяснение опубликовано')
  await close()
})

test('an emergency shortens the terms and stands in the list', async () => {
  const { page, close } = await launch({ now: '2026-11-28T15:00:00+07:00' })
  await openOffice(page)
  await paste(page, { text: 'Прорвало трубу на улице Мира, заливает дома', placed: 'сегодня в 14:30' })
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: /Экстренное/ })
  await expect(dialog.getByText('сейчас нерабочее время')).toBeVisible()
  await dialog.getByLabel('Что случилось').fill('Авария на водопроводе')
  await dialog.getByRole('button', { name: 'Отметить экстренным' }).click()
  await expect(page.getByText(/Экстренное с сб 28\.11, 15:00: Авария/)).toBeVisible()
  // 3.9: three hours of the clock on the wall, on a Saturday too.
  await expect(page.getByText(/направить до сб 28\.11, 18:00/)).toBeVisible()
  await close()
})

test('what was being typed is there after a kill', async () => {
  const first = await launch({ now: noon })
  await openOffice(first.page)
  await paste(first.page, { text, placed: '10:30' })
  await first.page.keyboard.press('n')
  const words = 'Звонила заявительница, ждёт ответа до обеда'
  await first.page.getByLabel('Текст заметки').pressSequentially(words)
  await expect(first.page.getByText('черновик сохранён')).toBeVisible()
  await first.kill9()

  const again = await launch({ dataFolder: first.dataFolder, now: noon })
  await again.page.getByRole('option', { name: /Когда почистят/ }).click()
  await again.page.keyboard.press('n')
  await expect(again.page.getByLabel('Текст заметки')).toHaveValue(words)
  await again.page.getByRole('button', { name: 'Добавить' }).click()
  // The dialog that is going away still shows what was typed: the note itself is looked for.
  await expect(again.page.getByRole('region', { name: 'Заметки' })).toContainText(words)
  await again.close()
})
