import { expect, test, type Page } from '@playwright/test'
import { asDateLists, PRINTED_2024, PRINTED_2026 } from '../support/calendarFiles'
import { noon, open, startAlone } from './support/firstRun'
import { launch, picture } from './support/launch'
import { openOffice, paste } from './support/office'

const day = (page: Page, date: string) => page.locator(`[data-date="${date}"]`)
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click()

test('the year at a glance: short and moved days, norms, years, the keyboard', async ({}, info) => {
  const { app, page, close, complaints } = await launch({ now: noon })
  await startAlone(page)
  await open(page, 'Календарь')
  await expect(day(page, '2026-11-24')).toHaveAttribute('aria-current', 'date')
  await expect(day(page, '2026-04-30')).toHaveAttribute('aria-label', /сокращённый день, 7\s?ч\..*ст\. 95/)
  await expect(day(page, '2026-04-30')).toHaveText('307')
  await day(page, '2026-01-09').click()
  const panel = page.getByRole('region', { name: '09.01.2026, пятница' })
  await expect(panel).toContainText('Выходной перенесён с 03.01.2026, ПП РФ от 24.09.2025 № 1466')
  await expect(page.getByRole('row', { name: /^Год 247/ })).toContainText('1 774,4')
  await expect(page.getByText('сходится с опубликованной нормой')).toBeVisible()
  await picture(page, info, 'year-2026')
  // By keyboard: six days back is the holiday that the day off was moved from; a year on is 2027.
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('region', { name: '03.01.2026, суббота' })).toContainText('Выходной за этот день перенесён на 09.01.2026')
  await page.keyboard.press('BracketRight')
  await expect(page.getByRole('button', { name: '2027' })).toHaveAttribute('aria-pressed', 'true')
  await day(page, '2027-02-20').click()
  await expect(page.getByRole('region', { name: '20.02.2027, суббота' })).toContainText('Рабочий выходной вместо 22.02.2027, ПП РФ от 17.09.2026 № 1187')
  await page.getByRole('button', { name: '2028, предварительно' }).click()
  await expect(page.getByText('2028 год предварительный')).toBeVisible()
  await expect(page.getByText('Нормы на этот год ещё не опубликованы')).toBeVisible()
  await picture(page, info, 'year-2028')
  await page.getByRole('combobox', { name: 'Режим работы' }).click()
  await page.getByRole('option', { name: '36 часов: пн–пт 08:00–16:12' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '2026', exact: true }).click()
  await day(page, '2026-04-30').click()
  await expect(page.getByRole('region', { name: '30.04.2026, четверг' })).toContainText('08:00–12:00, 13:00–15:12')
  // At 150 % nothing is wider than the window, and the day's explanation stays in sight.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.5))
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThan(900)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await expect(page.getByRole('region', { name: '30.04.2026, четверг' })).toBeInViewport()
  await picture(page, info, 'year-150')
  await tab(page, 'Что, если…')
  await picture(page, info, 'what-if-150')
  expect(complaints).toEqual([])
  await close()
})

test('what if: the Friday evening of the order, and the ready examples', async ({}, info) => {
  const { page, close, complaints } = await launch({ now: noon })
  await startAlone(page)
  await open(page, 'Календарь')
  await tab(page, 'Что, если…')
  await picture(page, info, 'what-if-empty')
  await page.getByLabel('Размещено').fill('27.11.2026 16:30')
  const triage = page.getByRole('listitem', { name: 'Проверка и направление' })
  await expect(triage).toContainText('до пн 30.11, 10:30')
  await expect(triage).toContainText('суббота')
  await picture(page, info, 'what-if-friday')
  await page.getByRole('combobox', { name: 'Готовые примеры' }).click()
  await page.getByRole('option', { name: 'Сообщение в 16:55 перед длинными праздниками' }).click()
  await expect(triage).toContainText('до пн 11.01, 10:55')
  await expect(triage).toContainText('Рождество Христово')
  await picture(page, info, 'what-if-holidays')
  // Long explanations scroll in their own pane: nothing of them may make the window itself move.
  await page.getByRole('button', { name: 'Показать все объяснения' }).click()
  await expect(page.getByRole('button', { name: 'Как посчитано' })).toHaveCount(0)
  expect(await page.evaluate(() => Math.max(document.documentElement.scrollHeight, document.body.scrollHeight) <= window.innerHeight)).toBe(true)
  await page.getByRole('combobox', { name: 'Готовые примеры' }).click()
  await page.getByRole('option', { name: 'Два возврата на доработку' }).click()
  await expect(page.getByRole('listitem', { name: 'Доработка ответа (2)' })).toBeVisible()
  await page.getByLabel('Направлено структуре').fill('23.11.2026 10:00')
  await expect(page.getByText('Раньше размещения')).toBeVisible()
  expect(complaints).toEqual([])
  await close()
})

