import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fieldOf } from './caseInput'
import { InputError, readJsonFile } from './inputFile'
import { writeAll } from './output'
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
  --refused МОМЕНТ      отказ в обработке (и без --kind refusal)
  --kind ВИД            answer | siteLink | explanation | refusal | appeal | duplicate
  --emergency [МОМЕНТ]  экстренная ситуация; без момента — с размещения
  --handed-over, --registered, --extended МОМЕНТ   путь обращения по 59-ФЗ
  --appeal-forwarded, --appeal-answered МОМЕНТ     обращение передано в другой орган, отвечено
  --schedule ГРАФИК     40 | 36-even | 36-monday | ФАЙЛ.json
  --regulation ФАЙЛ.json  другой регламент; довольно того, чем он отличается: {"rules": {"answer": {"clock": "elapsed"}}}
  --zone ПОЯС           часовой пояс (Asia/Krasnoyarsk)
  --non-working-days    считать выходными «нерабочие дни» 2021 года
  --now МОМЕНТ          на какой момент судить открытые сроки
  --explain             показать, из чего сложился каждый срок
  --json                вывести данными
  --cases ФАЙЛ.json     список случаев с теми же полями: список результатов; «-» — со стандартного ввода.
                        --schedule, --regulation, --zone, --non-working-days и --now, указанные рядом,
                        действуют на случаи, где своего не записано;
                        случай с ошибкой даёт на своём месте {"error": "…"}, остальные вычисляются

МОМЕНТ — дата и время: 2026-11-27T16:30, со смещением +07:00 или без него; сроки порядка считаются с часа.
Дата без времени годится только там, где считают целыми днями:
--handed-over, --registered, --extended, --appeal-forwarded, --appeal-answered, --now (тогда 00:00).

npm печатает свою строку перед результатом; npm run -s её не печатает.
Код завершения: 0; 1, если не понят случай (с --cases — хотя бы один); 2, если не понята команда.
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
  'appeal-forwarded': one,
  'appeal-answered': one,
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

/** Where the command speaks. */
export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

const PROCESS: Streams = {
  out: (text) => writeAll(Buffer.from(text), (rest) => writeSync(1, rest)),
  err: (text) => void process.stderr.write(text),
}

/** By which rules and how it is shown; what happened is written in the cases themselves. */
const BESIDE_CASES: readonly string[] = ['cases', 'schedule', 'regulation', 'zone', 'now', 'non-working-days', 'explain', 'json']

/** The command; returns the exit code: 0, 1 when a case could not be read, 2 when the command could not. */
export function main(args: readonly string[], streams: Streams = PROCESS): number {
  const refuse = (code: 1 | 2, message: string): number => {
    streams.err(`${message}\n`)
    return code
  }
  let values
  try {
    values = parseArgs({ args: withEmergencyValue(args), options: OPTIONS, strict: true }).values
  } catch (error) {
    return refuse(2, `Не понимаю команду: ${complaintAbout(error)}\nВсе параметры: --help`)
  }
  const { explain = false, json, cases, help, ...rest } = values
  if (help === true) {
    streams.out(USAGE)
    return 0
  }
  const { emergency, ...plain } = rest
  const input = fieldsOf({ ...plain, emergency: emergency === 'true' ? true : emergency })
  try {
    if (cases !== undefined) {
      const stray = Object.keys(values).filter((name) => !BESIDE_CASES.includes(name))
      if (stray.length > 0) return refuse(2, `Вместе с --cases нельзя указать ${stray.map((name) => `--${name}`).join(', ')}: это записано в самих случаях`)
      return runCases(streams, cases, explain, input)
    }
    if (rest.placed === undefined) return refuse(2, 'Нужен момент размещения: --placed 2026-11-27T16:30')
    return json === true ? runJson(streams, input, explain) : runTable(streams, input, explain)
  } catch (error) {
    if (error instanceof InputError) return refuse(cases === undefined ? 1 : 2, error.message)
    throw error
  }
}

/** The library's own sentence is English; what it names stands in its quotation marks. */
function complaintAbout(error: unknown): string {
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? error.code : null
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `нет параметра ${named}`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `«${named}» стоит без параметра`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `параметр ${named} записан без значения или с лишним`
  throw error
}

/** `--emergency` alone means «from placement». */
const withEmergencyValue = (args: readonly string[]): string[] =>
  args.map((arg, index) => {
    const next = args[index + 1]
    return arg === '--emergency' && (next === undefined || next.startsWith('--')) ? '--emergency=true' : arg
  })

/** The options that were given, by the names of a case's fields. */
const fieldsOf = (input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined).map(([key, value]) => [fieldOf(key), value]))

function runTable(streams: Streams, input: unknown, explain: boolean): number {
  streams.out(tableOf(compute(input), explain))
  return 0
}

function runJson(streams: Streams, input: unknown, explain: boolean): number {
  const entry = entryOf(input, explain)
  streams.out(`${JSON.stringify(entry, null, 2)}\n`)
  return 'error' in entry ? 1 : 0
}

function runCases(streams: Streams, file: string, explain: boolean, defaults: object): number {
  const cases = readJsonFile(file)
  if (!Array.isArray(cases)) throw new InputError(`${file}: нужен список случаев`)
  const entries = cases.map((input: unknown) => entryOf(input, explain, defaults))
  streams.out(`[${entries.map((entry) => JSON.stringify(entry)).join(',\n')}]\n`)
  const broken = entries.filter((entry) => 'error' in entry).length
  if (broken > 0) streams.err(`С ошибками: ${broken} из ${entries.length}\n`)
  return broken > 0 ? 1 : 0
}
