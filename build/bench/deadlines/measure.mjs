import { availableParallelism } from 'node:os'

const QUERIES = 10_000
const HOUR = 3_600_000
const TERMS = [3, 4, 8, 12]

/** A repeatable stream of numbers in [0, 1): the same queries for everyone, every time. @param {number} seed */
function numbers(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Processor time, not the wall's: a busy machine must not change who is faster. @param {() => void} work @returns {number} seconds */
function seconds(work) {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

const rate = (/** @type {number} */ perSecond) => (perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(1)} M/s` : `${Math.round(perSecond).toLocaleString('en')} /s`)

/** @param {string} what @param {string} found @param {string} goal @param {boolean} kept */
const line = (what, found, goal, kept) => console.log(`${kept ? 'ok  ' : 'MISS'} ${what.padEnd(44)} ${found.padEnd(22)} goal ${goal}`)

/**
 * Compares the engine with its peers on the same queries and measures what it promises; 0 when every goal is kept.
 * @param {any} engine
 * @param {(t: number, ms: number) => number} truth the oracle's answer
 * @param {import('./peers.mjs').Peer[]} peers
 * @returns {number} exit code
 */
export function measure(engine, truth, peers) {
  const next = numbers(685)
  const starts = Float64Array.from({ length: QUERIES }, () => Math.floor(Date.UTC(2021, 0, 1) + next() * 7 * 365.2 * 24 * HOUR))
  const terms = Float64Array.from({ length: QUERIES }, () => (TERMS[Math.floor(next() * TERMS.length)] ?? 0) * HOUR)
  const right = Float64Array.from(starts, (t, i) => truth(t, terms[i] ?? 0))
  console.log(`${QUERIES.toLocaleString('en')} terms of 3, 4, 8 and 12 working hours, 2021–2027, Asia/Krasnoyarsk; Node ${process.versions.node}, ${availableParallelism()} cores\n`)

  const time = engine.compile(engine.SCHEDULE_PRESETS['40'], engine.RU_CALENDAR, engine.DEFAULT_OFFICE_ZONE)
  const ours = additions(time, starts, terms, right)
  console.log(`${'this engine'.padEnd(30)} ${rate(ours.perSecond).padEnd(14)} wrong ${ours.wrong}`)
  let slower = 0
  for (const peer of peers) {
    const found = new Float64Array(QUERIES)
    const spent = seconds(() => {
      for (let i = 0; i < QUERIES; i++) found[i] = peer.add(starts[i] ?? 0, terms[i] ?? 0)
    })
    const wrong = found.filter((each, i) => each !== right[i]).length
    const times = (ours.perSecond * spent) / QUERIES
    if (slower === 0) slower = times
    console.log(`${peer.name.padEnd(30)} ${rate(QUERIES / spent).padEnd(14)} wrong ${String(wrong).padEnd(6)} ${Math.round(times).toLocaleString('en')} × slower`)
  }

  console.log('')
  const goals = [
    /** @type {const} */ (['wrong answers', String(ours.wrong), '0', ours.wrong === 0]),
    /** @type {const} */ (['against the day walk', `${Math.round(slower).toLocaleString('en')} ×`, '≥ 1,000 ×', slower >= 1000]),
    /** @type {const} */ (['additions', rate(ours.perSecond), '≥ 10 M/s', ours.perSecond >= 1e7]),
    ...compiling(engine),
    ...cases(engine, starts),
  ]
  for (const goal of goals) line(...goal)
  return goals.every(([, , , kept]) => kept) ? 0 : 1
}

/** @param {any} time @param {Float64Array} starts @param {Float64Array} terms @param {Float64Array} right */
function additions(time, starts, terms, right) {
  const found = new Float64Array(QUERIES)
  const pass = () => {
    for (let i = 0; i < QUERIES; i++) found[i] = time.add('working', starts[i], terms[i])
  }
  for (let warm = 0; warm < 50; warm++) pass()
  const passes = 500
  const spent = seconds(() => {
    for (let i = 0; i < passes; i++) pass()
  })
  return { perSecond: (QUERIES * passes) / spent, wrong: found.filter((each, i) => each !== right[i]).length }
}

/** @param {any} engine @returns {(readonly [string, string, string, boolean])[]} */
function compiling(engine) {
  const runs = 20
  // A calendar of its own each time: an index that is already built would flatter the result.
  const spent = seconds(() => {
    for (let i = 0; i < runs; i++) engine.compile(engine.SCHEDULE_PRESETS['36-even'], { ...engine.RU_CALENDAR }, engine.DEFAULT_OFFICE_ZONE)
  })
  const ms = (spent / runs) * 1000
  return [['compiling seven years', `${ms.toFixed(2)} ms`, '≤ 10 ms', ms <= 10]]
}

/** @param {any} engine @param {Float64Array} starts @returns {(readonly [string, string, string, boolean])[]} */
function cases(engine, starts) {
  const { caseFacts, deadlinesOf, explain, openRulebook, ORDER_685, RU_CALENDAR, SCHEDULE_PRESETS, DEFAULT_OFFICE_ZONE } = engine
  const book = openRulebook({
    zone: DEFAULT_OFFICE_ZONE,
    regulations: [{ ...ORDER_685, validFrom: '2020-01-01' }],
    schedules: [SCHEDULE_PRESETS['36-even']],
    calendar: RU_CALENDAR,
  })
  const open = Array.from(starts.subarray(0, 500), (placedAt) =>
    caseFacts({ placedAt, forwardings: [{ at: placedAt + 2 * HOUR, department: null }], returns: [{ at: placedAt + 9 * HOUR, department: null }] }),
  )
  const recompute = (/** @type {number} */ now) => {
    let sum = 0
    for (const facts of open) sum += deadlinesOf(facts, book.inForceAt(facts.placedAt), now).deadlines.length
    return sum
  }
  for (let warm = 0; warm < 30; warm++) recompute(warm)
  const seconds60 = seconds(() => {
    for (let now = 0; now < 60; now++) recompute(Date.UTC(2026, 10, 24) + now * 1000)
  })
  const share = (seconds60 / 60) * 100

  const deadlines = open.flatMap((facts) => {
    const rules = book.inForceAt(facts.placedAt)
    return deadlinesOf(facts, rules, null).deadlines.map((/** @type {unknown} */ deadline) => ({ deadline, rules }))
  })
  const explainAll = () => {
    for (const { deadline, rules } of deadlines) explain(deadline, rules)
  }
  for (let warm = 0; warm < 5; warm++) explainAll()
  const each = (seconds(explainAll) / deadlines.length) * 1e6
  return [
    ['explaining one deadline', `${each.toFixed(1)} µs`, '≤ 50 µs', each <= 50],
    ['500 open cases recomputed every second', `${share.toFixed(2)} % of a core`, '< 1 %', share < 1],
  ]
}
