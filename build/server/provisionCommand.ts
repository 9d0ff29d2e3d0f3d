import { randomBytes } from 'node:crypto'
import { openLink } from '../../electron/sync/serverLink'
import type { ServerLink } from '../../shared/server/link'
import { lookAtServer } from '../../shared/server/provision/look'
import { provision } from '../../shared/server/provision/provision'
import { rehearse } from '../../shared/server/provision/rehearse'
import { sayChange, sayProvisionFailure } from '../../shared/server/words'
import { readProvisionArguments, type ProvisionArguments } from './provisionArguments'

const usage = `Настройка сервера CouchDB для «Отклика»: базы, права, правила записи, пересылка, люди. Повторный запуск ничего не меняет;
структуры, для которых сервер уже настроен, остаются.

npm run provision -- --url https://сервер:6984 --user admin --departments ФАЙЛ [параметры]

  --url           адрес сервера; пароль берётся из переменной COUCHDB_PASSWORD (или из самого адреса)
  --user          администратор сервера, из раздела [admins] его настроек
  --departments   файл JSON: {"departments":[{"id":"roads"}],"people":[{"name":"ivanova","roles":["operator"]},{"name":"petrov","department":"roads"}]}
                  роли: operator, supervisor, administrator; без "password" пароль придумывается и показывается один раз
  --check         только показать, что изменилось бы
  --ca            сертификат удостоверяющего центра администрации (PEM)
  --self          как сервер обращается сам к себе; обычно http://127.0.0.1:5984
  --offer-again   предложить заново всё, что было отвергнуто при пересылке между базами
  --insist-http   разрешить http:// не на этом компьютере: пароль пойдёт по сети открыто
  --prefix        начало имён всех баз, ролей и людей, если на сервере несколько установок`

/** A random password that can be read out and typed: 24 characters of the URL alphabet. */
export const newPassword = (): string => randomBytes(18).toString('base64url')

/** Returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const read = readProvisionArguments(args)
  if (read === null) {
    console.log(usage)
    return 0
  }
  if (typeof read === 'string') {
    console.error(`${read}\n\nВсе параметры: --help`)
    return 2
  }
  const opened = openLink(read.target)
  try {
    return await carryOut(opened.link, read)
  } finally {
    opened.close()
  }
}

async function carryOut(link: ServerLink, { wanted, people, offerAgain, check }: ProvisionArguments): Promise<number> {
  const look = await lookAtServer(link, wanted)
  if (!look.ok) return refuse(sayProvisionFailure(look.error))
  const plan = { ...look.value.plan, people, ...(offerAgain === undefined ? {} : { offerAgain }) }
  if (check) {
    const rehearsed = await rehearse(link, plan)
    if (!rehearsed.ok) return refuse(sayProvisionFailure(rehearsed.error))
    console.log(rehearsed.value.changes.length === 0 ? 'Сервер настроен, менять нечего.' : 'Было бы сделано:')
    for (const change of rehearsed.value.changes) console.log(`  ${sayChange(change)}`)
    return 0
  }
  const done = await provision(link, plan, newPassword)
  if (!done.ok) return refuse(sayProvisionFailure(done.error))
  for (const change of done.value.changes) console.log(sayChange(change))
  if (done.value.changes.length === 0) console.log('Сервер уже настроен, менять нечего.')
  if (done.value.passwords.length > 0) console.log('\nНовые пароли показаны один раз, раздайте их людям:')
  for (const { name, password } of done.value.passwords) console.log(`  ${name}  ${password}`)
  return 0
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}
