import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { notificationOf } from '../../../renderer/app/attentionTexts'
import { attend } from '../../../renderer/application/attention'
import { attentionShelf, type AttentionShelf } from '../../../renderer/application/attentionShelf'
import { changing } from '../../../renderer/application/observable'
import type { OfficeDocuments } from '../../../renderer/application/office'
import type { ProfileMode } from '../../../renderer/application/profile'
import { offStatus, type SyncStatus } from '../../../renderer/application/server/status'
import { emptyMemory, type AttentionMemory, type Notice, type TrayView } from '../../../shared/domain/attention'
import { RU_CALENDAR } from '../../../shared/domain/calendar'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { ORDER_685, SCHEDULE_PRESETS } from '../../../shared/domain/deadlines'
import type { Actor } from '../../../shared/domain/people/roles'
import { instant, type Instant } from '../../../shared/domain/time'
import type { ServerLink } from '../../../shared/server/link'
import { notificationSettings, type NotificationSettings } from '../../../shared/settings/settings'
import { at, KRASNOYARSK } from '../../support/deadlines'
import { headOf, minutes, openOffice, operator, roads, secondOperator } from '../../support/journal'
import { answered, published } from '../../support/situation'

/** Cases placed at nine, whose triage is due at noon. */
function cases(count: number): readonly CaseState[] {
  const desk = openOffice(at('2026-11-24T09:00')).desk(operator)
  return Array.from({ length: count }, (_, n) => desk.state(desk.receive({ externalId: `wall-900000001_${7000 + n}`, placedAt: at('2026-11-24T09:00') })))
}

interface Computer {
  readonly open?: readonly CaseState[]
  readonly closed?: readonly CaseState[]
  readonly actor?: Actor
  readonly memory?: AttentionMemory
  readonly settings?: Partial<NotificationSettings>
  readonly shelf?: AttentionShelf | null
  readonly attended?: boolean
  /** Keeps the memory; absent: at once. */
  readonly save?: () => Promise<void>
}

/** A computer whose clock is moved by hand: a look happens when somebody moves it past what was asked for. */
function computer(start: string, { open = [], closed = [], actor = operator, memory = emptyMemory, settings = {}, shelf = null, attended = true, save = () => Promise.resolve() }: Computer = {}) {
  let now: Instant = at(start)
  let kept = memory
  let alarm: { readonly at: number; readonly act: () => void } | undefined
  const shown: Notice[] = []
  const failures: unknown[] = []
  const trays: TrayView[] = []
  const server = changing<SyncStatus>(offStatus)
  const openCases = changing<readonly CaseState[]>(open)
  const chosen = changing(notificationSettings.parse(settings))
  const office = { zone: KRASNOYARSK, regulations: [ORDER_685], schedules: [SCHEDULE_PRESETS['40']], calendar: RU_CALENDAR } as unknown as OfficeDocuments
  const attending = attend({
    application: {
      openCases,
      office: changing(office),
      actor: changing(actor),
      firstRun: changing<ProfileMode>('server'),
      clock: { now: () => now },
      attentionMemory: { load: () => Promise.resolve(kept), save: async (next) => {
        await save()
        kept = next
      } },
      cases: { getMany: (ids: readonly string[]) => Promise.resolve(new Map(closed.filter(({ id }) => ids.includes(id)).map((state) => [state.id, state]))) } as never,
    },
    settings: chosen,
    server,
    shelf: () => shelf,
    attended: () => Promise.resolve(attended),
    show: (notice) => Promise.resolve(void shown.push(notice)),
    showTray: (view) => Promise.resolve(void trays.push(view)),
    wake: (ms, act) => {
      const mine = { at: now + ms, act }
      alarm = mine
      return () => void (alarm === mine && (alarm = undefined))
    },
    onFailure: (failure) => void failures.push(failure),
  })
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    shown, failures, trays, server, openCases, chosen, attending, settled,
    get memory() {
      return kept
    },
    jump: (to: string) => void (now = at(to)),
    /** The clock runs; the computer looks whenever it asked to be woken. */
    async run(to: string) {
      await settled()
      while (alarm !== undefined && alarm.at <= at(to)) {
        now = instant(alarm.at)
        const { act } = alarm
        alarm = undefined
        act()
        await settled()
      }
      now = at(to)
    },
  }
}

