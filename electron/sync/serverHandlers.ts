import type { Handlers } from '../ipc/handlers'
import { done, refuse } from '../ipc/handlers'
import type { SecretStore } from '../secrets/secretStore'
import { sayLinkFailure } from '../../shared/server/words'
import { fetchFile, sendFile, type FilesByHash } from './fileTransfer'
import { readServerAddress } from './serverAddress'
import { openLink, type OpenLink } from './serverLink'

type ServerCalls = 'server.open' | 'server.close' | 'server.request' | 'server.cancel' | 'server.sendFile' | 'server.fetchFile'

const addressTrouble = {
  malformed: 'Адрес сервера записан неверно. Пример: https://couchdb.район.рф:6984',
  credentials: 'В адресе есть имя или пароль. Введите их в отдельные поля.',
  insecure: sayLinkFailure('insecure'),
} as const
const noServer = 'Сервер не подключён'

/** The one server that the window may speak to: credentials stay here, and nothing goes anywhere else. */
export function serverHandlers(secrets: SecretStore, files: FilesByHash): Pick<Handlers, ServerCalls> {
  let current: { readonly opened: OpenLink; readonly secret: string; readonly password: string } | null = null
  /** Of a connection that is closed: asked once more to be forgotten. */
  let undeleted: string | undefined
  const underWay = new Map<string, AbortController>()
  const close = () => {
    for (const question of underWay.values()) question.abort()
    current?.opened.close()
    current = null
  }
  return {
    'server.open': async ({ address, user, password, remember, ca, insistHttp }) => {
      const read = readServerAddress(address, insistHttp)
      if (!read.ok) return refuse(read.error, addressTrouble[read.error])
      const secret = `server:${read.value.url}:${user}`
      // One that is not remembered is still good for as long as its connection is open: a test of it need not ask again.
      const known = password ?? secrets.get(secret) ?? (current?.secret === secret ? current.password : null)
      if (known === null) return refuse('noPassword', 'Введите пароль: на этом компьютере он не сохранён')
      close()
      current = { opened: openLink({ address: read.value, credentials: { user, password: known }, ...(ca === undefined ? {} : { ca }) }), secret, password: known }
      // Without the system's keyring the password lives until the program ends, and is asked for again.
      const remembered = password === undefined ? secrets.has(secret) : remember && (await secrets.set(secret, password)).ok
      return done({ remembered })
    },
    'server.close': async ({ forget }) => {
      const secret = current?.secret ?? undeleted
      close()
      if (!forget || secret === undefined) return done(undefined)
      const deleted = await secrets.delete(secret)
      undeleted = deleted.ok ? undefined : secret
      return deleted.ok ? done(undefined) : refuse('cannotWrite', 'Сохранённый пароль не удалось удалить с этого компьютера. Проверьте место на диске и права на папку данных и повторите.')
    },
    'server.request': async ({ id, method, path, body, deadline }) => {
      if (current === null) return refuse('notOpen', noServer)
      const question = new AbortController()
      underWay.set(id, question)
      const reply = await current.opened.raw({ method, path, ...(body === undefined ? {} : { body }), ...(deadline === undefined ? {} : { deadline }) }, question.signal)
      underWay.delete(id)
      return reply.ok ? done({ ...reply.value }) : refuse(reply.error, sayLinkFailure(reply.error))
    },
    'server.cancel': ({ id }) => {
      underWay.get(id)?.abort()
      return done(undefined)
    },
    'server.sendFile': async ({ department, ...file }) => {
      if (current === null) return refuse('notOpen', noServer)
      return done(await sendFile(current.opened.exchange, files, { ...file, ...(department === undefined ? {} : { department }) }))
    },
    'server.fetchFile': async ({ database, sha256 }) => (current === null ? refuse('notOpen', noServer) : done(await fetchFile(current.opened.exchange, files, database, sha256))),
  }
}
