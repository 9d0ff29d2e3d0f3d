import { describe, expect, it } from 'vitest'
import { changing } from '../../../renderer/application/observable'
import { DistrictServer, type ServerParts } from '../../../renderer/application/server/districtServer'
import { offStatus } from '../../../renderer/application/server/status'
import { err, ok, type Result } from '../../../shared/lib/result'

/** Leaves with a password that is forgotten or not, and an erasure that ends or not; notes what was done. */
function leaving(trouble: string | null, erased: Result<undefined, string>) {
  const done: string[] = []
  const note = <T>(name: string, value: T) => () => {
    done.push(name)
    return Promise.resolve(value)
  }
  const parts = {
    sync: { status: changing(offStatus), leave: note('left', trouble), waitForPassword: note('waits', undefined) },
    at: { prefix: '' },
    joined: { current: changing(null) },
    erase: note('erased', erased),
  } as unknown as ServerParts
  return { server: new DistrictServer(parts), done }
}

describe('SY67 leaving with everything erased', () => {
  it('ends where the password was forgotten and all went', async () => {
    const { server, done } = leaving(null, ok(undefined))
    expect(await server.leave('erase')).toEqual({ ok: true, value: undefined })
    expect(done).toEqual(['left', 'erased'])
  })

  it('is told of as not done, and can be repeated, when the password or a file stays', async () => {
    const password = leaving('пароль не удалён', ok(undefined))
    expect(await password.server.leave('erase')).toEqual(err('пароль не удалён'))
    expect(password.done).toEqual(['left', 'waits'])
    const file = leaving(null, err('файл занят'))
    expect(await file.server.leave('erase')).toEqual(err('файл занят'))
    expect(file.done).toEqual(['left', 'erased', 'waits'])
  })
})