const told = (shown: readonly Notice[]) => shown.map((notice) => (notice.kind === 'digest' ? `digest of ${notice.cases.length}` : notice.kind === 'case' ? notice.warnings.map(({ threshold }) => threshold).concat(notice.news as never[]).join(',') : notice.what.kind))

describe('a computer that sleeps', () => {
  it('AT8 is told of everything in one digest when it wakes up', async () => {
    const one = computer('2026-11-24T09:05', { open: cases(5) })
    await one.settled()
    one.jump('2026-11-24T11:55')
    one.attending.woken()
    await one.settled()
    expect(told(one.shown)).toEqual(['digest of 5'])
    one.attending.woken()
    await one.settled()
    expect(one.shown).toHaveLength(1)
  })

  it('AT6 and is started again tells nothing twice', async () => {
    const open = cases(2)
    const before = computer('2026-11-24T11:55', { open })
    await before.settled()
    const after = computer('2026-11-24T11:56', { open, memory: before.memory })
    await after.settled()
    expect([told(before.shown), told(after.shown)]).toEqual([['digest of 2'], []])
  })
})

/** A CouchDB as far as one `_local` document goes; `away` while nobody answers. */
function serverWithLocalDocuments() {
  const documents = new Map<string, { readonly _rev: string; readonly memory: unknown }>()
  // CouchDB itself compares no revisions of these documents; other servers do.
  const server = { away: false, compares: false, documents, beforePut: () => {}, afterPut: () => {} }
  const link: ServerLink = ({ method, path, body }) => {
    if (server.away) return Promise.resolve({ ok: false, error: 'timeout' })
    const reply = (status: number, value: unknown) => Promise.resolve({ ok: true as const, value: { status, body: value, date: null } })
    if (method === 'PUT') server.beforePut()
    const kept = documents.get(path)
    if (method === 'GET') return kept === undefined ? reply(404, { error: 'not_found' }) : reply(200, kept)
    const put = z.object({ _rev: z.string().optional(), memory: z.unknown() }).parse(JSON.parse(JSON.stringify(body)))
    if (server.compares && kept?._rev !== put._rev) return reply(409, { error: 'conflict' })
    documents.set(path, { _rev: `0-${Number(kept?._rev.slice(2) ?? 0) + 1}`, memory: put.memory })
    server.afterPut()
    return reply(201, { ok: true })
  }
  return { server, link }
}

