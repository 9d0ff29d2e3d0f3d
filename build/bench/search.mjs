// npm run bench:search: building the index of 100,000 cases by month, queries as typed, and what a change costs.
import { performance } from 'node:perf_hooks'
import { loadTypeScript } from '../loadTypeScript.mjs'

const cases = Number(process.argv[2] ?? 100_000)
const months = 60

/** The same pseudo-random row every time (mulberry32). */
function chance(/** @type {number} */ seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const { SearchIndex } = await loadTypeScript('shared/domain/search/searchIndex.ts')
const { cleanLines } = await loadTypeScript('tests/support/moderation/cleanLines.ts')
const next = chance(20261124)
const pick = (/** @type {readonly string[]} */ list) => list[Math.floor(next() * list.length)] ?? ''
const surnames = ['Образцова', 'Примеров', 'Тестова', 'Учебный', 'Пробная', 'Черновик', 'Макетова', 'Условный']
const month = (/** @type {number} */ index) => `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`

const index = new SearchIndex()
const started = performance.now()
for (let number = 0; number < cases; number++) {
  const where = Math.floor((number / cases) * months)
  const text = `${pick(cleanLines)} ${pick(cleanLines)} ${pick(cleanLines)} дом ${Math.floor(next() * 90)} ${pick(surnames)}`
  index.put(month(where), { id: `c${number}`, at: number, text, numbers: [`wall-900000001_${number}`] })
}
const built = performance.now() - started
console.log(`build: ${cases} cases in ${(built / 1000).toFixed(1)} s (${Math.round(cases / built)} a ms), heap ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`)

const percentile = (/** @type {number[]} */ times, /** @type {number} */ share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
/** @param {string} name @param {readonly string[]} queries */
function measure(name, queries) {
  const times = []
  let found = 0
  for (let round = 0; round < 5; round++) {
    for (const query of queries) {
      const from = performance.now()
      found += index.find(query).found.length
      times.push(performance.now() - from)
    }
  }
  console.log(`${name}: p50 ${percentile(times, 0.5).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms, worst ${Math.max(...times).toFixed(2)} ms (${Math.round(found / times.length)} found)`)
  return percentile(times, 0.95)
}

const phrases = Array.from({ length: 200 }, () => pick(cleanLines).split(' ').slice(0, 3).join(' '))
const typed = phrases.flatMap((phrase) => Array.from({ length: phrase.length }, (_, at) => phrase.slice(0, at + 1)))
const worst = [
  measure('a keystroke', typed),
  measure('two words together, anywhere', Array.from({ length: 200 }, () => `${pick(cleanLines).split(' ')[0]} ${pick(surnames)} `)),
  measure('nothing to find in any month', Array.from({ length: 100 }, (_, at) => `вода снег дорога школа слово${at}`)),
  measure('a number', Array.from({ length: 100 }, () => `wall-900000001_${Math.floor(next() * cases)}`)),
]

const times = []
for (let round = 0; round < 500; round++) {
  const number = Math.floor(next() * cases)
  const from = performance.now()
  index.put(month(months - 1), { id: `c${number}`, at: cases + round, text: pick(cleanLines) })
  times.push(performance.now() - from)
}
console.log(`a change: p95 ${percentile(times, 0.95).toFixed(2)} ms`)

const packing = performance.now()
const packed = index.months().map((/** @type {string} */ name) => [name, JSON.stringify(index.pack(name))])
const bytes = packed.reduce((/** @type {number} */ sum, /** @type {string[]} */ [, json]) => sum + (json?.length ?? 0), 0)
const loading = performance.now()
const loaded = new SearchIndex()
for (const [name, json] of packed) loaded.load(name, JSON.parse(json))
console.log(`packed: ${(bytes / 1e6).toFixed(1)} MB of JSON in ${Math.round(loading - packing)} ms, loaded in ${Math.round(performance.now() - loading)} ms`)
console.log(`worst p95 of queries ${Math.max(...worst).toFixed(2)} ms (goal: 50)`)
