import { strToU8, zipSync } from 'fflate'
import readExcelFile from 'read-excel-file/universal'
import { describe, expect, it } from 'vitest'
import type { FetchedMessage } from '../../../../shared/connectors/connector'
import { suggestMapping } from '../../../../shared/connectors/table/columns'
import { readDate } from '../../../../shared/connectors/table/dates'
import { readDelimited, type TableRow } from '../../../../shared/connectors/table/delimited'
import { decodeTable, detectEncoding, type Decode } from '../../../../shared/connectors/table/encoding'
import { previewTable, readTable, type TableContext } from '../../../../shared/connectors/table/readTable'
import { inspectSpreadsheet } from '../../../../shared/connectors/table/zip'
import { DEFAULT_OFFICE_ZONE, instant } from '../../../../shared/domain/time'

const now = instant(Date.parse('2026-11-26T09:00:00+07:00'))
const decode: Decode = (bytes, encoding) => new TextDecoder(encoding).decode(bytes)
const context = (rows: readonly TableRow[], over: Partial<TableContext> = {}): TableContext => ({
  now,
  zone: DEFAULT_OFFICE_ZONE,
  defaultVisibility: 'public',
  ...suggestMapping(rows),
  ...over,
})
const evening = Date.parse('2026-11-24T18:22:00+07:00')

/** The Cyrillic letters and «» stand in one run each in windows-1251. */
const to1251 = (text: string) =>
  Uint8Array.from(text, (char) => {
    const code = char.charCodeAt(0)
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0
    return { 'ё': 0xb8, 'Ё': 0xa8, '«': 0xab, '»': 0xbb, '№': 0xb9 }[char] ?? code
  })
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer)

const csv = 'Дата;Автор;Сообщение;Ссылка\r\n24.11.2026 18:22;Мария Образцова;"Почистите снег; дети идут по дороге";https://vk.com/wall-900000001_4800?reply=5001\r\n'

