import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { main } from '../../../build/cli/deadlines/main'
import { writeAll } from '../../../build/cli/deadlines/output'
import { compute, entryOf, type Json } from '../../../build/cli/deadlines/result'
import { tableOf } from '../../../build/cli/deadlines/words'
import { ORDER_685 } from '../../../shared/domain/deadlines'

const folder = mkdtempSync(path.join(tmpdir(), 'deadlines-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string | Uint8Array): string {
  const where = path.join(folder, name)
  writeFileSync(where, text)
  return where
}

interface Entry {
  readonly error?: string
  readonly binding?: string | null
  readonly ignored?: readonly string[]
  readonly deadlines: Readonly<Record<string, { readonly due: string; readonly [key: string]: Json | undefined }>>
  readonly list?: readonly { readonly id: string; readonly due: string }[]
}

const run = (input: unknown, explain = false): Entry => entryOf(input, explain) as unknown as Entry
const error = (input: object): string | undefined => run({ placed: '2026-11-24T10:00', ...input }).error

describe('deadlines from the command line', () => {
  it('computes a case, echoes it and writes instants with the office’s offset', () => {
    const entry = run({ id: 7, placed: '2026-11-27T16:30+07:00' })
    expect(entry).toMatchObject({ id: 7, placed: '2026-11-27T16:30+07:00', binding: 'triage', ignored: ['id'] })
    expect(entry.deadlines['triage']).toEqual({
      id: 'triage',
      due: '2026-11-30T10:30:00+07:00',
      workable: '2026-11-30T10:30:00+07:00',
      clause: '3.1',
      clock: 'working',
      from: '2026-11-27T16:30:00+07:00',
      startEvent: 'placed',
      own: '2026-11-30T10:30:00+07:00',
      binds: 'triage',
      state: 'running',
      provisional: [],
    })
    expect(Object.keys(entry.deadlines)).toEqual(['triage', 'total', 'publication'])
    expect(run({ placed: '2026-11-27T16:30:00.007' }).deadlines['triage']!.due).toBe('2026-11-30T10:30:00.007+07:00')
  })

  it('reads every field of a case', () => {
    expect(run({ placed: '2026-11-28T15:00', emergency: true }).deadlines['answer']!.due).toBe('2026-11-29T15:00:00+07:00')
    expect(run({ placed: '2026-11-28T15:00', emergency: '2026-11-28T16:00' }).deadlines['emergency']!.due).toBe('2026-11-29T16:00:00+07:00')
    expect(run({ placed: '2026-11-28T15:00', emergency: false }).deadlines['emergency']).toBeUndefined()
    expect(run({ placed: '2026-11-28T15:00', schedule: '36-even' }).deadlines['publication']!.due).toBe('2026-12-01T08:48:00+07:00')
    expect(run({ placed: '2026-11-27T18:00', kind: 'explanation' }).deadlines['explanation']!.due).toBe('2026-12-01T12:00:00+07:00')
    expect(run({ placed: '2026-11-24T10:00', zone: 'Europe/Berlin' }).deadlines['triage']!.due).toBe('2026-11-24T14:00:00+01:00')
    expect(run({ placed: '2026-11-24T10:00', zone: 'America/Los_Angeles' }).deadlines['triage']!.due).toBe('2026-11-24T14:00:00-08:00')
    expect(run({ placed: '2021-04-30T15:00', nonWorkingDays: true }).deadlines['triage']!.due).toBe('2021-05-11T10:00:00+07:00')
    const closed = run({ placed: '2026-11-24T08:00', forwarded: '2026-11-24T09:00', submitted: ['2026-11-24T14:30'], published: '2026-11-24T15:00' })
    expect(closed.binding).toBeNull()
    expect(closed.deadlines['answer']).toMatchObject({ state: 'breached', closed: '2026-11-24T14:30:00+07:00', late: { clock: 'working', ms: 1_800_000 } })
    expect(run({ placed: '2026-11-24T10:00', now: '2026-11-24T11:00' }).deadlines['triage']!['left']).toMatchObject({ ms: 7_200_000 })
    expect(run({ placed: '2026-11-24T10:00', kind: 'refusal', refused: '2026-11-24T11:00' }).deadlines['triage']!['state']).toBe('met')
    const answered = run({ placed: '2026-11-24T10:00', handedOver: '2026-11-24T12:00', registered: '2026-11-25T10:00', appealAnswered: '2026-12-28T10:00' })
    expect(answered.deadlines['appealAnswer']).toMatchObject({ state: 'breached', late: { clock: 'calendar' } })
    const elsewhere = run({ placed: '2026-11-24T10:00', registered: '2026-11-25T10:00', 'appeal-forwarded': '2026-12-02T10:00' })
    expect([elsewhere.deadlines['appealForwarding']!['state'], elsewhere.deadlines['appealAnswer']]).toEqual(['met', undefined])
    const appeal = run({ placed: '2026-11-24T10:00', kind: 'appeal', handedOver: '2026-11-24T12:00', registered: '2026-11-25T10:00', extended: '2026-12-01T10:00' })
    expect(appeal.deadlines['appealAnswer']).toMatchObject({ due: '2027-01-24T23:59:59.999+07:00', dayCount: { days: 60, safeDate: '2027-01-22', outerDate: '2027-01-25' } })
  })

  it('lists every deadline when there are several of one kind, the last of them by name', () => {
    const entry = run({ placed: '2026-11-24T08:00', forwarded: '2026-11-24T08:10', returned: ['2026-11-24T11:00', '2026-11-24T09:00'] })
    expect(entry.deadlines['rework']!.due).toBe('2026-11-24T15:00:00+07:00')
    expect(entry.list!.filter(({ id }) => id === 'rework').map(({ due }) => due)).toEqual(['2026-11-24T12:00:00+07:00', '2026-11-24T15:00:00+07:00'])
    expect(run({ placed: '2026-11-24T08:00' }).list).toBeUndefined()
    expect(run({ placed: '2026-11-24T08:00', forwarded: '2026-11-24T08:10', returned: '2026-11-26T09:00' }).deadlines['rework']).toMatchObject({ overdueAtStart: true, binds: 'total' })
  })

  it('takes schedules and regulations from files and in place', () => {
    const week = { mon: ['10:00-12:00'], tue: ['10:00-12:00'], fri: [{ from: '10:00', to: '12:00' }] }
    const due = '2026-11-30T11:00:00+07:00'
    expect(run({ placed: '2026-11-27T10:00', schedule: file('hours.json', JSON.stringify({ week })) }).deadlines['triage']!.due).toBe(due)
    expect(run({ placed: '2026-11-27T10:00', schedule: { week } }).deadlines['triage']!.due).toBe(due)
    const faster = { ...ORDER_685, rules: { ...ORDER_685.rules, triage: { ...ORDER_685.rules.triage, hours: 1 } } }
    expect(run({ placed: '2020-11-27T10:00', regulation: file('order.json', JSON.stringify(faster)) }).deadlines['triage']!.due).toBe('2020-11-27T11:00:00+07:00')
  })

  it('takes a regulation that writes down only what differs from the order', () => {
    const input = { placed: '2026-11-24T10:00', forwarded: '2026-11-24T11:00' }
    const readings = { rules: { answer: { clock: 'elapsed' }, publication: { floorHours: null } } }
    expect(run({ ...input, regulation: file('readings.json', JSON.stringify(readings)) }).deadlines['answer']!.due).toBe('2026-11-24T15:00:00+07:00')
    expect(run({ ...input, regulation: readings }).deadlines['publication']!['also']).toBeUndefined()
    expect(run({ ...input, regulation: {} }).deadlines).toEqual(run(input).deadlines)
    expect(error({ regulation: { rules: { answer: { hours: 0 } } } })).toMatch(/^regulation\.rules\.answer\.hours/)
    expect(error({ regulation: { rules: { anwser: { hours: 5 } } } })).toMatch(/^regulation\.rules: .*anwser/)
    expect(error({ regulation: [] })).toMatch(/^regulation: /)
  })

  it('takes a refusal and a registration for what they are when no kind is written', () => {
    const kept = (input: object) => Object.keys(run({ placed: '2026-11-24T10:00', ...input }).deadlines)
    expect(kept({ refused: '2026-11-24T11:00' })).toEqual(['triage'])
    expect(kept({ refused: '2026-11-24T11:00', kind: 'answer' })).toEqual(['triage', 'total', 'publication'])
  })

  it('takes null for what is not there, and the spellings of the options', () => {
    const absent = { forwarded: null, returned: null, kind: null, emergency: null, schedule: null, zone: null, now: null }
    expect(run({ placed: '2026-11-27T16:30', ...absent }).deadlines).toEqual(run({ placed: '2026-11-27T16:30' }).deadlines)
    expect(run({ placed: null }).error).toMatch(/^placed: нужен момент размещения/)
    expect(run({ placed: '2026-11-24T10:00', schedule: 40 }).deadlines['triage']!.due).toBe('2026-11-24T14:00:00+07:00')
    const spelled = run({ placed: '2021-04-30T15:00', 'non-working-days': true })
    expect(spelled.deadlines['triage']!.due).toBe('2021-05-11T10:00:00+07:00')
    expect(spelled.ignored).toBeUndefined()
  })

  it('does not take a case’s own words for its result', () => {
    const entry = run({ placed: '2026-11-24T10:00', error: 'words', binding: 'words', list: 'words', deadlines: 'words' })
    expect(entry).toMatchObject({ binding: 'triage', ignored: ['error', 'binding', 'list', 'deadlines'] })
    expect(entry.deadlines['triage']!.due).toBe('2026-11-24T14:00:00+07:00')
    expect([entry.error, entry.list]).toEqual([undefined, undefined])
  })

  it('reads the years it names by the office’s calendar', () => {
    expect(run({ placed: '2000-01-01T00:00' }).error).toBeUndefined()
    expect(run({ placed: '2099-12-31T23:59:59.999' }).error).toBeUndefined()
    expect(run({ placed: '2100-01-01' }).error).toMatch(/годы от 2000 до 2099/)
  })

  it('says in Russian what is wrong with a case', () => {
    expect(run(5).error).toBe('случай должен быть объектом с полем placed')
    expect(run({}).error).toMatch(/^placed: нужен момент размещения/)
    expect(run({ placed: '2026-02-30T10:00' }).error).toMatch(/^placed: «2026-02-30T10:00» — не момент времени/)
    expect(run({ placed: '2026-03-29T02:30', zone: 'Europe/Berlin' }).error).toMatch(/такого времени не было/)
    expect(run({ placed: '1999-12-31T10:00' }).error).toMatch(/годы от 2000 до 2099/)
    expect(error({ kind: 'ticket' })).toMatch(/^kind: /)
    expect(error({ zone: 'Mars/Base' })).toMatch(/неизвестный часовой пояс/)
    expect(error({ forwarded: 5 })).toBe('forwarded: значение не того вида')
    expect(error({ schedule: '50' })).toBe('schedule: нет графика «50» (есть 40, 36-even, 36-monday), и файл «50» не читается')
    expect(error({ schedule: file('cp1251.json', Uint8Array.of(0x22, 0xcf, 0xee, 0x22)) })).toMatch(/не в UTF-8/)
    expect(error({ schedule: file('broken.json', '{') })).toMatch(/не JSON/)
    expect(error({ schedule: { week: {} } })).toBe('schedule.week: в неделе нет рабочего времени')
    expect(error({ schedule: { week: { mon: ['12:00-10:00'] } } })).toMatch(/не по порядку/)
    expect(error({ schedule: { week: { mon: ['полдень'] } } })).toMatch(/^schedule\.week\.mon\.0/)
    for (const field of ['received', 'forwarded', 'submitted', 'returned', 'published', 'refused', 'emergency']) {
      expect(error({ [field]: '2026-11-24T09:59' })).toBe(`${field}: раньше, чем сообщение размещено (placed)`)
    }
    for (const field of ['handedOver', 'registered', 'extended', 'appealForwarded', 'appealAnswered']) {
      expect(error({ handedOver: '2026-11-24T12:00', registered: '2026-11-25T12:00', [field]: '2026-11-24T09:59' })).toBe(`${field}: раньше, чем сообщение размещено (placed)`)
    }
  })

  it('tells a person, slice by slice', () => {
    const text = tableOf(compute({ placed: '2027-02-20T15:00', forwarded: '2027-02-26T09:00', returned: '2027-02-26T10:00', now: '2027-02-26T10:30' }), true)
    for (const words of [
      /Проверка и направление +ср 24\.02\.2027 10:00 +п\. 3\.1 +рабочие часы +нарушен на 15 ч \(1 д 23 ч подряд\)/,
      'просрочен с самого начала',
      'ограничен: Общий срок структуры',
      '+ 1 ч (короче на час; рабочий выходной вместо 22.02.2027 (ПП РФ № 1187 от 17.09.2026))',
      '— выходной, перенесён с 20.02.2027 (ПП РФ № 1187 от 17.09.2026)',
      '— День защитника Отечества',
      '— воскресенье',
      'Первым истекает: Общий срок структуры',
    ]) {
      if (typeof words === 'string') expect(text).toContain(words)
      else expect(text).toMatch(words)
    }
    expect(tableOf(compute({ placed: '2026-11-28T15:00', emergency: true }), false)).toMatch(/вс 29\.11\.2026 15:00 .*рабочего времени до срока нет/)
    expect(tableOf(compute({ placed: '2026-11-27T18:00' }), false)).toContain('пн 30.11.2026 18:00  п. 3.3   часы рабочих дней  на работе до пн 30.11.2026 17:00')
    expect(tableOf(compute({ placed: '2027-12-30T18:00:05.250' }), false)).toMatch(/18:00:05\.250.*предварительно: в календаре нет постановления на 2028/)
    expect(tableOf(compute({ placed: '2026-11-24T10:00', published: '2026-11-24T11:00' }), false)).toContain('Открытых сроков нет')
    const registered = tableOf(compute({ placed: '2026-11-24T10:00', kind: 'appeal', handedOver: '2026-11-25T10:00' }), true)
    for (const words of ['день события не считается', 'срок перенесён: воскресенье', 'срок перенесён на этот день', 'всего 3 д']) expect(registered).toContain(words)
    const extended = { placed: '2026-11-24T10:00', kind: 'appeal', registered: '2026-11-25T10:00', extended: '2026-12-01T10:00' }
    expect(tableOf(compute(extended), false)).toMatch(/Ответ на обращение +вс 24\.01\.2027 .*бесспорно до 22\.01\.2027, самое позднее 25\.01\.2027/)
    expect(tableOf(compute({ placed: '2021-04-30T15:00', nonWorkingDays: true }), true)).toContain('нерабочий день (Указ № 242 от 23.04.2021)')
    expect(tableOf(compute({ placed: '2021-04-30T15:00' }), true)).toContain('нерабочий день (Указ № 242 от 23.04.2021) не применён')
    expect(tableOf(compute({ placed: '2026-03-06T18:00' }), true)).toContain('выходной, перенесён с 08.03.2026 (Международный женский день, ст. 112 ТК РФ)')
  })

  it('tells how late by the deadline’s own clock, and the wall’s beside it', () => {
    const night = tableOf(compute({ placed: '2026-11-24T10:00', forwarded: '2026-11-24T12:00', submitted: '2026-11-25T08:30' }), false)
    expect(night).toMatch(/Ответ структуры .*нарушен на 30 мин \(15 ч 30 мин подряд\)/)
    const days = tableOf(compute({ placed: '2026-11-24T10:00', now: '2026-11-26T10:00' }), false)
    expect(days).toMatch(/Публикация ответа .*просрочен на 24 ч\n/)
    expect(tableOf(compute({ placed: '2026-11-24T10:00', now: '2026-11-24T10:00' }), false)).toMatch(/Публикация ответа .*осталось 24 ч\n/)
  })

  it('names the term that the slices add up to when a cap binds', () => {
    const text = tableOf(compute({ placed: '2026-11-24T10:00', forwarded: '2026-11-25T08:00' }), true)
    expect(text).toMatch(/Ответ структуры .*ограничен: Общий срок структуры.*\n(?: {4}.*\n)* {4}всего 23 ч из 23 ч: Общий срок структуры, часы рабочих дней\n/)
    expect(text).toMatch(/ {4}всего 3 ч из 3 ч\n/)
  })

  it('shows the other measure of 3.3 beside the one that ended later', () => {
    expect(run({ placed: '2022-02-21T16:30' }).deadlines['publication']).toMatchObject({
      clock: 'working',
      also: { clock: 'day', ms: 86_400_000, due: '2022-02-22T16:30:00+07:00' },
    })
    expect(run({ placed: '2026-11-27T20:00' }).deadlines['publication']).toMatchObject({
      clock: 'day',
      also: { clock: 'working', ms: 28_800_000, due: '2026-11-30T17:00:00+07:00' },
    })
  })

  it('hands the slices over as data', () => {
    const { deadlines } = run({ placed: '2026-11-27T16:30' }, true)
    expect(deadlines['triage']!['explanation']).toMatchObject([
      { kind: 'counted', from: '2026-11-27T16:30:00+07:00', to: '2026-11-27T17:00:00+07:00', ms: 1_800_000 },
      { kind: 'skipped', reason: { kind: 'night' } },
      { kind: 'skipped', reason: { kind: 'weekend', weekday: 6 } },
      { kind: 'skipped', reason: { kind: 'weekend', weekday: 7 } },
      { kind: 'skipped', reason: { kind: 'night' } },
      { kind: 'counted', ms: 9_000_000 },
    ])
  })

  it('says both that a day is short and by how many minutes', () => {
    const notes = (placed: string) => {
      const slices = run({ placed }, true).deadlines['triage']!['explanation'] as unknown as readonly { readonly kind: string; readonly note?: { readonly short: boolean } }[]
      return slices.filter(({ kind }) => kind === 'counted').map(({ note }) => note)
    }
    expect(notes('2027-02-20T10:00')).toMatchObject([{ short: true, shortMinutes: 60 }, { short: true, shortMinutes: 60 }])
    expect(notes('2026-11-24T09:00')).toMatchObject([{ short: false, shortMinutes: 0 }])
  })
})

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

function command(...args: string[]): Ran {
  const said = { out: '', err: '' }
  const code = main(args, { out: (text) => (said.out += text), err: (text) => (said.err += text) })
  return { code, ...said }
}

const casesOf = (ran: Ran): Entry[] => JSON.parse(ran.out) as Entry[]

describe('the command', () => {
  const two = file('two.json', JSON.stringify([{ placed: '2026-11-28T15:00' }, { placed: '2026-11-28T15:00', schedule: '40' }]))

  it('ends with 0, with 1 when a case cannot be read, with 2 when the command cannot', () => {
    expect(command('--placed', '2026-11-27T16:30')).toMatchObject({ code: 0, err: '' })
    expect(command('--help')).toMatchObject({ code: 0, err: '' })
    expect(command('--placed', 'вчера')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^placed: «вчера»/) as string })
    expect(command('--placed', 'вчера', '--json')).toMatchObject({ code: 1, out: expect.stringContaining('"error"') as string })
    expect(command('--cases', file('mixed.json', '[{"placed":"2026-11-27T10:00"},5]'))).toMatchObject({ code: 1, err: 'С ошибками: 1 из 2\n' })
    for (const args of [[], ['--placed'], ['--place', '2026-11-27'], ['2026-11-27'], ['--cases', path.join(folder, 'none.json')], ['--cases', folder]]) {
      expect([args, command(...args)]).toMatchObject([args, { code: 2, out: '' }])
    }
    expect(command('--cases', file('object.json', '{}')).err).toMatch(/нужен список случаев/)
    expect(command('--cases', file('nothing.json', '')).err).toMatch(/не JSON/)
    expect(command('--cases', file('none-yet.json', '[]'))).toEqual({ code: 0, out: '[]\n', err: '' })
  })

  it('DL7 shows both measures of 3.3, whichever binds', () => {
    const said = command('--placed', '2022-02-21T16:30', '--explain').out
    expect(said).toContain('    всего 8 ч из 8 ч\n    поздний из двух: 8 ч (рабочие часы) до чт 24.02.2022 08:30; 24 ч (часы рабочих дней) до вт 22.02.2022 16:30\n')
    expect(said.match(/поздний из двух/g)).toHaveLength(1)
  })

  it('refuses a date without a time where hours are counted, and takes it where days are', () => {
    const forty = (...args: string[]) => command('--placed', '2026-11-24T10:00', ...args)
    expect(command('--placed', '2026-11-24').err).toBe('placed: «2026-11-24» — дата без времени, а сроки считаются с часа; пример: 2026-11-24T16:30\n')
    for (const field of ['received', 'forwarded', 'submitted', 'returned', 'published', 'refused', 'emergency']) {
      expect(forty(`--${field}`, '2026-11-25 +07:00')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(new RegExp(`^${field}: .* дата без времени`)) as string })
    }
    const days = ['--handed-over', '2026-11-25', '--registered', '2026-11-26', '--extended', '2026-11-27', '--appeal-forwarded', '2026-11-28', '--appeal-answered', '2026-11-29', '--now', '2026-11-30']
    expect(forty(...days)).toMatchObject({ code: 0, err: '' })
  })

  it('says in its help which instants need a time, and what becomes of a case that is not understood', () => {
    const help = command('--help').out
    expect(help).toContain('МОМЕНТ — дата и время: 2026-11-27T16:30')
    expect(help).toMatch(/Дата без времени годится только там, где считают целыми днями:\n *--handed-over, --registered, --extended, --appeal-forwarded, --appeal-answered, --now/)
    expect(help).toMatch(/случай с ошибкой даёт на своём месте \{"error": "…"\}/)
    expect(help).toMatch(/Код завершения: 0; 1, если не понят случай \(с --cases — хотя бы один\); 2, если не понята команда/)
  })

  it('computes every other case of a file beside one that it cannot', () => {
    const mixed = file('one-bad.json', JSON.stringify([{ placed: '2026-11-27T10:00', id: 1 }, { placed: '2026-11-27', id: 2 }, 5, { placed: '2026-11-27T10:00', forwarded: '2026-11-28', id: 4 }, { placed: '2026-11-27T16:30', id: 5 }]))
    const ran = command('--cases', mixed)
    expect(ran).toMatchObject({ code: 1, err: 'С ошибками: 3 из 5\n' })
    expect(casesOf(ran)).toMatchObject([
      { id: 1, deadlines: { triage: { due: '2026-11-27T14:00:00+07:00' } } },
      { id: 2, error: expect.stringContaining('дата без времени') as string },
      { error: 'случай должен быть объектом с полем placed' },
      { id: 4, error: expect.stringContaining('forwarded: «2026-11-28» — дата без времени') as string },
      { id: 5, deadlines: { triage: { due: '2026-11-30T10:30:00+07:00' } } },
    ])
  })

  it('says in Russian which part of the command it does not know', () => {
    expect(command('--place', '2026-11-27').err).toMatch(/нет параметра --place\n/)
    expect(command('2026-11-27').err).toMatch(/«2026-11-27» стоит без параметра\n/)
    expect(command('--placed').err).toMatch(/параметр --placed <value> записан без значения или с лишним\n/)
    expect(command('--json=yes', '--placed', '2026-11-27').err).toMatch(/параметр --json записан без значения или с лишним\n/)
  })

  it('finds a file from where the person stood, not from where npm runs it', () => {
    file('here.json', '[]')
    expect(command('--cases', 'here.json').code).toBe(2)
    vi.stubEnv('npm_lifecycle_event', 'deadlines')
    vi.stubEnv('INIT_CWD', folder)
    expect(command('--cases', 'here.json')).toMatchObject({ code: 0, out: '[]\n' })
    vi.unstubAllEnvs()
  })

  it('takes every option of the way of an official appeal', () => {
    const args = ['--placed', '2026-11-24T10:00', '--handed-over', '2026-11-24T12:00', '--registered', '2026-11-25T10:00', '--extended', '2026-12-01T10:00', '--appeal-answered', '2027-01-20T10:00']
    const { deadlines } = JSON.parse(command(...args, '--json').out) as Entry
    expect(deadlines['appealAnswer']).toMatchObject({ state: 'met', dayCount: { days: 60 } })
    expect(JSON.parse(command('--placed', '2021-11-02T10:00', '--non-working-days', '--json').out)).toMatchObject({ deadlines: { triage: { due: '2021-11-08T11:00:00+07:00' } } })
  })

  it('takes an emergency without an instant from placement', () => {
    for (const args of [['--emergency', '--placed', '2026-11-28T15:00'], ['--placed', '2026-11-28T15:00', '--emergency'], ['--placed', '2026-11-28T15:00', '--emergency', '2026-11-28T15:00']]) {
      const { deadlines } = JSON.parse(command(...args, '--json').out) as Entry
      expect(deadlines['answer']!.due).toBe('2026-11-29T15:00:00+07:00')
    }
  })

  it('reads files as Windows writes them', () => {
    const text = '[{"placed":"2026-11-24T10:00","о чём":"яма"}]'
    const wide = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
    for (const written of [`\uFEFF${text}`, wide, text.replaceAll(',', ',\r\n')]) {
      expect(casesOf(command('--cases', file('windows.json', written)))).toMatchObject([{ 'о чём': 'яма', binding: 'triage' }])
    }
    const week = { mon: ['10:00-12:00'] }
    expect(run({ placed: '2026-11-27T10:00', schedule: file('marked.json', `\uFEFF${JSON.stringify({ week })}`) }).error).toBeUndefined()
  })

  it('lets the rules named beside a file hold for every case that names none', () => {
    const due = (...args: string[]): string[] => casesOf(command('--cases', two, ...args)).map(({ deadlines }) => deadlines['publication']!.due)
    expect(due()).toEqual(['2026-12-01T00:00:00+07:00', '2026-12-01T00:00:00+07:00'])
    expect(due('--schedule', '36-even')).toEqual(['2026-12-01T08:48:00+07:00', '2026-12-01T00:00:00+07:00'])
    expect(due('--zone', 'UTC', '--json')[0]).toBe('2026-12-01T00:00:00+00:00')
    const spring = file('spring.json', '[{"placed":"2021-04-30T15:00"},{"placed":"2021-04-30T15:00","nonWorkingDays":false}]')
    expect(casesOf(command('--cases', spring, '--non-working-days')).map(({ deadlines }) => deadlines['triage']!.due)).toEqual([
      '2021-05-11T10:00:00+07:00',
      '2021-05-04T10:00:00+07:00',
    ])
    const refused = command('--cases', two, '--placed', '2026-11-28', '--kind', 'refusal')
    expect(refused).toEqual({ code: 2, out: '', err: 'Вместе с --cases нельзя указать --placed, --kind: это записано в самих случаях\n' })
  })
})

describe('writing the result', () => {
  const failure = (code: string): Error => Object.assign(new Error(code), { code })

  it('writes to the end through a full pipe, and stops when nobody reads on', () => {
    const bytes = Buffer.from('сроки')
    let written = ''
    let call = 0
    writeAll(bytes, (rest) => {
      if (call++ === 0) throw failure('EAGAIN')
      written += Buffer.from(rest.subarray(0, 2)).toString()
      return 2
    })
    expect(written).toBe('сроки')
    let tries = 0
    writeAll(bytes, () => {
      tries++
      throw failure('EPIPE')
    })
    expect(tries).toBe(1)
    expect(() => writeAll(bytes, () => { throw failure('ENOSPC') })).toThrow('ENOSPC')
  })
})
