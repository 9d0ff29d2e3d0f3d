import { describe, expect, it, vi } from 'vitest'
import type { FaultLog } from '../../../electron/ipc/register'
import { answer } from '../../../electron/ipc/register'
import type { Handlers } from '../../../electron/ipc/handlers'
import { callNames, calls } from '../../../shared/ipc/contract'
import { isOwnPage, startPage } from '../../../electron/windows/ownPage'

const settings = { ok: true as const, value: 'the answer' }
const handlers = (handle: (argument: unknown) => unknown = () => settings) => ({ 'external.open': handle, 'settings.get': handle }) as unknown as Handlers
const ask = (over: { url?: string; mainFrame?: boolean; argument?: unknown; handle?: (argument: unknown) => unknown } = {}) => {
  const log = vi.fn<FaultLog>()
  const asked = answer('external.open', over.url ?? startPage, over.mainFrame ?? true, 'argument' in over ? over.argument : { address: 'https://example.org' }, handlers(over.handle), log)
  return { asked, log }
}

describe('a call', () => {
  it('from the program’s own page with a proper argument is carried out', async () => {
    expect(await ask().asked).toEqual(settings)
  })

  it.each(['https://example.org/', 'app://other/index.html', 'file:///tmp/index.html', 'app:otklik', '', 'data:text/html,x', 'https://app://otklik/'])(
    'from %s is refused and noted',
    async (url) => {
      const handle = vi.fn()
      const { asked, log } = ask({ url, handle })
      expect(await asked).toMatchObject({ ok: false, error: { reason: 'foreignSender', message: expect.stringMatching(/^Запрос отклонён/) as string } })
      expect(handle).not.toHaveBeenCalled()
      expect(log).toHaveBeenCalledWith('ipc.foreignSender', 'external.open')
    },
  )

  it('from a frame inside the page is refused', async () => {
    expect(await ask({ mainFrame: false }).asked).toMatchObject({ ok: false, error: { reason: 'foreignSender' } })
  })

  it.each([[undefined], [null], [42], ['https://example.org'], [{}], [{ address: 1 }], [{ address: 'https://example.org', more: 1 }], [{ address: 'a'.repeat(4001) }]])(
    'with the argument %j is refused in Russian',
    async (argument) => {
      const handle = vi.fn()
      const { asked, log } = ask({ argument, handle })
      expect(await asked).toMatchObject({ ok: false, error: { reason: 'badArgument', message: expect.stringMatching(/^Запрос «external.open» отклонён: неверно задано/) as string } })
      expect(handle).not.toHaveBeenCalled()
      expect(log).toHaveBeenCalledWith('ipc.badArgument', 'external.open')
    },
  )

  it('does not repeat what was said in the refusal or the log', async () => {
    const { asked, log } = ask({ argument: { address: ['слова гражданина'] } })
    expect(JSON.stringify([await asked, log.mock.calls])).not.toContain('гражданина')
  })

  it('whose handler has a bug is answered, and the bug is noted', async () => {
    const bug = new TypeError('x is not a function')
    const { asked, log } = ask({
      handle: () => {
        throw bug
      },
    })
    expect(await asked).toMatchObject({ ok: false, error: { reason: 'fault' } })
    expect(log).toHaveBeenCalledWith('ipc.fault', 'external.open', bug)
  })
})

describe('the contract', () => {
  it.each(callNames)('%s refuses what it does not expect', (name) => {
    for (const junk of [42, 'text', [1], { unexpected: true }, () => undefined]) expect(calls[name].argument.safeParse(junk).success).toBe(false)
  })

  it('hands out no secret', () => {
    expect(callNames.filter((name) => name.startsWith('secrets.'))).toEqual(['secrets.available', 'secrets.set', 'secrets.has', 'secrets.delete'])
    expect(calls['secrets.has'].value.safeParse('the secret').success).toBe(false)
  })

  it('takes no free text into the log', () => {
    const line = calls['log.write'].argument
    expect(line.safeParse({ level: 'info', event: 'journal.repaired', numbers: { cases: 3 } }).success).toBe(true)
    expect(line.safeParse({ level: 'info', event: 'Иванов пишет' }).success).toBe(false)
    expect(line.safeParse({ level: 'info', event: 'x', text: 'Иванов' }).success).toBe(false)
    expect(line.safeParse({ level: 'info', event: 'x', numbers: { phone: '+7' } }).success).toBe(false)
  })
})

describe('the page’s own addresses', () => {
  it.each(['app://otklik/index.html', 'app://otklik/index.html#/case/1', 'app://otklik/'])('%s is one', (url) => expect(isOwnPage(url)).toBe(true))
  it.each(['app://otklik.evil/', 'app://evil@otklik.example/', 'apps://otklik/', 'javascript:alert(1)', 'blob:app://otklik/1'])('%s is none', (url) => expect(isOwnPage(url)).toBe(false))
})
