import { describe, expect, it } from 'vitest'
import { calendarDays, calendarYearSchema, productionCalendarSchema, RU_CALENDAR, withYear, yearChanges, type CalendarYear } from '../../../../shared/domain/calendar'
import { detectFormat, readCalendarFile, type ImportedYear } from '../../../../shared/domain/calendar/import'
import { dateOfDay, firstDayOfYear, localDate } from '../../../../shared/domain/time'
import { asCsv, asDateLists, asDayTable, asDigits, asJson, CSV_HEADER, csvRow, PRINTED_2024, PRINTED_2026, XML_2024, type PrintedYear } from '../../../support/calendarFiles'

function imported(source: string, wanted: number | null = null): ImportedYear {
  const read = readCalendarFile(source, wanted)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

const refusal = (source: string, wanted: number | null = null) => {
  const read = readCalendarFile(source, wanted)
  return read.ok ? 'adopted' : read.error
}

/** Lengths and hours of every day, whatever the reasons. */
const lengths = (year: CalendarYear): string[] => {
  const days = calendarDays(withYear(RU_CALENDAR, year, 'test'))
  return Array.from({ length: firstDayOfYear(year.year + 1) - firstDayOfYear(year.year) }, (_, index) => {
    const { kind, short, workingWeekend } = days.dayOfNumber(firstDayOfYear(year.year) + index)
    return `${dateOfDay(firstDayOfYear(year.year) + index)} ${kind === 'working'} ${short} ${workingWeekend?.worksAs}`
  })
}
const known = (year: number): CalendarYear => RU_CALENDAR.years.find((each) => each.year === year)!
const withMonth = (printed: PrintedYear, month: number, days: string): PrintedYear => ({ ...printed, months: printed.months.map((each, index) => (index === month - 1 ? days : each)) })

describe('CAL9 calendar files', () => {
  it.each([
    ['JSON', asJson(PRINTED_2026), 2026],
    ['JSON', asJson(PRINTED_2024), 2024],
    ['JSON lists of dates', asDateLists(PRINTED_2024), 2024],
    ['JSON lists of dates of several years', asDateLists(PRINTED_2024, PRINTED_2026), 2026],
    ['JSON of every day', asDayTable(PRINTED_2026), 2026],
    ['JSON of every day', asDayTable(PRINTED_2024), 2024],
    ['CSV', asCsv(PRINTED_2026), 2026],
    ['CSV of several years', asCsv(PRINTED_2024, PRINTED_2026), 2024],
    ['digits', asDigits(PRINTED_2026), 2026],
    ['digits', asDigits(PRINTED_2024), 2024],
    ['digits', asDigits(PRINTED_2026).split('').join('\r\n'), 2026],
    ['digits', asDigits(PRINTED_2024).split('').join(', '), 2024],
    ['XML', XML_2024, 2024],
  ])('CAL9 %s gives the year that the decree gave', (_, source, year) => {
    expect(lengths(imported(source, year).year)).toEqual(lengths(known(year)))
    expect(imported(source, year).year).toMatchObject({ year, basis: 'import', act: null })
  })

  it('CAL9 keeps the reasons that the file has', () => {
    const { year, guessedWeekends } = imported(XML_2024)
    expect(guessedWeekends).toEqual([])
    const reason = (date: string) => year.daysOff.find((day) => day.date === date)?.reason
    expect(reason('2024-01-07')).toEqual({ kind: 'holiday', holiday: 'christmas' })
    expect(reason('2024-05-10')).toEqual({ kind: 'movedByAct', from: '2024-01-06', act: null })
    expect(reason('2024-04-30')).toEqual({ kind: 'movedByAct', from: '2024-11-02', act: null })
    expect(reason('2024-04-28')).toBeUndefined()
    expect(year.workingWeekends).toEqual([
      { date: '2024-04-27', worksAs: '2024-04-29', act: null },
      { date: '2024-11-02', worksAs: '2024-04-30', act: null },
      { date: '2024-12-28', worksAs: '2024-12-30', act: null },
    ])
    const json = imported(asJson(PRINTED_2026)).year
    expect(json.daysOff.find(({ date }) => date === '2026-03-09')?.reason).toEqual({ kind: 'movedByStatute', from: '2026-03-08', holiday: 'womensDay' })
    expect(json.daysOff.find(({ date }) => date === '2026-12-31')?.reason).toEqual({ kind: 'movedByAct', from: '2026-01-04', act: null })
    const csv = imported(asCsv(PRINTED_2026)).year
    expect(csv.daysOff.find(({ date }) => date === '2026-12-31')?.reason).toEqual({ kind: 'movedByAct', from: null, act: null })
    expect(calendarYearSchema.parse(JSON.parse(JSON.stringify(year)))).toEqual(year)
  })

  it('CAL9 matches working weekends by length and nearness where the file names no counterpart, and says so', () => {
    expect(imported(asCsv(PRINTED_2024)).guessedWeekends).toEqual(imported(XML_2024).year.workingWeekends.map((weekend) => weekend))
    expect(imported(asJson(PRINTED_2024)).guessedWeekends).toEqual([])
    expect(imported(asCsv(PRINTED_2024)).year.daysOff.find(({ date }) => date === '2024-04-29')?.reason).toEqual({ kind: 'movedByAct', from: '2024-04-27', act: null })
    const [april, november, december] = imported(XML_2024).year.workingWeekends
    const { year, guessedWeekends } = imported(XML_2024.replace(' f="04.27"', ''))
    expect([year.workingWeekends, guessedWeekends]).toEqual([[april, november, december], [april]])
  })

  it('CAL9 31 December rests for a weekend of its own month, and the earlier of two days equally near', () => {
    const guessed = (printed: PrintedYear) => imported(asCsv(printed)).guessedWeekends.map(({ date, worksAs }) => [date, worksAs])
    // As in 2018, when Saturday 29 December was worked, shortened, for Monday the 31st.
    expect(guessed({ ...withMonth(PRINTED_2026, 12, '5,6,12,13,19,20,26*,27,31+'), workdays: 248 })).toEqual([['2026-12-26', '2026-12-31']])
    expect(refusal(asCsv(withMonth(PRINTED_2026, 11, '1,3*,4,7,8,14,15,21,22,28*,29')))).toEqual({ reason: 'weekend-without-counterpart', date: '2026-11-28' })
    // Saturday 18 July is worked, Thursday the 16th and Monday the 20th are off.
    expect(guessed({ ...withMonth(PRINTED_2026, 7, '4,5,11,12,16,19,20,25,26'), workdays: 246 })).toEqual([['2026-07-18', '2026-07-16']])
  })

  it('CAL9 a day is off by the statute unless the file moves another one to it; a holiday is one in any case', () => {
    const reasons = (source: string) => new Map(imported(source).year.daysOff.map(({ date, reason }) => [date, reason] as const))
    const moves = (from: string, to: string) => asJson(PRINTED_2026, { transitions: [{ from, to }] })
    expect(reasons(moves('03.08', '03.09')).get(localDate('2026-03-09'))).toEqual({ kind: 'movedByStatute', from: '2026-03-08', holiday: 'womensDay' })
    expect(reasons(moves(' 03.08', '03.09 ')).get(localDate('2026-03-09'))).toEqual({ kind: 'movedByStatute', from: '2026-03-08', holiday: 'womensDay' })
    expect(reasons(moves('01.03', '03.09')).get(localDate('2026-03-09'))).toEqual({ kind: 'movedByAct', from: '2026-01-03', act: null })
    expect(reasons(XML_2024.replace('d="01.05" t="1" h="1"', 'd="01.05" t="1" f="01.06"')).get(localDate('2024-01-05'))).toEqual({ kind: 'holiday', holiday: 'newYear' })
  })

  it('CAL9 a day off of the file’s own keeps the file’s name for it', () => {
    const local = imported(XML_2024.replace('<day d="06.11" t="2" />', '<day d="06.11" t="2" /><day d="07.05" t="1" h="9" />')).year
    expect(local.daysOff.find(({ date }) => date === '2024-07-05')?.reason).toEqual({ kind: 'local', note: 'День района' })
    const moved = imported(XML_2024.replace('<day d="12.31" t="1" f="01.07" />', '<day d="12.31" t="1" f="" />')).year
    expect(moved.daysOff.find(({ date }) => date === '2024-12-31')?.reason).toEqual({ kind: 'movedByAct', from: null, act: null })
    const only = '<holidays><holiday id="9" title="День села &quot;Заря&quot;" /></holidays>'
    const quoted = imported(XML_2024.replace(/<holidays>[\s\S]*<\/holidays>/, only).replace('<day d="06.11" t="2" />', '<day d="06.11" t="2" /><day d="07.05" t="1" h="9" />')).year
    expect(quoted.daysOff.find(({ date }) => date === '2024-07-05')?.reason).toEqual({ kind: 'local', note: 'День села "Заря"' })
  })

  it('CAL9 tells the form by how the text begins', () => {
    expect([XML_2024, ` ${asJson(PRINTED_2024)}`, '[{}]', asCsv(PRINTED_2024), asDigits(PRINTED_2024), 'просто текст', ''].map(detectFormat)).toEqual(['xml', 'json', 'json', 'csv', 'digits', null, null])
    expect(['0'.repeat(371), `3${'0'.repeat(365)}`, 'год\nянварь;февраль\n1;2\n', `\uFEFF${asJson(PRINTED_2024)}`].map(detectFormat)).toEqual([null, null, null, 'json'])
    expect(detectFormat('0'.repeat(359))).toBeNull()
    expect(detectFormat(`${'0'.repeat(365)}x`)).toBeNull()
    expect(refusal('просто текст')).toEqual({ reason: 'unknown-format' })
    expect(refusal(`[${' '.repeat(1_000_000)}]`)).toEqual({ reason: 'too-large' })
  })

  it('CAL9 refuses another year, and asks which of several', () => {
    expect(refusal(asJson(PRINTED_2026), 2028)).toEqual({ reason: 'year-mismatch', wanted: 2028, found: [2026] })
    expect(refusal(asCsv(PRINTED_2024, PRINTED_2026))).toEqual({ reason: 'year-not-chosen', found: [2024, 2026] })
    expect(refusal(asDigits(PRINTED_2026))).toEqual({ reason: 'year-unknown' })
    expect(refusal(asDigits(PRINTED_2026), 2024)).toEqual({ reason: 'broken', format: 'digits', where: '365 / 366' })
    expect(refusal(asCsv(PRINTED_2026, PRINTED_2026), 2026)).toEqual({ reason: 'duplicate-year', year: 2026 })
    expect(refusal(`[${asJson(PRINTED_2026)},${asJson(PRINTED_2024)},${asJson(PRINTED_2026)}]`, 2024)).toEqual({ reason: 'duplicate-year', year: 2026 })
    expect(imported(`[${asJson(PRINTED_2026)},${asJson(PRINTED_2024)}]`, 2024).year.year).toBe(2024)
  })

  it('CAL9 refuses days that do not exist or are named twice', () => {
    const january = (days: string) => refusal(asJson(withMonth(PRINTED_2026, 1, days)))
    expect(january('1,2,32')).toEqual({ reason: 'day-out-of-range', where: '1: 32' })
    expect(january('1,2,0')).toEqual({ reason: 'day-out-of-range', where: '1: 0' })
    expect(january('1,,2')).toEqual({ reason: 'day-out-of-range', where: '1: ' })
    expect(january('1, 2! ')).toEqual({ reason: 'day-out-of-range', where: '1: 2!' })
    expect(january('1,x2')).toEqual({ reason: 'day-out-of-range', where: '1: x2' })
    expect(january('1, 32 ')).toEqual({ reason: 'day-out-of-range', where: '1: 32' })
    expect(january('1,2,2*')).toEqual({ reason: 'duplicate-day', date: '2026-01-02' })
    expect(refusal(asJson(withMonth(PRINTED_2026, 2, '1,29')))).toEqual({ reason: 'day-out-of-range', where: '2: 29' })
    expect(refusal(XML_2024.replace('d="05.10"', 'd="05.32"'))).toEqual({ reason: 'day-out-of-range', where: '05.32' })
    expect(refusal(XML_2024.replace('d="05.10"', 'd="13.10"'))).toEqual({ reason: 'day-out-of-range', where: '13.10' })
    expect(refusal(XML_2024.replace('d="05.10"', 'd="00.10"'))).toEqual({ reason: 'day-out-of-range', where: '00.10' })
    expect(refusal(XML_2024.replace('d="05.10"', 'd="май"'))).toEqual({ reason: 'day-out-of-range', where: 'май' })
    expect(refusal(XML_2024.replace('d="05.10"', 'd="05.100"'))).toEqual({ reason: 'day-out-of-range', where: '05.100' })
    expect(refusal(XML_2024.replace('d="05.10"', 'd="105.10"'))).toEqual({ reason: 'day-out-of-range', where: '105.10' })
    expect(refusal(asCsv(withMonth(PRINTED_2026, 2, '1,29')))).toEqual({ reason: 'day-out-of-range', where: '2: 29' })
    expect(refusal(XML_2024.replace('f="01.06"', 'f="06.31"'))).toEqual({ reason: 'day-out-of-range', where: '06.31' })
    expect(refusal(XML_2024.replace('d="05.10"', 'd="05.09"'))).toEqual({ reason: 'duplicate-day', date: '2024-05-09' })
    expect(refusal(asJson(PRINTED_2026, { transitions: [{ from: '01.03', to: '02.30' }] }))).toEqual({ reason: 'day-out-of-range', where: '01.03 → 02.30' })
    expect(refusal(asJson(PRINTED_2026, { transitions: [{ from: '01.33', to: '02.03' }] }))).toEqual({ reason: 'day-out-of-range', where: '01.33 → 02.03' })
    expect(refusal(asJson(PRINTED_2026, { transitions: [{ from: '01.03', to: '01.09' }, { from: '01.04', to: '01.09' }] }))).toEqual({ reason: 'duplicate-day', date: '2026-01-09' })
  })

  it('CAL9 reads lists of dates and tables of days with the same care', () => {
    const lists = (text: string) => refusal(text, 2026)
    const known = asDateLists(PRINTED_2024, PRINTED_2026)
    expect(refusal(known)).toEqual({ reason: 'year-not-chosen', found: [2024, 2026] })
    expect(lists(known.replace('"2026-01-02"', '"2026-01-32"'))).toEqual({ reason: 'day-out-of-range', where: '2026-01-32' })
    expect(lists(known.replace('"2026-01-02"', '"2026-01-01"'))).toEqual({ reason: 'duplicate-day', date: '2026-01-01' })
    expect(lists(known.replace('"2026-03-08"', '"2026-03-10"'))).toEqual({ reason: 'holiday-worked', date: '2026-03-08' })
    const ordered = imported(known.replace('"nowork":[]', '"nowork":["2026-07-15"]'), 2026).year
    expect(ordered.daysOff.find(({ date }) => date === '2026-07-15')?.reason).toEqual({ kind: 'local', note: 'нерабочий день' })
    const both = imported(known.replace('"nowork":[]', '"nowork":["2026-11-03"]'), 2026).year
    expect([both.shortDays.includes(localDate('2026-11-03')), both.daysOff.some(({ date }) => date === '2026-11-03')]).toEqual([false, true])
    expect(lists(known.replace(',"nowork":[]', ''))).toBe('adopted')
    const table = asDayTable(PRINTED_2026)
    expect(refusal(table.replace('"country_code":"ru",', ''))).toBe('adopted')
    expect(refusal(table.replace('"02.01.2026"', '"01.01.2026"'))).toEqual({ reason: 'duplicate-day', date: '2026-01-01' })
    expect(refusal(table.replace('"02.01.2026"', '"2 января"'))).toEqual({ reason: 'day-out-of-range', where: '2 января' })
    expect(refusal(table.replace('"ru"', '"by"'))).toEqual({ reason: 'other-country', country: 'by' })
  })

  it('CAL9 refuses what contradicts the statute or itself', () => {
    expect(refusal(XML_2024.replace('<day d="03.08" t="1" />', ''))).toEqual({ reason: 'holiday-worked', date: '2024-03-08' })
    expect(refusal(XML_2024.replace('d="06.12" t="1"', 'd="06.12" t="2"'))).toEqual({ reason: 'holiday-worked', date: '2024-06-12' })
    expect(refusal(asJson(withMonth(PRINTED_2026, 5, '1,2,3,8*,10,11+,16,17,23,24,30,31')))).toEqual({ reason: 'holiday-worked', date: '2026-05-09' })
    expect(refusal(asJson(withMonth(PRINTED_2026, 9, '6,12,13,19,20,26,27'), { statistic: undefined }))).toEqual({ reason: 'weekend-without-counterpart', date: '2026-09-05' })
    expect(refusal(asJson(withMonth(PRINTED_2026, 5, '1,2,3,8*,9,10,16,17,23,24,30,31'), { statistic: undefined, transitions: [] }))).toBe('adopted')
    expect(refusal(asJson(withMonth(PRINTED_2026, 1, '1,2,3,4,5,6,7,8,10,11,17,18,24,25,31')))).toEqual({ reason: 'conflicting-day', date: '2026-01-09' })
    expect(refusal(asJson(PRINTED_2026, { transitions: [{ from: '09.01', to: '01.09' }] }))).toEqual({ reason: 'not-a-weekend', date: '2026-09-01' })
    expect(refusal(asJson({ ...PRINTED_2026, workdays: 246 }))).toEqual({ reason: 'statistic-mismatch', said: 246, counted: 247 })
    expect(refusal(asCsv({ ...PRINTED_2026, workdays: 248 }))).toEqual({ reason: 'statistic-mismatch', said: 248, counted: 247 })
    expect(refusal(asDigits(PRINTED_2026).replace(/0/g, '1'), 2026)).toMatchObject({ reason: 'implausible-count' })
    // Another year's days: every Saturday is worked and every Monday off, and the counts agree.
    expect(refusal(asJson({ ...PRINTED_2026, year: 2027 }), null)).toMatchObject({ reason: 'implausible-weekends' })
    expect(refusal(XML_2024.replace('country="ru"', 'country="by"'))).toEqual({ reason: 'other-country', country: 'by' })
    expect(refusal(asJson(PRINTED_2026, { country: 'KZ' }))).toEqual({ reason: 'other-country', country: 'KZ' })
    expect(refusal(asJson(PRINTED_2026, { country: 'RU' }))).toBe('adopted')
    expect(refusal(asJson(PRINTED_2026, { transitions: undefined }))).toBe('adopted')
  })

  it('CAL9 refuses broken files and says where', () => {
    expect(refusal('{"year": 2026,')).toEqual({ reason: 'broken', format: 'json', where: 'syntax' })
    for (const other of ['{"year": "2026"}', '{}', '[]', '[5]', '[null]']) expect(refusal(other)).toEqual({ reason: 'unknown-format' })
    expect(refusal('{"year": "2026", "months": []}')).toEqual({ reason: 'broken', format: 'json', where: '0.year' })
    expect(refusal(`[${asJson(PRINTED_2026)},{"year": 2027}]`)).toEqual({ reason: 'broken', format: 'json', where: '1.months' })
    expect(refusal('{"holidays": "2026-01-01"}')).toEqual({ reason: 'broken', format: 'json', where: 'holidays' })
    expect(refusal('{"days": [{"date": "01.01.2026", "working_hours": "0"}]}')).toEqual({ reason: 'broken', format: 'json', where: 'days.0.working_hours' })
    expect(refusal(asDayTable(PRINTED_2026).replace('{"date":"15.07.2026","working_hours":8},', ''))).toEqual({ reason: 'broken', format: 'json', where: '2026: 364 / 365' })
    expect(refusal(asJson(PRINTED_2026, { months: [{ month: 1, days: '1' }] }))).toEqual({ reason: 'broken', format: 'json', where: '2026: months' })
    const doubled = PRINTED_2026.months.map((days, index) => ({ month: index === 11 ? 11 : index + 1, days }))
    expect(refusal(asJson(PRINTED_2026, { months: doubled }))).toEqual({ reason: 'broken', format: 'json', where: '2026: months' })
    const january = PRINTED_2026.months.map((days, index) => ({ month: index + 1, days: index === 0 ? '1,2,3,4,5,6,7' : days }))
    expect(refusal(asJson(PRINTED_2026, { months: [...january, { month: 1, days: '8,9+,10,11,17,18,24,25,31' }] }))).toEqual({ reason: 'broken', format: 'json', where: '2026: months' })
    expect(refusal('<calendar year="2024"><days></calendar>')).toMatchObject({ reason: 'broken', format: 'xml', where: expect.stringMatching(/^\d+:\d+$/) })
    const nested = `<calendar year="2024">${'<days>'.repeat(5000)}${'</days>'.repeat(5000)}</calendar>`
    for (const torn of [`<?xml version="1.0" encoding=UTF-8"?>${XML_2024.slice(XML_2024.indexOf('<calendar'))}`, nested]) {
      expect(refusal(torn)).toEqual({ reason: 'broken', format: 'xml', where: 'syntax' })
    }
    for (const year of ['24', '20245', 'x2024']) {
      expect(refusal(`<calendar year="${year}"><days><day d="01.01" t="1"/></days></calendar>`)).toEqual({ reason: 'broken', format: 'xml', where: 'calendar.@year' })
    }
    expect(refusal('<calendar year="2024"><days><day d="01.01" t="7"/></days></calendar>')).toEqual({ reason: 'broken', format: 'xml', where: 'calendar.days.day.0.@t' })
    expect(refusal('<calendar year="2024" />')).toMatchObject({ reason: 'broken', format: 'xml' })
    expect(refusal('a,b\n1,2\n')).toEqual({ reason: 'broken', format: 'csv', where: 'header' })
    expect(refusal(`${CSV_HEADER}\n`)).toMatchObject({ reason: 'unknown-format' })
    expect(refusal(`${CSV_HEADER}\nитого,1\n`)).toEqual({ reason: 'broken', format: 'csv', where: 'итого' })
    expect(refusal(`${CSV_HEADER}\n2026,1,2\n`)).toEqual({ reason: 'broken', format: 'csv', where: '2026' })
    for (const label of ['12026', '2026 г.']) expect(refusal(asCsv(PRINTED_2026).replace('\n2026,', `\n${label},`))).toEqual({ reason: 'broken', format: 'csv', where: label })
    expect(refusal(`${CSV_HEADER}\n${','.repeat(16)}`)).toEqual({ reason: 'broken', format: 'csv', where: 'header' })
    // The row that was never closed is the third line; a text whose separator cannot be told is broken from the first.
    expect(refusal(`${CSV_HEADER}\n${csvRow(PRINTED_2026)}\n2027,"open`)).toEqual({ reason: 'broken', format: 'csv', where: '3: MissingQuotes' })
    expect(refusal('год,январь\n2026\n2027')).toEqual({ reason: 'broken', format: 'csv', where: '1: UndetectableDelimiter' })
  })

  it('CAL9 takes the table with blank lines and cells, and without its counts', () => {
    expect(imported(`${CSV_HEADER}\n\n${csvRow(PRINTED_2026)}\n\n`).year.year).toBe(2026)
    const bare = asCsv(PRINTED_2026).split('\r\n').map((line) => line.replace(line.startsWith('2026') ? /,247,.*/ : /,Всего.*/, ''))
    expect(imported(bare.join('\n')).year.year).toBe(2026)
    const counted = (cell: string) => refusal(asCsv(PRINTED_2026).replace('\n2026,', '\n 2026 ,').replace(',247,', `,${cell},`))
    expect(counted(' 247 ')).toBe('adopted')
    expect(counted(' 246 ')).toEqual({ reason: 'statistic-mismatch', said: 246, counted: 247 })
    // What is no number is no sum.
    for (const words of ['около 246', '246 дней', '']) expect(counted(words)).toBe('adopted')
  })

  it('CAL9 refuses document types and entities unread', () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE calendar [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    expect(refusal(XML_2024.replace(/<\?xml.*\?>/, bomb))).toEqual({ reason: 'xml-with-doctype' })
    expect(refusal(`<!doctype html>${XML_2024}`)).toEqual({ reason: 'xml-with-doctype' })
  })

  it('CAL9 takes the XML form without holidays’ names', () => {
    expect(imported(XML_2024.replace(/<holidays>[\s\S]*<\/holidays>/, '')).year.year).toBe(2024)
    expect(imported(XML_2024.replace(/<holidays>[\s\S]*<\/holidays>/, '<holidays/>')).year.year).toBe(2024)
    expect(imported(XML_2024.replace(/<holidays>[\s\S]*<\/holidays>/, '<holidays lang="ru"/>')).year.year).toBe(2024)
    expect(imported(XML_2024.replace(/ country="ru"/, '')).year.year).toBe(2024)
  })
})

describe('CAL10 versions', () => {
  it('CAL10 a correction is a new calendar, and the old one stays', () => {
    const year = imported(asJson(PRINTED_2026)).year
    const corrected = withYear(RU_CALENDAR, year, 'v2')
    expect([corrected.version, RU_CALENDAR.version]).toEqual(['v2', 'ru-2021-2027'])
    expect(corrected.years.map((each) => each.year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027])
    expect(corrected.years[5]).toBe(year)
    expect(RU_CALENDAR.years[5]!.basis).toBe('decree')
    expect(corrected.nonWorkingDaysAreOff).toBe(false)
    expect(productionCalendarSchema.parse(JSON.parse(JSON.stringify(corrected)))).toEqual(corrected)
  })

  it('CAL10 the preview lists what changes, and whether hours do', () => {
    const imported2026 = withYear(RU_CALENDAR, imported(asJson(PRINTED_2026)).year, 'v2')
    const changes = yearChanges(RU_CALENDAR, imported2026, 2026)
    // The file does not name the decree, and that is all that differs.
    expect(changes.map(({ before, lengthChanges }) => [before.date, lengthChanges])).toEqual([['2026-01-09', false], ['2026-12-31', false]])
    const year = known(2026)
    const shorter = withYear(RU_CALENDAR, { ...year, shortDays: [...year.shortDays, localDate('2026-12-30')] }, 'v3')
    expect(yearChanges(RU_CALENDAR, shorter, 2026)).toMatchObject([{ before: { date: '2026-12-30', short: false }, after: { short: true }, lengthChanges: true }])
    expect(yearChanges(RU_CALENDAR, shorter, 2027)).toEqual([])
    const unfestive = withYear(RU_CALENDAR, { ...known(2027), daysOff: known(2027).daysOff.filter(({ date }) => date !== '2027-01-01') }, 'v3')
    expect([2026, 2027, 2028].map((of) => yearChanges(RU_CALENDAR, unfestive, of).map(({ after }) => [after.date, after.kind]))).toEqual([[], [['2027-01-01', 'working']], []])
    // A Saturday that gets a reason of its own is off as it was before.
    const reasoned = withYear(RU_CALENDAR, { ...year, daysOff: [...year.daysOff, { date: localDate('2026-08-22'), reason: { kind: 'local', note: 'День района' } }] }, 'v3')
    expect(yearChanges(RU_CALENDAR, reasoned, 2026)).toMatchObject([{ before: { kind: 'weekend' }, after: { date: '2026-08-22', kind: 'off' }, lengthChanges: false }])
    const reworked = withYear(RU_CALENDAR, { ...known(2027), workingWeekends: [{ date: localDate('2027-02-20'), worksAs: localDate('2027-05-03'), act: null }] }, 'v4')
    expect(yearChanges(RU_CALENDAR, reworked, 2027).map(({ after, lengthChanges }) => [after.date, lengthChanges])).toEqual([['2027-02-20', true]])
    const added = yearChanges(RU_CALENDAR, withYear(RU_CALENDAR, { ...known(2027), year: 2028, daysOff: [], workingWeekends: [], shortDays: [] }, 'v5'), 2028)
    expect(added.find(({ before }) => before.date === '2028-05-01')).toMatchObject({ lengthChanges: true, after: { kind: 'working', provisional: false } })
    expect(yearChanges(RU_CALENDAR, { ...RU_CALENDAR, nonWorkingDaysAreOff: true }, 2021).map(({ before, lengthChanges }) => [before.date, lengthChanges])).toEqual([
      ['2021-05-04', true],
      ['2021-05-05', true],
      ['2021-05-06', true],
      ['2021-05-07', true],
      ['2021-10-30', false],
      ['2021-10-31', false],
      ['2021-11-01', true],
      ['2021-11-02', true],
      ['2021-11-03', true],
    ])
  })
})
