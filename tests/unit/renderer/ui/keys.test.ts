import { describe, expect, it, vi } from 'vitest'
import { ariaShortcut, chordName, matches, type Press } from '../../../../renderer/ui/keys/chord'
import { nowhere } from '../../../../renderer/ui/keys/focus'
import { KeyRegistry } from '../../../../renderer/ui/keys/keyRegistry'

const press = (code: string, more: Partial<Press> = {}): Press => ({ code, key: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more })

describe('a chord', () => {
  it('is the physical key: the Russian layout does not matter', () => {
    expect(matches({ code: 'KeyF' }, press('KeyF', { key: 'а' }))).toBe(true)
    expect(matches({ code: 'KeyF' }, press('KeyA', { key: 'f' }))).toBe(false)
  })
  it('counts modifiers exactly', () => {
    expect(matches({ code: 'KeyG' }, press('KeyG', { shiftKey: true }))).toBe(false)
    expect(matches({ code: 'KeyG', shift: true }, press('KeyG', { shiftKey: true }))).toBe(true)
    expect(matches({ code: 'KeyF' }, press('KeyF', { ctrlKey: true }))).toBe(false)
  })
  it('takes a sign wherever the layout puts it', () => {
    const help = { code: 'Slash', shift: true, typed: '?' }
    expect(matches(help, press('Digit7', { key: '?', shiftKey: true }))).toBe(true)
    expect(matches(help, press('Slash', { key: ',', shiftKey: true }))).toBe(true)
  })
  it('is named for people and for screen readers', () => {
    expect(chordName({ code: 'Enter', ctrl: true })).toBe('Ctrl+Enter')
    expect(chordName({ code: 'Slash', shift: true, typed: '?' })).toBe('?')
    expect(ariaShortcut({ code: 'Digit1', alt: true })).toBe('Alt+1')
  })
})

describe('the registry', () => {
  const setUp = () => {
    const registry = new KeyRegistry()
    const run = vi.fn()
    registry.register(Symbol('screen'), { title: 'Список', layer: 0, shortcuts: [{ chord: { code: 'KeyJ' }, label: 'дальше', run }] })
    return { registry, run }
  }

  it('runs what the press means and tells whether it meant anything', () => {
    const { registry, run } = setUp()
    expect(registry.handle(press('KeyJ'), nowhere)).toBe(true)
    expect(registry.handle(press('KeyQ'), nowhere)).toBe(false)
    expect(run).toHaveBeenCalledOnce()
  })
  it('takes «?» for itself, not for «/» on the same key, whatever order they came in and whether Shift is told or not', () => {
    const registry = new KeyRegistry()
    const help = vi.fn()
    const search = vi.fn()
    registry.register(Symbol('help'), { title: 'Везде', layer: 'any', shortcuts: [{ chord: { code: 'Slash', shift: true, typed: '?' }, label: 'справка', run: help }] })
    registry.register(Symbol('list'), { title: 'Список', layer: 0, shortcuts: [{ chord: { code: 'Slash', typed: '/' }, label: 'искать', run: search }] })
    registry.handle(press('Slash', { key: '?' }), nowhere)
    registry.handle(press('Slash', { key: '?', shiftKey: true }), nowhere)
    expect([help.mock.calls.length, search.mock.calls.length]).toEqual([2, 0])
    registry.handle(press('Slash', { key: '/' }), nowhere)
    expect(search).toHaveBeenCalledOnce()
  })
  it('is silent below an open dialog and speaks again when it is gone', () => {
    const { registry, run } = setUp()
    const close = registry.openLayer(Symbol('dialog'), 1)
    expect(registry.handle(press('KeyJ'), nowhere)).toBe(false)
    close()
    expect(registry.handle(press('KeyJ'), nowhere)).toBe(true)
    expect(run).toHaveBeenCalledOnce()
  })
  it('leaves letters to a field, but for what works while typing', () => {
    const { registry, run } = setUp()
    const send = vi.fn()
    registry.register(Symbol('form'), { title: '', layer: 0, shortcuts: [{ chord: { code: 'Enter', ctrl: true }, label: '', run: send, whileTyping: true }] })
    const field = { typing: true, moves: false }
    expect(registry.handle(press('KeyJ'), field)).toBe(false)
    expect(registry.handle(press('Enter', { ctrlKey: true }), field)).toBe(true)
    expect(run).not.toHaveBeenCalled()
    expect(send).toHaveBeenCalledOnce()
  })
  it('leaves Enter and the arrows to the button that has the focus, and letters not', () => {
    const registry = new KeyRegistry()
    const run = vi.fn()
    registry.register(Symbol('a'), { title: '', layer: 0, shortcuts: [{ chord: { code: 'KeyJ' }, also: [{ code: 'ArrowDown' }], label: '', run }] })
    const button = { typing: false, moves: true }
    expect(registry.handle(press('ArrowDown'), button)).toBe(false)
    expect(registry.handle(press('KeyJ'), button)).toBe(true)
  })
  it('passes by what is disabled', () => {
    const registry = new KeyRegistry()
    registry.register(Symbol('a'), { title: '', layer: 0, shortcuts: [{ chord: { code: 'KeyP' }, label: '', run: vi.fn(), disabled: true }] })
    expect(registry.handle(press('KeyP'), nowhere)).toBe(false)
  })
  it('lets the innermost place decide', () => {
    const { registry, run } = setUp()
    const inner = vi.fn()
    registry.register(Symbol('pane'), { title: '', layer: 0, shortcuts: [{ chord: { code: 'KeyJ' }, label: '', run: inner }] })
    registry.handle(press('KeyJ'), nowhere)
    expect(inner).toHaveBeenCalledOnce()
    expect(run).not.toHaveBeenCalled()
  })
})
