import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readServerAddress } from '../../electron/sync/serverAddress'
import { openLink } from '../../electron/sync/serverLink'
import { topology } from '../../shared/server/names'
import { peopleOf, planFileSchema, type ProvisionPlan } from '../../shared/server/provision/plan'
import { provision } from '../../shared/server/provision/provision'
import { sayChange, sayLinkFailure, sayProvisionFailure } from '../../shared/server/words'

const usage = `Настройка сервера CouchDB для «Отклика». Повторный запуск ничего не меняет.

npm run provision -- --url https://сервер:6984 --user admin --departments ФАЙЛ [--ca ФАЙЛ] [--self АДРЕС] [--offer-again] [--insist-http]

  --url           адрес сервера; пароль берётся из переменной COUCHDB_PASSWORD (или из самого адреса)
  --departments   файл JSON: {"departments":[{"id":"roads"}],"people":[{"name":"ivanova","roles":["operator"]},{"name":"petrov","department":"roads"}]}
  --ca            сертификат удостоверяющего центра администрации (PEM)
  --self          как сервер обращается сам к себе; обычно http://127.0.0.1:5984
  --offer-again   предложить заново всё, что было отвергнуто при пересылке между базами
  --insist-http   разрешить http:// не на этом компьютере: пароль пойдёт по сети открыто`

/** A random password that can be read out and typed: 24 characters of the URL alphabet. */
export const newPassword = (): string => randomBytes(18).toString('base64url')

/** Returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const read = readPlan(args)
  if (typeof read === 'string') {
    console.error(`${read}\n\n${usage}`)
    return 2
  }
  const opened = openLink(read.target)
  const done = await provision(opened.link, read.plan, newPassword)
  opened.close()
  if (!done.ok) {
    console.error(sayProvisionFailure(done.error))
    return 1
  }
  for (const change of done.value.changes) console.log(sayChange(change))
  if (done.value.changes.length === 0) console.log('Сервер уже настроен, менять нечего.')
  if (done.value.passwords.length > 0) console.log('\nНовые пароли показаны один раз, раздайте их людям:')
  for (const { name, password } of done.value.passwords) console.log(`  ${name}  ${password}`)
  return 0
}

interface Read {
  readonly target: Parameters<typeof openLink>[0]
  readonly plan: ProvisionPlan
}

/** The sentence of what is wrong, or what to do. */
function readPlan(args: readonly string[]): Read | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' }, user: { type: 'string' }, departments: { type: 'string' }, ca: { type: 'string' }, self: { type: 'string' },
      prefix: { type: 'string', default: '' }, 'offer-again': { type: 'boolean', default: false }, 'insist-http': { type: 'boolean', default: false },
    },
  })
  if (values.url === undefined || values.departments === undefined) return 'Нужны --url и --departments.'
  if (!URL.canParse(values.url)) return 'Адрес сервера записан неверно.'
  const url = new URL(values.url)
  const [user, password] = [values.user ?? decodeURIComponent(url.username), process.env['COUCHDB_PASSWORD'] ?? decodeURIComponent(url.password)]
  if (user === '' || password === '') return 'Нужны имя администратора (--user) и пароль (COUCHDB_PASSWORD).'
  url.username = ''
  url.password = ''
  const address = readServerAddress(url.href, values['insist-http'])
  if (!address.ok) return address.error === 'insecure' ? sayLinkFailure('insecure') : 'Адрес сервера записан неверно.'
  const at = topology(values.prefix)
  if (!at.ok) return 'Приставка имён записана неверно.'
  const file = planFileSchema.safeParse(readJson(values.departments))
  if (!file.success) return `Файл ${values.departments} не подходит: ${file.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`
  return {
    target: { address: address.value, credentials: { user, password }, ...(values.ca === undefined ? {} : { ca: readFileSync(values.ca, 'utf8') }) },
    plan: {
      at: at.value,
      departments: file.data.departments.map(({ id }) => id),
      people: peopleOf(file.data),
      self: (values.self ?? (url.protocol === 'http:' ? address.value.url : 'http://127.0.0.1:5984')).replace(/\/+$/, ''),
      jobs: '_replicator',
      ...(values['offer-again'] ? { offerAgain: randomBytes(6).toString('hex') } : {}),
    },
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (failure) {
    // Told with the plan's own refusal: "not an object".
    if (failure instanceof SyntaxError) return null
    throw failure
  }
}
