import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TickingClock } from '../../../../renderer/ui/clock/tickingClock'
import { instant } from '../../../../shared/domain/time'

const start = Date.parse('2026-11-24T10:00:58.400Z')

describe('the shared clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const make = () => new TickingClock({ now: () => instant(Date.now()) })

  it('wakes a listener of seconds each second and one of minutes each minute', () => {
    const clock = make()
    const seconds = vi.fn()
    const minutes = vi.fn()
    clock.subscribe('second', seconds)
    clock.subscribe('minute', minutes)
    vi.advanceTimersByTime(1_000)
    expect(seconds).toHaveBeenCalledTimes(1)
    expect(minutes).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1_000)
    expect(minutes).toHaveBeenCalledTimes(1)
    expect(clock.now('minute')).toBe(Date.parse('2026-11-24T10:01:00Z'))
  })
  it('gives the same value until it changes', () => {
    const clock = make()
    clock.subscribe('minute', () => undefined)
    const before = clock.now('minute')
    vi.advanceTimersByTime(900)
    expect(clock.now('minute')).toBe(before)
  })
  it('runs no timer when nobody listens', () => {
    const clock = make()
    const stop = clock.subscribe('second', () => undefined)
    expect(vi.getTimerCount()).toBe(1)
    stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