describe('several computers of one person', () => {
  const open = cases(1)

  it('AT6 told on one is quiet on the other, and nothing of anyone lies on the server', async () => {
    const { server, link } = serverWithLocalDocuments()
    const shelf = attentionShelf(link, 'journal', operator.person)
    const desk = computer('2026-11-24T11:55', { open, shelf })
    await desk.settled()
    const laptop = computer('2026-11-24T11:55', { open, shelf })
    await laptop.settled()
    expect([told(desk.shown), told(laptop.shown)]).toEqual([['left10'], []])
    expect([...server.documents.keys()]).toEqual([`/journal/_local/attention-${operator.person}`])
    expect(JSON.stringify([...server.documents.values()])).not.toMatch(/[а-яё]/i)
  })

  it('AT6 of two that look at the same instant one tells, also where the server takes the later word over the earlier', async () => {
    const { server, link } = serverWithLocalDocuments()
    const shelf = attentionShelf(link, 'journal', operator.person)
    const other = computer('2026-11-24T10:00', { open })
    await other.run('2026-11-24T11:55')
    // The other has read before this one laid, and lays over it.
    server.afterPut = () => {
      server.afterPut = () => {}
      server.documents.set(`/journal/_local/attention-${operator.person}`, { _rev: '0-9', memory: other.memory })
    }
    const one = computer('2026-11-24T11:55', { open, shelf })
    await one.settled()
    await one.settled()
    expect([told(other.shown), told(one.shown)]).toEqual([['half', 'left30', 'left10'], []])
  })

  it('AT6 what another laid over without knowing of it is laid again, and told', async () => {
    const { server, link } = serverWithLocalDocuments()
    const name = `/journal/_local/attention-${operator.person}`
    server.afterPut = () => {
      server.afterPut = () => {}
      server.documents.set(name, { _rev: '0-9', memory: { told: { 'c/other': 1 }, later: {} } })
    }
    const one = computer('2026-11-24T11:55', { open, shelf: attentionShelf(link, 'journal', operator.person) })
    await one.settled()
    await one.settled()
    expect(told(one.shown)).toEqual(['left10'])
    expect(Object.keys(z.object({ told: z.record(z.string(), z.number()) }).parse(server.documents.get(name)?.memory).told)).toContain(Object.keys(one.memory.told).find((id) => id.endsWith('left10')))
  })

  it('AT6 told where nobody sits silences no other computer', async () => {
    const { link } = serverWithLocalDocuments()
    const shelf = attentionShelf(link, 'journal', operator.person)
    const left = computer('2026-11-24T11:55', { open, shelf, attended: false })
    await left.settled()
    const athand = computer('2026-11-24T11:55', { open, shelf })
    await athand.settled()
    const third = computer('2026-11-24T11:55', { open, shelf, attended: false })
    await third.settled()
    expect([told(left.shown), told(athand.shown), told(third.shown)]).toEqual([['left10'], ['left10'], []])
  })

  it('AT6 what was told long ago of closed cases does not stay on the server', async () => {
    const { server, link } = serverWithLocalDocuments()
    const name = `/journal/_local/attention-${operator.person}`
    const kept = open[0]?.id ?? ''
    server.documents.set(name, { _rev: '0-1', memory: { told: { [`c${'0'.repeat(32)}/triage/1/half`]: 1, [`${kept}/triage/1/half`]: 1 }, later: {} } })
    await computer('2026-11-24T11:55', { open, shelf: attentionShelf(link, 'journal', operator.person) }).settled()
    const { told: laid } = z.object({ told: z.record(z.string(), z.number()) }).parse(server.documents.get(name)?.memory)
    expect(Object.keys(laid).every((id) => id.startsWith(kept))).toBe(true)
  })

  it('AT6 of two that look at the same instant one tells', async () => {
    const { server, link } = serverWithLocalDocuments()
    const shelf = attentionShelf(link, 'journal', operator.person)
    const other = computer('2026-11-24T10:00', { open })
    await other.settled()
    server.compares = true
    server.beforePut = () => {
      server.beforePut = () => {}
      server.documents.set(`/journal/_local/attention-${operator.person}`, { _rev: '0-7', memory: other.memory })
    }
    await other.run('2026-11-24T11:56')
    const one = computer('2026-11-24T11:55', { open, shelf })
    await one.settled()
    await one.settled()
    expect(told(one.shown)).toEqual([])
  })

  it('AT6 without the server each tells by itself, and another person’s computer always does', async () => {
    const { server, link } = serverWithLocalDocuments()
    const first = computer('2026-11-24T11:55', { open, shelf: attentionShelf(link, 'journal', operator.person) })
    await first.settled()
    const colleague = computer('2026-11-24T11:55', { open, actor: secondOperator, shelf: attentionShelf(link, 'journal', secondOperator.person) })
    await colleague.settled()
    server.away = true
    const alone = computer('2026-11-24T11:55', { open, shelf: attentionShelf(link, 'journal', operator.person) })
    await alone.settled()
    expect([colleague, alone].map(({ shown }) => shown.length)).toEqual([1, 1])
  })
})

describe('«позже»', () => {
  it('AT11 tells of the case once more after the minutes of the settings, and says when there is nothing to put off', async () => {
    const open = cases(1)
    const one = computer('2026-11-24T10:35', { open, settings: { laterMinutes: 20 } })
    expect(await one.attending.later(open.map(({ id }) => id))).toBe(true)
    await one.run('2026-11-24T10:54')
    expect(told(one.shown)).toEqual(['half'])
    await one.run('2026-11-24T10:56')
    expect(told(one.shown)).toEqual(['half', 'half'])
    const early = computer('2026-11-24T09:10', { open })
    expect(await early.attending.later(open.map(({ id }) => id))).toBe(false)
  })
})

