import { strToU8, zipSync } from 'fflate'

/** As Excel in Russia saves CSV: one byte a letter. */
export const windows1251 = (text: string): Buffer =>
  Buffer.from([...text].map((sign) => {
    const code = sign.codePointAt(0) ?? 0
    if (code < 0x80) return code
    if (sign === 'ё') return 0xb8
    if (sign === '№') return 0xb9
    if (code < 0x410 || code > 0x44f) throw new Error(`${sign} has no place in this test's windows-1251`)
    return code - 0x410 + 0xc0
  }))

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** The least that a spreadsheet program writes: one sheet of inline strings, and whatever `more` puts beside it. */
export function spreadsheet(rows: readonly (readonly string[])[], more: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  const sheet = rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((text, at) => `<c r="${String.fromCharCode(65 + at)}${row + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`)
    .join('')
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'xl/workbook.xml': strToU8(`<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>`),
      'xl/_rels/workbook.xml.rels': strToU8(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
      'xl/worksheets/sheet1.xml': strToU8(`<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`),
      ...more,
    }),
  )
}
