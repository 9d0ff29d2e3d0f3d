import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readServerAddress, type ServerAddress } from '../../electron/sync/serverAddress'
import { topology } from '../../shared/server/names'
import { planFileSchema, peopleOf, type PlannedPerson } from '../../shared/server/provision/plan'
import type { Wanted } from '../../shared/server/provision/look'
import { sayLinkFailure } from '../../shared/server/words'

export interface ProvisionArguments {
  readonly target: { readonly address: ServerAddress; readonly credentials: { readonly user: string; readonly password: string }; readonly ca?: string }
  readonly wanted: Wanted
  readonly people: readonly PlannedPerson[]
  readonly offerAgain?: string
  /** Only says what would change. */
  readonly check: boolean
}

/** The sentence of what is wrong or what to do; null = help was asked for. */
export function readProvisionArguments(args: readonly string[]): ProvisionArguments | string | null {
  let values
  try {
    values = parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' }, user: { type: 'string' }, departments: { type: 'string' }, ca: { type: 'string' }, self: { type: 'string' }, prefix: { type: 'string', default: '' },
        check: { type: 'boolean', default: false }, 'offer-again': { type: 'boolean', default: false }, 'insist-http': { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
      },
    }).values
  } catch (failure) {
    if (failure instanceof TypeError) return `Не понимаю команду: ${failure.message}`
    throw failure
  }
  if (values.help) return null
  if (values.url === undefined || values.departments === undefined) return 'Нужны --url и --departments.'
  const badAddress = 'Адрес сервера записан неверно. Пример: https://couch.rayon.ru:6984'
  if (!URL.canParse(values.url)) return badAddress
  const url = new URL(values.url)
  const [user, password] = [values.user ?? decodeURIComponent(url.username), process.env['COUCHDB_PASSWORD'] ?? decodeURIComponent(url.password)]
  if (user === '' || password === '') return 'Нужны имя администратора сервера (--user) и его пароль (переменная COUCHDB_PASSWORD).'
  url.username = ''
  url.password = ''
  const address = readServerAddress(url.href, values['insist-http'])
  if (!address.ok) return address.error === 'insecure' ? `${sayLinkFailure('insecure')} Здесь это --insist-http.` : badAddress
  const at = topology(values.prefix)
  if (!at.ok) return 'Приставка имён (--prefix) — латинские буквы, цифры и дефисы, с дефисом в конце.'
  const text = readText(values.departments)
  if (text.failure !== undefined) return text.failure
  const ca = values.ca === undefined ? null : readText(values.ca)
  if (ca?.failure !== undefined) return ca.failure
  if (ca !== null && !ca.text.includes('-----BEGIN CERTIFICATE-----')) return `Файл ${values.ca} — не сертификат в виде PEM.`
  const file = planFileSchema.safeParse(parsed(text.text))
  if (!file.success) return `Файл ${values.departments} не подходит: ${file.error.issues.map((issue) => `${issue.path.join('.') || 'весь файл'}: ${issue.message}`).join('; ')}`
  const self = (values.self ?? (url.protocol === 'http:' ? address.value.url : 'http://127.0.0.1:5984')).replace(/\/+$/, '')
  return {
    target: { address: address.value, credentials: { user, password }, ...(ca === null ? {} : { ca: ca.text }) },
    wanted: { at: at.value, departments: file.data.departments.map(({ id }) => id), self, insistSelf: values.self !== undefined },
    people: peopleOf(file.data),
    check: values.check,
    ...(values['offer-again'] ? { offerAgain: randomBytes(6).toString('hex') } : {}),
  }
}

function readText(file: string): { readonly text: string; readonly failure?: undefined } | { readonly failure: string } {
  try {
    return { text: readFileSync(file, 'utf8') }
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException
    if (code === undefined) throw failure
    return { failure: code === 'ENOENT' ? `Файла ${file} нет. Проверьте имя и папку.` : `Файл ${file} не читается (${code}).` }
  }
}

/** What is no JSON is told with the plan's own refusal: "not an object". */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (failure) {
    if (failure instanceof SyntaxError) return null
    throw failure
  }
}
