import { inWords } from '../files/systemFailure'
import type { Handlers } from '../ipc/handlers'
import { done, refuse } from '../ipc/handlers'
import type { SecretStore } from './secretStore'

type SecretCalls = 'secrets.available' | 'secrets.set' | 'secrets.has' | 'secrets.delete'

export function secretHandlers(store: SecretStore): Pick<Handlers, SecretCalls> {
  return {
    'secrets.available': () => done(store.available),
    'secrets.set': async ({ name, value }) => {
      const kept = await store.set(name, value)
      if (kept.ok) return kept
      return kept.error === 'unavailable'
        ? refuse('unavailable', 'Системное хранилище паролей недоступно: пароль не сохранён, программа спросит его при следующем запуске')
        : refuse('cannotWrite', `Пароль не сохранён: ${inWords(kept.error.code)}`)
    },
    'secrets.has': ({ name }) => done(store.has(name)),
    'secrets.delete': async ({ name }) => {
      const deleted = await store.delete(name)
      return deleted.ok ? deleted : refuse('cannotWrite', `Пароль не удалён: ${inWords(deleted.error.code)}`)
    },
  }
}
