import { describe, expect, it } from 'vitest'
import { ensureNode } from '../../../build/setup.mjs'
import { openDisplay } from '../../../build/setup/display.mjs'
import { missingInLdd } from '../../../build/setup/systemLibraries.mjs'
import { choose } from '../../../build/testing/choose.mjs'
import { countPlaywright, countVitest } from '../../../build/testing/counts.mjs'

describe('the count of tests', () => {
  const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((test) => ({ status: test })) })

  it('adds up what passed and failed', () => {
    expect(countVitest({ testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] })).toEqual({ passed: 3, failed: 1 })
  })

  it('counts a skipped test as failed', () => {
    expect(countVitest({ testResults: [file('passed', 'passed', 'skipped', 'pending', 'todo')] })).toEqual({ passed: 1, failed: 3 })
  })

  it('counts a file that broke before its first test', () => {
    expect(countVitest({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1 })
  })

  it('of Playwright takes flaky and skipped as failed, and errors outside tests', () => {
    expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] })).toEqual({ passed: 5, failed: 4 })
  })
})

describe('the choice of steps', () => {
  const steps = [{ name: 'types' }, { name: 'unit' }, { name: 'e2e' }]

  it('is everything when nothing is said', () => expect(choose([], steps)).toEqual({ steps, filters: [] }))
  it('keeps the order of the steps', () => expect(choose(['--only', 'e2e,types'], steps).steps.map(({ name }) => name)).toEqual(['types', 'e2e']))
  it('takes parts of paths', () => expect(choose(['--only', 'unit', 'build'], steps)).toEqual({ steps: [{ name: 'unit' }], filters: ['build'] }))
  it('does not guess', () => {
    expect(() => choose(['--only', 'nothing'], steps)).toThrow('not understood')
    expect(() => choose(['--oly', 'unit'], steps)).toThrow('not understood')
  })
})

describe('the machine', () => {
  it('lacks what ldd does not find, each once', () => {
    const output = '\tlinux-vdso.so.1 (0x0)\n\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibgtk-3.so.0 => not found\n'
    expect(missingInLdd(output)).toEqual(['libgtk-3.so.0'])
  })

  it('with a display is not given another', async () => {
    expect(await openDisplay({ DISPLAY: ':7' })).toMatchObject({ env: {}, virtual: false })
    expect(await openDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toMatchObject({ env: {}, virtual: false })
  })

  it('with an old Node is told so', () => {
    expect(() => ensureNode('20.18.3')).toThrow('too old')
    expect(() => ensureNode('18.20.0')).toThrow('too old')
    expect(() => ensureNode('20.19.0')).not.toThrow()
    expect(() => ensureNode('24.1.0')).not.toThrow()
  })
})
