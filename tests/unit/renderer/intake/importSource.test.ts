import { strToU8, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../../renderer/features/intake/importSource'
import { instant } from '../../../../shared/domain/time'

const context = { now: instant(Date.UTC(2026, 10, 26)) }
const read = (name: string, bytes: Uint8Array, choices = {}) => readSource(name, bytes, context, choices)
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((sign) => {
    const code = sign.codePointAt(0)!
    return code < 0x80 ? code : sign === 'ё' ? 0xb8 : code - 0x410 + 0xc0
  }))

/** The least that a spreadsheet program writes, with one sheet of inline strings. */
const book = (rows: string, extra: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': strToU8('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': strToU8(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`),
    ...extra,
  })
const row = (n: number, ...cells: string[]): string =>
  `<row r="${n}">${cells.map((text, at) => `<c r="${String.fromCharCode(65 + at)}${n}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`

describe('what a file is', () => {
  it('a network’s answer, by its first bracket and not by its name', async () => {
    const bytes = readFileSync('shared/training/samples/vkComments.json')
    const source = await read('выгрузка.txt', bytes)
    expect(source.ok && source.value.kind).toBe('answer')
    expect(source.ok && source.value.kind === 'answer' && source.value.report.taken.length).toBe(24)
  })
  it('a cut answer gives what is whole of it and says where it breaks', async () => {
    const bytes = readFileSync('shared/training/samples/vkComments.json').subarray(0, 3000)
    const source = await read('a.json', bytes)
    expect(source.ok && source.value.kind === 'answer' && source.value.report.taken.length).toBeGreaterThan(0)
    expect(source.ok && source.value.kind === 'answer' && source.value.report.refused.map(({ reason }) => reason)).toContain('truncatedFile')
  })
  it('a table in windows-1251 with its delimiter', async () => {
    const source = await read('a.csv', windows1251('Текст;Дата\nСнег;24.11.2026 10:30\n'))
    expect(source).toMatchObject({ ok: true, value: { kind: 'table', text: { encoding: 'windows-1251', delimiter: ';' }, sheets: [{ rows: [['Текст', 'Дата'], ['Снег', '24.11.2026 10:30']] }] } })
  })
  it('another encoding or delimiter when the person says so', async () => {
    const wrong = await read('a.csv', windows1251('Снег'), { encoding: 'utf-8' })
    expect(wrong.ok && wrong.value.kind === 'table' && wrong.value.sheets[0]?.rows[0]?.[0]).not.toBe('Снег')
    const byComma = await read('a.csv', strToU8('a;b,c\n'), { delimiter: ',' })
    expect(byComma).toMatchObject({ ok: true, value: { sheets: [{ rows: [['a;b', 'c']] }] } })
  })
  it('a table with a quote that never closes, and the row where it opens', async () => {
    const source = await read('a.csv', strToU8('Текст;Дата\nСнег;24.11.2026 10:30\n"Лёд;24.11.2026 10:31\nВода;24.11.2026 10:32\n'))
    expect(source).toMatchObject({ ok: true, value: { kind: 'table', text: { openQuoteAt: 3 } } })
  })
  it('a picture or a program with a table’s name, told at once instead of hundreds of broken rows', async () => {
    // Every byte there is, in an order of no meaning: what is packed looks so.
    const packed = Uint8Array.from({ length: 4096 }, (_, at) => (at * 167 + (at >> 8) * 13) % 256)
    expect(await read('a.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...packed]))).toEqual({ ok: false, error: 'notText' })
    expect(await read('a.json', Uint8Array.from([0x4d, 0x5a, ...new Uint8Array(200), ...packed]))).toEqual({ ok: false, error: 'notText' })
    const damaged = await read('a.csv', strToU8('Текст;Дата\nСнег\u0000 на дороге;24.11.2026 10:30\n'))
    expect(damaged.ok).toBe(true)
  })
  it('a web page, also one that a program calls a table', async () => {
    expect(await read('a.csv', strToU8('<!DOCTYPE html><html><body>403</body></html>'))).toEqual({ ok: false, error: 'webPage' })
    expect(await read('a.xls', strToU8('\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Снег</td></tr></table></html>'))).toEqual({ ok: false, error: 'webPage' })
  })
  it('a spreadsheet', async () => {
    const source = await read('a.xlsx', book(row(1, 'Текст', 'Дата') + row(2, 'Снег', '24.11.2026 10:30')))
    expect(source).toEqual({ ok: true, value: { kind: 'table', name: 'a.xlsx', sheets: [{ name: 'Лист1', rows: [['Текст', 'Дата'], ['Снег', '24.11.2026 10:30']] }] } })
  })
  it('dates of a book that counts from 1904, and formulas by the value they were saved with', async () => {
    const workbook = strToU8('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>')
    const styles = strToU8('<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>')
    const cells = '<row r="1"><c r="A1" s="1"><v>44888.75</v></c><c r="B1" t="str"><f>A2&amp;"x"</f><v>Снег</v></c></row><row r="2"><c r="A2" s="1"><f>NOW()</f></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    const source = await read('a.xlsx', book(cells, { 'xl/workbook.xml': workbook, 'xl/styles.xml': styles }))
    const rows = source.ok && source.value.kind === 'table' ? (source.value.sheets[0]?.rows ?? []) : []
    expect(rows[0]).toEqual([new Date('2026-11-24T18:00:00Z'), 'Снег'])
    expect(rows[1]?.[0] ?? null).toBeNull()
  })
  it('a long spreadsheet: more than the library would unpack without a worker', async () => {
    const many = Array.from({ length: 6000 }, (_, n) => row(n + 1, `Сообщение о снеге номер ${n} ${'а'.repeat(60)}`, '24.11.2026 10:30')).join('')
    const source = await read('a.xlsx', book(many))
    expect(source.ok && source.value.kind === 'table' && source.value.sheets[0]?.rows.length).toBe(6000)
  })
})

describe('what is not read', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'empty'],
    ['spaces only', strToU8(' \n '), 'empty'],
    ['old Excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'oldExcel'],
    ['a quote that never closes in the first row', strToU8('"Текст;Дата\nСнег;24.11.2026\n'), 'brokenQuote'],
    ['an archive that is no book', zipSync({ 'a.txt': strToU8('a') }), 'notSpreadsheet'],
    ['a cut book', book(row(1, 'a')).subarray(0, 200), 'notZip'],
    ['a book whose parts are rubbish', zipSync({ '[Content_Types].xml': strToU8('<'), 'xl/workbook.xml': strToU8('<<<') }), 'unreadableSpreadsheet'],
    ['a book that would unpack a thousandfold', book(row(1, 'a'), { 'xl/media/bomb.xml': new Uint8Array(60_000_000) }), 'tooCompressed'],
  ])('%s', async (_, bytes, problem) => expect(await read('a', bytes)).toEqual({ ok: false, error: problem }))

  it('a book whose data are damaged', async () => {
    const bytes = Uint8Array.from(book(row(1, 'a', 'b', 'c')))
    bytes.fill(0xff, 40, 120)
    const source = await read('a.xlsx', bytes)
    expect(source.ok).toBe(false)
  })
})
