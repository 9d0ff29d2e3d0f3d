import { readFileSync, writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { InputError } from './caseInput'
import { compute, entryOf } from './result'
import { tableOf } from './words'

const USAGE = `Сроки по порядку № 685-п.

npm run deadlines -- --placed 2026-11-27T16:30+07:00 [параметры]
npm run -s deadlines -- --cases СЛУЧАИ.json

  --placed МОМЕНТ       размещение сообщения; без смещения — по часам администрации
  --received МОМЕНТ     получение программой
  --forwarded МОМЕНТ    направление в структуру (можно несколько)
  --submitted МОМЕНТ    ответ структуры (можно несколько)
  --returned МОМЕНТ     возврат на доработку (можно несколько)
  --published МОМЕНТ    публикация
  --refused МОМЕНТ      отказ в обработке
  --kind ВИД            answer | siteLink | explanation | refusal | appeal | duplicate
  --emergency [МОМЕНТ]  экстренная ситуация; без момента — с размещения
  --handed-over, --registered, --extended МОМЕНТ   путь обращения по 59-ФЗ
  --schedule ГРАФИК     40 | 36-even | 36-monday | ФАЙЛ.json
  --regulation ФАЙЛ     другой регламент
  --zone ПОЯС           часовой пояс (Asia/Krasnoyarsk)
  --non-working-days    считать выходными «нерабочие дни» 2021 года
  --now МОМЕНТ          на какой момент судить открытые сроки
  --explain             показать, из чего сложился каждый срок
  --json                вывести данными
  --cases ФАЙЛ.json     список случаев с теми же полями: список результатов
`

const one = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

const OPTIONS = {
  placed: one,
  received: one,
  forwarded: many,
  submitted: many,
  returned: many,
  published: one,
  refused: one,
  kind: one,
  emergency: one,
  'handed-over': one,
  registered: one,
  extended: one,
  schedule: one,
  regulation: one,
  zone: one,
  now: one,
  'non-working-days': flag,
  explain: flag,
  json: flag,
  cases: one,
  help: flag,
} as const

/** The command; returns the exit code: 0, 1 when a case could not be read, 2 when the command could not. */
export function main(args: readonly string[]): number {
  let values
  try {
    values = parseArgs({ args: withEmergencyValue(args), options: OPTIONS, strict: true }).values
  } catch (error) {
    return refuse(`Не понимаю команду: ${error instanceof Error ? error.message : String(error)}`)
  }
  const { explain, json, cases, help, 'handed-over': handedOver, 'non-working-days': nonWorkingDays, ...rest } = values
  if (help === true) {
    print(USAGE)
    return 0
  }
  if (cases !== undefined) return runCases(cases, explain === true)
  if (rest.placed === undefined) return refuse('Нужен момент размещения: --placed 2026-11-27T16:30')
  const { emergency, ...plain } = rest
  const input = dropUndefined({ ...plain, handedOver, nonWorkingDays, emergency: emergency === 'true' ? true : emergency })
  return json === true ? runJson(input, explain === true) : runTable(input, explain === true)
}

/** `--emergency` alone means «from placement». */
const withEmergencyValue = (args: readonly string[]): string[] =>
  args.map((arg, index) => {
    const next = args[index + 1]
    return arg === '--emergency' && (next === undefined || next.startsWith('--')) ? '--emergency=true' : arg
  })

const dropUndefined = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))

function runTable(input: unknown, explain: boolean): number {
  try {
    print(tableOf(compute(input), explain))
    return 0
  } catch (error) {
    if (error instanceof InputError) return refuse(error.message)
    throw error
  }
}

function runJson(input: unknown, explain: boolean): number {
  const entry = entryOf(input, explain)
  print(`${JSON.stringify(entry, null, 2)}\n`)
  return 'error' in entry ? 1 : 0
}

function runCases(file: string, explain: boolean): number {
  let cases: unknown
  try {
    cases = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    return refuse(`${file}: ${error instanceof SyntaxError ? 'не JSON' : 'файл не читается'}`)
  }
  if (!Array.isArray(cases)) return refuse(`${file}: нужен список случаев`)
  const entries = cases.map((input: unknown) => entryOf(input, explain))
  print(`[${entries.map((entry) => JSON.stringify(entry)).join(',\n')}]\n`)
  const broken = entries.filter((entry) => 'error' in entry).length
  if (broken > 0) process.stderr.write(`С ошибками: ${broken} из ${entries.length}\n`)
  return broken > 0 ? 1 : 0
}

/** Written at once and to the end: a pipe must not lose the tail of a long result. */
function print(text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at)
    } catch (error) {
      // A full pipe says so and takes the rest a moment later.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`)
  return 2
}