const XML_2028 = `<?xml version="1.0" encoding="UTF-8"?>
<calendar year="2028" lang="ru" country="ru"><days>
${['01', '02', '03', '04', '05', '06', '07', '08'].map((d) => `<day d="01.${d}" t="1"/>`).join('')}
<day d="01.10" t="1" f="01.01"/><day d="01.11" t="1" f="01.02"/>
<day d="02.22" t="2"/><day d="02.23" t="1"/><day d="03.07" t="2"/><day d="03.08" t="1"/>
<day d="05.01" t="1"/><day d="05.08" t="2"/><day d="05.09" t="1"/><day d="06.12" t="1"/>
<day d="11.03" t="2"/><day d="11.04" t="1"/><day d="11.06" t="1" f="11.04"/>
</days></calendar>`

async function load(page: Page, name: string, text: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Выбрать файл' }).click()
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
}

test('a calendar for the next year: refused when broken, previewed with what moves, adopted, and taken back', async ({}, info) => {
  const { page, close, complaints } = await launch({ now: '2027-12-30T12:00:00+07:00' })
  await openOffice(page)
  await paste(page, { text: 'Не убирают снег на остановке', placed: '30.12.2027 11:40' })
  await open(page, 'Календарь')
  await expect(day(page, '2027-12-30')).toBeVisible()
  await page.keyboard.press('i')
  const dialog = page.getByRole('dialog')
  await load(page, 'порванный.xml', XML_2028.replace('</days>', ''))
  await expect(dialog.getByRole('alert')).toContainText('порванный.xml не принят. Файл повреждён: XML')
  await load(page, 'праздник.xml', XML_2028.replace('<day d="11.03" t="2"/><day d="11.04" t="1"/>', '<day d="11.04" t="3"/>'))
  await expect(dialog.getByRole('alert')).toContainText('Праздник по ст. 112 ТК РФ не может быть рабочим: 04.11.2028')
  await expect(dialog.getByRole('button', { name: /^Принять календарь/ })).toBeDisabled()
  await picture(page, info, 'import-refused')
  await load(page, 'calendar.json', asDateLists(PRINTED_2024, PRINTED_2026))
  for (const year of ['2024', '2026']) {
    await dialog.getByRole('combobox', { name: 'Какой год взять' }).click()
    await page.getByRole('option', { name: year }).click()
    await expect(dialog.getByText(`calendar.json: прочитан ${year} год`)).toBeVisible()
    await expect(dialog.getByLabel('Номер')).toHaveValue(year === '2024' ? '1314' : '1466')
  }
  await load(page, 'Календарь 2028.xml', XML_2028)
  await expect(dialog.getByText('Календарь 2028.xml: прочитан 2028 год')).toBeVisible()
  await expect(dialog.getByRole('region', { name: /^Изменится/ })).toContainText('пн 10.01.2028')
  const moved = dialog.getByRole('region', { name: /^Сдвинется/ })
  await expect(moved).toContainText('Не убирают снег')
  await expect(moved.getByRole('row').filter({ hasText: 'Публикация' })).toContainText('пн 10.01, 11:40 → ср 12.01, 11:40')
  await dialog.getByLabel('Номер').fill('900')
  await dialog.getByLabel('Дата').fill('2027-09-15')
  await picture(page, info, 'import-preview')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await day(page, '2028-01-10').click()
  await expect(page.getByRole('region', { name: '10.01.2028, понедельник' })).toContainText('Выходной перенесён с 01.01.2028, ПП РФ от 15.09.2027 № 900')
  await expect(page.getByText('2028 год предварительный')).toBeHidden()

  await day(page, '2028-08-16').click()
  await page.keyboard.press('e')
  await dialog.getByRole('radio', { name: 'выходной' }).check()
  await dialog.getByLabel('Как называется').fill('День района')
  await dialog.getByLabel('Почему меняем календарь').fill('решение Совета депутатов')
  await expect(dialog.getByRole('region', { name: /^Изменится/ })).toContainText('День района')
  await picture(page, info, 'edit-day')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await tab(page, 'Версии')
  await expect(page.getByRole('listitem').filter({ hasText: 'загрузка из файла' })).toContainText('Файл Календарь 2028.xml')
  await picture(page, info, 'versions')
  await page.getByRole('listitem').filter({ hasText: 'Календарь, с которым пришла программа' }).getByRole('button', { name: 'Вернуться к этой версии' }).click()
  await expect(dialog.getByRole('region', { name: /^Сдвинется/ })).toContainText('→')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: 'возврат к прежней версии' })).toContainText('действует')
  await tab(page, 'Год')
  await page.getByRole('button', { name: '2028, предварительно' }).click()
  await expect(page.getByText('2028 год предварительный')).toBeVisible()
  expect(complaints).toEqual([])
  await close()
})
