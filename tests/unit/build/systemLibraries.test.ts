import { describe, expect, it } from 'vitest'
import { installLine } from '../../../build/setup/systemLibraries.mjs'

describe('the system’s libraries', () => {
  it('are installed after whoever holds apt’s lock, not instead of it', () => {
    expect(installLine(new Set(['xvfb', 'libgtk-3-0']))).toBe('apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=600 xvfb libgtk-3-0')
  })
})