describe('a disk and a hand', () => {
  it('AT6 a disk that takes nothing silences no warning and repeats none, and is told of', async () => {
    const one = computer('2026-11-24T09:05', { open: cases(1), save: () => Promise.reject(new Error('disk full')) })
    await one.run('2026-11-24T13:30')
    expect(told(one.shown)).toEqual(['half', 'left30', 'left10', 'breach'])
    expect(one.failures).toHaveLength(4)
  })

  it('AT6 AT11 «позже» amid a look loses neither what was told nor what was put off', async () => {
    const open = cases(1)
    const waiting: (() => void)[] = []
    const one = computer('2026-11-24T10:50', { open, save: () => new Promise((resolve) => void waiting.push(resolve)) })
    const going = async () => {
      for (let n = 0; n < 5; n++) {
        await one.settled()
        for (const go of waiting.splice(0)) go()
      }
    }
    await going()
    one.jump('2026-11-24T11:31')
    one.openCases.set([...open])
    const put = one.attending.later(open.map(({ id }) => id))
    one.jump('2026-11-24T11:32')
    one.openCases.set([...open])
    await going()
    expect(await put).toBe(true)
    expect(told(one.shown)).toEqual(['half', 'left30'])
    expect(Object.keys(one.memory.told)).toHaveLength(2)
    expect(Object.keys(one.memory.later)).not.toHaveLength(0)
  })
})

describe('settings', () => {
  it('AT1 warnings are those of the person’s settings', async () => {
    const one = computer('2026-11-24T09:05', { open: cases(1), settings: { ownWarnings: { half: false, lastHour: false, minutes: [45] } } })
    await one.run('2026-11-24T13:30')
    expect(told(one.shown)).toEqual(['left45', 'breach'])
  })

  it('AT13 nothing is told where notifications are switched off, and nothing of the past when they are on again', async () => {
    const one = computer('2026-11-24T09:05', { open: cases(1), settings: { enabled: false } })
    await one.run('2026-11-24T11:40')
    expect(one.shown).toEqual([])
    one.chosen.set(notificationSettings.parse({}))
    await one.run('2026-11-24T11:49')
    expect(one.shown).toEqual([])
    await one.run('2026-11-24T11:54')
    expect(told(one.shown)).toEqual(['left10'])
  })
})

describe('what others do', () => {
  it('AT9 a publication is told to the department when its case leaves the open ones, once over restarts', async () => {
    const state = answered().state
    const situation = published()
    const one = computer('2026-11-24T16:00', { open: [state], closed: [situation.state], actor: headOf(roads) })
    await one.settled()
    one.shown.length = 0
    one.openCases.set([])
    await one.run('2026-11-24T16:30')
    expect(told(one.shown)).toEqual(['published'])
    const again = computer('2026-11-24T16:31', { closed: [situation.state], actor: headOf(roads), memory: one.memory })
    await again.settled()
    expect(again.shown).toEqual([])
  })

  it('AT14 AT10 the server: refused, long away, unsent in the tray', async () => {
    const one = computer('2026-11-24T10:00', { actor: secondOperator })
    await one.settled()
    one.server.set({ ...offStatus, phase: { kind: 'unreachable', failure: 'timeout', since: at('2026-11-24T10:00') }, unsent: { count: 3, since: at('2026-11-24T10:00') }, uploads: 1, refused: [{ id: 'e', code: 'other', detail: '', at: 0 }] })
    await one.run('2026-11-24T10:31')
    expect(told(one.shown)).toEqual(['refusedByServer', 'connectionLost'])
    expect(one.trays.at(-1)).toMatchObject({ mood: 'offline', unsent: 4 })
    one.server.set({ ...offStatus, phase: { kind: 'working', pull: null } })
    await one.settled()
    expect(one.trays.at(-1)).toMatchObject({ mood: 'quiet', unsent: 0 })
  })
})