describe('tables', () => {
  it.each([
    ['utf-8', new TextEncoder().encode(csv)],
    ['utf-8', new TextEncoder().encode(`\uFEFF${csv}`)],
    ['windows-1251', to1251(csv)],
    ['utf-16le', utf16(`\uFEFF${csv}`)],
    ['utf-16le', utf16(csv)],
  ] as const)('IN9 a file in %s is read', (encoding, bytes) => {
    const read = decodeTable(bytes, decode)
    expect(read.encoding).toBe(encoding)
    const { rows } = readDelimited(read.text)
    const report = readTable(rows, context(rows))
    expect(report.refused).toEqual([])
    expect(report.taken).toEqual([
      {
        type: 'message',
        network: 'vk',
        visibility: 'public',
        externalId: 'wall-900000001_5001',
        text: 'Почистите снег; дети идут по дороге',
        author: { name: 'Мария Образцова' },
        link: 'https://vk.com/wall-900000001_4800?reply=5001',
        placedAt: evening,
        attachments: [],
        flags: [],
      },
    ])
  })

  it('IN9 big-endian and empty files have an encoding too', () => {
    expect(detectEncoding(Uint8Array.of(0xfe, 0xff, 4, 0x10))).toBe('utf-16be')
    expect(detectEncoding(new Uint8Array())).toBe('utf-8')
  })

  it.each([';', ',', '\t'])('IN9 columns divided by %j are told apart, quotes kept whole', (delimiter) => {
    const rows = [['Дата', 'Текст'], ['24.11.2026 18:22', `Снег, ${delimiter} лёд\nи "наледь"`], ['24.11.2026 18:23', 'вода']]
    const text = rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(delimiter)).join('\n')
    expect(readDelimited(text)).toEqual({ rows, delimiter })
    expect(readDelimited(`sep=${delimiter}\n${text}`)).toEqual({ rows, delimiter })
  })

  it('IN9 a quote that never closes is named', () => {
    expect(readDelimited('a;b\nc;d\n"x;1\nz;2').brokenQuoteAt).toBe(3)
  })

  it('IN7 IN9 the rows before a quote that never closes are taken, the row where it opens is named', () => {
    const { rows, brokenQuoteAt } = readDelimited('Дата;Текст;Сеть\n24.11.2026 18:22;Снег;вк\n24.11.2026 18:23;"Лёд;вк\n24.11.2026 18:24;Вода;вк')
    const reading = context(rows, brokenQuoteAt === undefined ? {} : { openQuoteAt: brokenQuoteAt })
    const report = readTable(rows, reading)
    expect(report.taken).toMatchObject([{ text: 'Снег' }])
    expect(report.refused).toEqual([{ where: '', line: 3, reason: 'openQuote' }])
    expect(previewTable(rows, reading).map(({ verdict }) => verdict.ok)).toEqual([true, false])
  })

  it.each([
    [['Дата размещения', 'Время', 'Автор', 'Текст сообщения', 'Соцсеть', 'Ссылка'], { placedAt: 0, time: 1, author: 2, text: 3, network: 4, link: 5 }],
    [['id', 'from_id', 'created_at', 'message', 'url'], { externalId: 0, authorId: 1, placedAt: 2, text: 3, link: 4 }],
    [['№', 'ФИО', 'Вопрос', 'Время размещения'], { author: 1, text: 2, placedAt: 3 }],
  ])('IN10 headings %j suggest the columns', (row, columns) => {
    expect(suggestMapping([['Сообщения за ноябрь'], [], row])).toEqual({ columns, headerRow: 2 })
  })

  it('IN10 without headings the cells themselves suggest', () => {
    const rows = [
      ['Мария Образцова', '24.11.2026 18:22', 'Когда почистят снег на улице Мира, дети идут по дороге?', 'https://vk.com/wall-9_1?reply=2'],
      ['Иван Черновик', '24.11.2026 18:25', 'Горячая вода еле тёплая, дом двадцать, второй подъезд', 'https://vk.com/wall-9_1?reply=3'],
    ]
    expect(suggestMapping(rows)).toEqual({ columns: { author: 0, placedAt: 1, text: 2, link: 3 }, headerRow: -1 })
  })

  it.each([
    ['24.11.2026 18:22', undefined],
    ['24.11.2026, 18:22:00', undefined],
    ['24.11.26 18:22', undefined],
    ['24/11/2026 18:22', undefined],
    ['24.11.2026 в 18:22', undefined],
    ['24 ноября 2026 г. в 18:22', undefined],
    ['24 ноя 2026 18:22', undefined],
    ['2026-11-24 18:22:00', undefined],
    ['2026-11-24T18:22', undefined],
    ['2026-11-24T18:22:00+07:00', undefined],
    ['2026-11-24T11:22:00Z', undefined],
    ['2026-11-24 11:22:00 UTC', undefined],
    ['2026-11-24T11:22:00.000Z', undefined],
    ['24.11.2026 16:22 +05:00', undefined],
    [evening / 1000, undefined],
    [String(evening / 1000), undefined],
    [evening, undefined],
    [new Date('2026-11-24T18:22:00Z'), undefined],
    [46350 + (18 * 60 + 22) / 1440, undefined],
    ['46350,7652777778', undefined],
    ['24.11.2026', '18:22'],
    ['24.11.2026', '18.22'],
    [46350, (18 * 60 + 22) / 1440],
    [new Date('2026-11-24T00:00:00Z'), new Date('1899-12-30T18:22:00Z')],
  ] as const)('IN11 %j with %j is the evening of 24.11.2026 in the office', (cell, time) => {
    expect(readDate(cell, time, DEFAULT_OFFICE_ZONE)).toEqual({ ok: true, value: evening })
  })

  it.each([
    ['', 'missingDate'],
    [null, 'missingDate'],
    ['вчера', 'relativeDate'],
    ['завтра в 10:30', 'relativeDate'],
    ['Сегодня, 10:30', 'relativeDate'],
    ['час назад', 'relativeDate'],
    ['в прошлую среду', 'relativeDate'],
    ['во вторник в 9:00', 'relativeDate'],
    ['через час', 'relativeDate'],
    ['когда-то', 'unreadableDate'],
    ['32.13.2026', 'impossibleDate'],
    ['32.13.2026 10:00', 'impossibleDate'],
    ['31.02.2026 10:00', 'impossibleDate'],
    ['24.13.2026 10:00', 'impossibleDate'],
    ['24.11.2026 25:00', 'unreadableDate'],
    ['24 мартобря 2026 10:00', 'unreadableDate'],
    [12, 'unreadableDate'],
    [true, 'unreadableDate'],
    [new Date(Number.NaN), 'unreadableDate'],
    ['24.11.2026', 'dateWithoutTime'],
    ['2026-11-24', 'dateWithoutTime'],
    [46350, 'dateWithoutTime'],
  ] as const)('IN11 %j is refused as %s', (cell, error) => {
    expect(readDate(cell, undefined, DEFAULT_OFFICE_ZONE)).toEqual({ ok: false, error })
  })

  it('IN7 IN11 a row whose date is no date is named with its line, the rest is taken', () => {
    const rows = [['Дата', 'Текст'], ['24.11.2026 18:22', 'Снег'], ['завтра в 10:30', 'Лёд'], ['32.13.2026', 'Вода'], ['24.11.2026 18:23', '=HYPERLINK("http://example.org")']]
    const report = readTable(rows, context(rows, { defaultNetwork: 'vk' }))
    expect(report.refused).toEqual([{ where: '', line: 3, reason: 'relativeDate' }, { where: '', line: 4, reason: 'impossibleDate' }])
    // A citizen's words stay as they came: nothing computes them.
    expect(report.taken).toMatchObject([{ text: 'Снег' }, { text: '=HYPERLINK("http://example.org")' }])
  })

  it('IN7 IN10 a preview gives each row its verdict by the number a spreadsheet shows', () => {
    const rows = [
      ['Дата', 'Текст', 'Сеть', 'Вид'],
      ['24.11.2026 18:22', 'Снег', 'ВК', 'личное'],
      [],
      ['24.11.2026 18:22', '', 'ВК', ''],
      ['24.12.2026 18:22', 'Снег', 'Одноклассники', ''],
      ['24.11.2026 18:22', 'Снег', 'Телеграм', ''],
      ['24.11.2026 18:22', 'Снег', '', ''],
      ['24.11.2026 18:22', 'Снег', 'MAX', 'непонятно'],
    ]
    const seen = previewTable(rows, context(rows)).map(({ line, verdict }) => [line, verdict.ok ? verdict.value.visibility : 'refuse' in verdict.error ? verdict.error.refuse : verdict.error.skip])
    expect(seen).toEqual([[2, 'private'], [4, 'missingText'], [5, 'futureDate'], [6, 'unknownNetwork'], [7, 'missingNetwork'], [8, 'unknownVisibility']])
    const report = readTable(rows, context(rows, { defaultNetwork: 'ok' }))
    expect(report.refused.map((row) => row.line)).toEqual([4, 5, 6, 8])
    expect(report.rows).toBe(6)
  })

  it('IN2 a running number of the table’s own is no message’s id: next month’s «1» is another message', () => {
    const november = [['id', 'Дата', 'Текст', 'Сеть'], ['1', '24.11.2026 18:22', 'Снег', 'вк'], ['2', '24.11.2026 18:40', 'Лёд', 'вк']]
    const earlier = [['id', 'Дата', 'Текст', 'Сеть'], [1, '20.10.2026 09:15', 'Вода', 'вк']]
    const keys = (rows: readonly TableRow[]) => readTable(rows, context(rows)).taken.map((item) => item.externalId)
    expect(new Set([...keys(november), ...keys(earlier)]).size).toBe(3)
    expect(keys(november)).toEqual(keys([['id', 'Дата', 'Текст', 'Сеть'], ['1', '24.11.2026 18:22:31', 'Снег', 'вк'], ['2', '24.11.2026 18:40', 'Лёд и вода', 'вк']]))
  })

  it('IN2 IN3 the same message twice is taken once, the same id with other words is an edit', () => {
    const rows = [
      ['Дата', 'Текст', 'Сеть', 'id'],
      ['24.11.2026 18:22', 'Снег', 'вк', 'wall-9_1'],
      ['24.11.2026 18:22', 'Снег', 'вк', 'wall-9_1'],
      ['24.11.2026 18:22', 'Снег и лёд', 'вк', 'wall-9_1'],
      ['24.11.2026 18:22', 'Вода', 'вк', ''],
      ['24.11.2026 18:22:40', 'вода ', 'ВКонтакте', ''],
    ]
    const report = readTable(rows, context(rows))
    expect(report.taken.map((item) => item.type)).toEqual(['message', 'edit', 'message'])
    expect(report.skipped).toEqual([
      { where: '', line: 3, reason: 'repeated' },
      { where: '', line: 6, reason: 'repeated' },
    ])
    expect(report.refused).toEqual([])
    expect(report.rows).toBe(5)
  })
})

