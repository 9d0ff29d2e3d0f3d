import { describe, expect, it, vi } from 'vitest'
import type { DraftStore } from '../../../../renderer/application/ports'
import { DraftWriter, type DraftStatus } from '../../../../renderer/ui/draft/draftWriter'

const storeWith = (over: Partial<DraftStore>): DraftStore => ({
  load: async () => undefined,
  save: async () => undefined,
  discard: async () => undefined,
  flush: async () => undefined,
  keys: async () => [],
  ...over,
})

describe('a draft being written', () => {
  it('is told saved only when the latest letters are on the disk', async () => {
    const done: (() => void)[] = []
    const statuses: DraftStatus[] = []
    const writer = new DraftWriter(storeWith({ save: () => new Promise((resolve) => done.push(resolve)) }), 'k', (status) => statuses.push(status))
    const first = writer.write('а')
    const second = writer.write('аб')
    done[0]!()
    await first
    expect(statuses.at(-1)).toBe('saving')
    done[1]!()
    await second
    expect(statuses.at(-1)).toBe('saved')
  })
  it('tells of a disk that refuses, and of its recovery at the next letter', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const save = vi.fn().mockRejectedValueOnce(new Error('full')).mockResolvedValueOnce(undefined)
    const statuses: DraftStatus[] = []
    const writer = new DraftWriter(storeWith({ save }), 'k', (status) => statuses.push(status))
    await writer.write('а')
    expect(statuses.at(-1)).toBe('failed')
    await writer.write('аб')
    expect(statuses.at(-1)).toBe('saved')
    expect(complaint).toHaveBeenCalledWith('draft was not written', 'Error')
    complaint.mockRestore()
  })
  it('goes when its words were sent or taken back to nothing', async () => {
    const discard = vi.fn(async () => undefined)
    const writer = new DraftWriter(storeWith({ discard }), 'k', () => undefined)
    await writer.write('')
    await writer.discard()
    expect(discard).toHaveBeenCalledTimes(2)
  })
})