describe('texts', () => {
  const now = at('2026-11-24T11:55')
  const [one] = cases(1)
  if (one === undefined) throw new Error('There is a case')
  const name = one.message.author.name ?? 'Автор'
  const words = 'о чём писал'
  const notice = (warnings: boolean): Notice => ({
    kind: 'case', caseId: one.id, network: 'vk', emergency: false, news: warnings ? [] : ['newMessage'],
    warnings: warnings ? [{ deadline: 'triage', clause: '3.1', due: instant(now + minutes(5)), threshold: 'left10', left: { of: 'workingTime', ms: minutes(5) } }] : [],
  })
  const text = (of: Notice, allowed: boolean) => {
    const { title, body } = notificationOf(of, now, { zone: KRASNOYARSK, laterMinutes: 15, wordsOf: () => (allowed ? `${name}: ${words}` : null) })
    return `${title}\n${body}`
  }

  it('1.4 name nobody unless it is allowed, and do when it is', () => {
    for (const warnings of [true, false]) {
      expect(text(notice(warnings), false)).not.toContain(words)
      expect(text(notice(warnings), true)).toContain(`${name}: ${words}`)
    }
  })

  it('1.4 a digest quotes nobody even where it is allowed: it is read over a shoulder', () => {
    expect(text({ kind: 'digest', emergency: false, cases: [notice(true), notice(false)] as never }, true)).not.toContain(words)
  })

  const digest = (...cases: readonly Notice[]) => notificationOf({ kind: 'digest', emergency: false, cases: cases as never }, now, { zone: KRASNOYARSK, laterMinutes: 15, wordsOf: () => null })
  const due = (deadline: 'triage' | 'total' | 'publication', left: number) => ({ deadline, clause: '3.1', due: instant(now + minutes(left)), threshold: 'left10' as const, left: { of: 'workingTime' as const, ms: minutes(left) } })

  it('AT8 a digest says of each case all that is noted as told: a second term, news beside a term, how many more', () => {
    const more = { ...notice(true), warnings: [due('triage', 5), due('total', 15)], news: [] } as Notice
    expect(digest(more, notice(true)).body.split('\n')[0]).toMatch(/Проверка и направление \(п\. 3\.1\): до 12:00, осталось 5\u00A0мин рабочего времени; ответить \(предел\) до 12:10$/)
    expect(digest({ ...notice(true), news: ['returned'] } as Notice, notice(true)).body.split('\n')[0]).toMatch(/рабочего времени; Ответ возвращён на доработку$/)
    expect(digest({ ...more, news: ['returned', 'publicationFailed'] } as Notice, notice(true)).body.split('\n')[0]).toMatch(/; ответить \(предел\) до 12:10; и ещё 2$/)
  })

  it('AT8 a digest names as many cases as it has room for, and how many more there are', () => {
    const long = { ...notice(true), warnings: [due('triage', 5), due('publication', 15)], news: ['returned'] } as Notice
    for (const count of [2, 3, 5, 6, 100]) {
      const { body } = digest(...Array.from({ length: count }, () => long))
      expect(body.length).toBeLessThanOrEqual(400)
      const lines = body.split('\n')
      const named = lines.filter((line) => line.endsWith('; и ещё 1')).length
      expect(named).toBeGreaterThan(0)
      expect(lines.slice(named)).toEqual(named === count ? [] : [`и ещё ${count - named}`])
    }
  })

  it('AT11 offer «позже» where a deadline was told, and nowhere else', () => {
    const request = (of: Notice) => notificationOf(of, now, { zone: KRASNOYARSK, laterMinutes: 25, wordsOf: () => null })
    expect(request(notice(true))).toMatchObject({ later: 'Позже, через 25 мин', about: [one.id] })
    expect(request(notice(false))).toMatchObject({ later: null, about: [] })
    expect(request({ kind: 'digest', emergency: false, cases: [notice(false), notice(true)] as never })).toMatchObject({ later: 'Позже, через 25 мин', about: [one.id] })
    expect(request({ kind: 'digest', emergency: false, cases: [notice(false), notice(false)] as never })).toMatchObject({ later: null, about: [] })
    expect(request({ kind: 'server', emergency: false, what: { kind: 'connectionLost', since: now } })).toMatchObject({ later: null, about: [], caseId: null })
  })
})