const sheet = (cells: string) => `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`
const workbook = {
  '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  'xl/workbook.xml': '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/styles.xml': '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>',
}
const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const zip = (files: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

describe('spreadsheets', () => {
  it('IN9 an XLSX goes from bytes to messages', async () => {
    const cells = `<row r="1">${inline('A1', 'Дата')}${inline('B1', 'Сообщение')}</row><row r="2"><c r="A2" s="1"><v>46350.765277777778</v></c>${inline('B2', 'Снег')}</row>`
    const bytes = zip({ ...workbook, 'xl/worksheets/sheet1.xml': sheet(cells) })
    expect(inspectSpreadsheet(bytes)).toMatchObject({ ok: true, value: { entries: 5 } })
    const sheets = await readExcelFile(bytes.buffer as ArrayBuffer)
    const rows = (sheets[0]?.data ?? []) as readonly TableRow[]
    const report = readTable(rows, context(rows, { defaultNetwork: 'vk' }))
    expect(report.refused).toEqual([])
    expect((report.taken[0] as FetchedMessage).placedAt).toBe(evening)
  })

  it('IN12 a bomb, an encrypted, a foreign and a broken archive are refused before unpacking', () => {
    const bomb = zip({ ...workbook, 'xl/worksheets/sheet1.xml': ' '.repeat(20_000_000) })
    expect(inspectSpreadsheet(bomb)).toEqual({ ok: false, error: 'tooCompressed' })
    expect(inspectSpreadsheet(zip({ 'a.txt': 'x' }))).toEqual({ ok: false, error: 'notSpreadsheet' })
    expect(inspectSpreadsheet(strToU8('Дата;Текст'))).toEqual({ ok: false, error: 'notZip' })
    expect(inspectSpreadsheet(new Uint8Array())).toEqual({ ok: false, error: 'notZip' })
    const many = zip(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`f${index}`, ''])))
    expect(inspectSpreadsheet(many)).toEqual({ ok: false, error: 'tooManyEntries' })
    const huge = zip(workbook)
    const view = new DataView(huge.buffer)
    const directory = view.getUint32(huge.length - 22 + 16, true)
    view.setUint32(directory + 24, 0x7fffffff, true)
    expect(inspectSpreadsheet(huge)).toEqual({ ok: false, error: 'tooLarge' })
    view.setUint32(directory + 24, 0xffffffff, true)
    expect(inspectSpreadsheet(huge)).toEqual({ ok: false, error: 'zip64' })
    view.setUint16(directory + 8, 1, true)
    expect(inspectSpreadsheet(huge)).toEqual({ ok: false, error: 'encrypted' })
  })
})
