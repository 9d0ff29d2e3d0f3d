import { createApplication } from '../../../renderer/app/createApplication'
import { machineChance, machineClock } from '../../../renderer/app/bridgePorts'
import type { Application } from '../../../renderer/application/application'
import { openDesk } from '../../../renderer/ui/deadlines/deadlinesContext'
import { openRulebook } from '../../../shared/domain/deadlines'
import { inboxOrder } from '../../../shared/domain/queues'
import { openDatabase } from '../../../renderer/data/database'
import { caseOf, type CaseId, type EventId } from '../../../shared/domain/journal/ids'
import { instant } from '../../../shared/domain/time'
import { err, ok } from '../../../shared/lib/result'
import type { FetchedMessage } from '../../../shared/connectors/connector'
import { bigCaseId, layBigProfile, layOffice } from '../../support/bigProfile'
import { randomFrom, someText } from '../../support/words'

interface Job {
  readonly do: 'lay' | 'measure' | 'take' | 'work' | 'verify'
  readonly closed: number
  readonly open: number
  /** Epoch ms. */
  readonly now: number
  readonly seed?: number
  readonly cases?: readonly CaseId[]
  readonly events?: readonly EventId[]
}

const job = JSON.parse(decodeURIComponent(location.search.slice(1))) as Job
const tell = (what: object) => console.info(`BENCH ${JSON.stringify(what)}`)
const name = 'otklik'

const open = (): Promise<Application> =>
  createApplication({
    name,
    clock: machineClock(job.now - Date.now()),
    chance: machineChance,
    files: { put: () => Promise.resolve(err('')), read: () => Promise.resolve(err('')), erase: () => Promise.resolve(ok(undefined)), eraseAll: () => Promise.resolve(ok(undefined)) },
    call: () => Promise.reject(new Error('There is no main process here')),
    onFailure: (failure) => tell({ failure: String(failure) }),
  })

async function lay(): Promise<void> {
  const database = await openDatabase({ name })
  let told = 0
  if (job.closed + job.open === 0) await layOffice(database)
  else
    await layBigProfile(database, { closed: job.closed, open: job.open, now: instant(job.now) }, (done) => {
      if (done - told < 5000) return
      told = done
      tell({ laid: done })
    })
  await database.close()
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}
const quantile = (times: readonly number[], q: number) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0

/** What the inbox shows: the open cases with their terms, in order. */
function datedCases(app: Application) {
  const desk = openDesk(openRulebook(app.office.get()), () => app.office.get().calendar)
  return inboxOrder(app.openCases.get().map((state) => desk.undated(state)))
}

async function measure(): Promise<void> {
  const started = performance.now()
  const app = await open()
  const opened = performance.now() - started
  const indexed = new Promise<number>((resolve) => {
    const look = () => {
      if (app.upkeep.get() === undefined) resolve(performance.now() - started)
    }
    app.upkeep.subscribe(look)
    look()
  })
  const inbox = app.openCases.get().length
  const dating = await timed(() => Promise.resolve(datedCases(app)))
  tell({ opened, inbox, dating })
  const months = await app.cases.closedMonths()
  const monthsAgain = await timed(() => app.cases.closedMonths())
  tell({ months: months.length, monthsAgain })
  const random = randomFrom(7)
  if (months.length > 0) {
    const month = months[Math.floor(months.length / 2)]?.month ?? ''
    const opening = await timed(() => app.cases.closedIn(month))
    tell({ archiveMonth: opening, casesInMonth: months[Math.floor(months.length / 2)]?.count })
    const cases: number[] = []
    for (let index = 0; index < 100; index++) cases.push(await timed(() => app.cases.get(bigCaseId(Math.floor(random() * job.closed)))))
    tell({ closedCase: { p50: quantile(cases, 0.5), p95: quantile(cases, 0.95) } })
  }
  tell({ searchReady: await indexed })
  const typing: number[] = []
  let most = 0
  for (const word of ['снег', 'фонарь', 'дороги', 'Ленина 45', 'отопление в школе', 'мусор у контейнера', 'Иванова', 'ж']) {
    for (let length = 1; length <= word.length; length++) {
      const from = performance.now()
      const hits = await app.search(word.slice(0, length))
      typing.push(performance.now() - from)
      most = Math.max(most, hits.length)
    }
  }
  tell({ keystroke: { p50: quantile(typing, 0.5), p95: quantile(typing, 0.95), worst: quantile(typing, 1) }, mostHits: most })
  const notes: number[] = []
  const target = app.openCases.get()[0]?.id
  if (target !== undefined) for (let index = 0; index < 50; index++) notes.push(await timed(() => app.execute(target, { type: 'AddNote', text: `заметка ${index} ${random()}` })))
  tell({ action: { p50: quantile(notes, 0.5), p95: quantile(notes, 0.95) } })
  await app.close()
}

/** Import of messages into the profile as it is. */
async function take(): Promise<void> {
  const app = await open()
  const random = randomFrom(11)
  const messages = Array.from({ length: 10_000 }, (_, index) => someMessage(index, random))
  const first = await timed(() => app.intake(messages))
  const again = await timed(() => app.intake(messages))
  tell({ import10000: first, again10000: again })
  await app.close()
}

/** Works without end and tells what is acknowledged, for a test that kills it. */
async function work(): Promise<void> {
  const app = await open()
  const random = randomFrom(job.seed ?? 1)
  for (let turn = 0; ; turn++) {
    const first = (job.seed ?? 1) * 100_000 + turn * 20
    const { added } = await app.intake(Array.from({ length: 20 }, (_, index) => someMessage(first + index, random)))
    tell({ cases: added })
    await Promise.all(
      added.map(async (caseId, index) => {
        const done = await app.execute(caseId, index % 3 === 0 ? { type: 'RefuseHandling', ground: 'insult' } : { type: 'AddNote', text: someText(random, 20) })
        if (done.ok) tell({ event: done.value[0] })
        const typed = `${(job.seed ?? 1) * 1000 + turn} ${index} ${someText(random, 10)}`
        await app.drafts.save(`draft-${index}`, typed)
        tell({ draft: `draft-${index}`, typed })
      }),
    )
  }
}

const someMessage = (number: number, random: () => number): FetchedMessage => ({
  type: 'message', network: 'ok', visibility: 'public', externalId: `comment-${number}`, text: someText(random, 30),
  author: { externalId: `57${number}`, name: 'Житель' }, placedAt: instant(job.now - 3_600_000), attachments: [], flags: [],
})

/** Whether what was acknowledged is there, and the journal is whole. */
async function verify(): Promise<void> {
  const app = await open()
  const lost: string[] = []
  for (const caseId of job.cases ?? []) if ((await app.cases.get(caseId)) === undefined) lost.push(caseId)
  for (const event of job.events ?? []) {
    const state = await app.cases.get(caseOf(event))
    if (state?.history.some((entry) => entry.event === event) !== true) lost.push(event)
  }
  const drafts: Record<string, string | undefined> = {}
  for (const key of await app.drafts.keys()) drafts[key] = await app.drafts.load(key)
  const check = await app.checkJournal()
  tell({ lost, drafts, check: { events: check.events, findings: check.findings.length, chains: check.chains.length, mended: check.mendedCases } })
  await app.close()
}

void ({ lay, measure, take, work, verify })[job.do]().then(
  () => tell({ done: true, sinceNavigation: performance.now() }),
  (failure: unknown) => tell({ failure: String(failure instanceof Error ? failure.stack : failure), done: true }),
)
