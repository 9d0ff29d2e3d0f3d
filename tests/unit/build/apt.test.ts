import { beforeEach, describe, expect, it, vi } from 'vitest'
import { available, installationFailed, updateLists } from '../../../build/setup/apt.mjs'

const held = 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 812 (apt-get)\nE: Unable to lock directory /var/lib/apt/lists/'
const said: string[] = []
beforeEach(() => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
})

/** A machine on which apt-get answers one thing after the other, the last for ever; its clock goes by what was waited. */
function machine(...answers: readonly { code: number; output: string }[]) {
  const runs: { command: string; args: readonly string[]; env: NodeJS.ProcessEnv | undefined }[] = []
  let clock = 0
  return {
    runs,
    waited: () => clock / 1000,
    runApt: (command: string, args: readonly string[], options?: { env?: NodeJS.ProcessEnv }) => {
      runs.push({ command, args, env: options?.env })
      return Promise.resolve(answers[Math.min(runs.length, answers.length) - 1]!)
    },
    now: () => clock,
    pause: (ms: number) => Promise.resolve((clock += ms)),
  }
}

describe('apt’s lists', () => {
  it('are waited for while another program holds them, and that is said', async () => {
    const system = machine({ code: 100, output: held }, { code: 100, output: held }, { code: 0, output: '' })
    expect(await updateLists(system)).toEqual({ ok: true, said: '' })
    expect(system.runs).toHaveLength(3)
    expect(system.waited()).toBe(10)
    expect(said).toEqual([expect.stringContaining('waiting for it, 0 s of at most 600')])
  })

  it('are not waited for longer than ten minutes, and a sign of life comes all the while', async () => {
    const system = machine({ code: 100, output: held })
    expect(await updateLists(system)).toEqual({ ok: false, said: held })
    expect(system.waited()).toBe(600)
    expect(said).toHaveLength(20)
  })

  it('that cannot be read for another reason are not asked for again', async () => {
    const system = machine({ code: 100, output: 'E: The repository does not have a Release file.\n' })
    expect(await updateLists(system)).toEqual({ ok: false, said: 'E: The repository does not have a Release file.' })
    expect(system.runs).toHaveLength(1)
    expect(said).toEqual([])
  })

  it('keep what apt complained of without failing, for the installation that may fail by it', async () => {
    const output = 'W: Failed to fetch http://mirror.invalid/dists/InRelease\n'
    const lists = await updateLists(machine({ code: 0, output }))
    expect(lists).toEqual({ ok: true, said: output.trim() })
    expect(installationFailed({ code: 100, output: 'E: Unable to locate package xvfb' }, lists)).toBe(
      'apt-get ended with code 100:\nE: Unable to locate package xvfb\nand before that apt-get update had said:\nW: Failed to fetch http://mirror.invalid/dists/InRelease',
    )
    expect(installationFailed({ code: 100, output: 'E: no space' }, { said: '' })).toBe('apt-get ended with code 100:\nE: no space')
  })

  it('are asked in no language but English, since the answers are read', async () => {
    const system = machine({ code: 0, output: '' })
    await updateLists(system)
    await available(['libgtk-3-0'], system.runApt)
    expect(system.runs.map(({ command, env }) => [command, env?.['LC_ALL'], env?.['LANGUAGE'], env?.['PATH']])).toEqual([
      ['apt-get', 'C', '', process.env['PATH']],
      ['apt-cache', 'C', '', process.env['PATH']],
    ])
  })

  it('tell which of a package’s names this system has', async () => {
    const none = { code: 0, output: 'libgtk-3-0t64:\n  Installed: (none)\n  Candidate: (none)\n' }
    const one = { code: 0, output: 'libgtk-3-0:\n  Installed: (none)\n  Candidate: 3.24.38-2\n' }
    expect(await available(['libgtk-3-0t64', 'libgtk-3-0'], machine(none, one).runApt)).toBe('libgtk-3-0')
    expect(await available(['libgtk-3-0t64', 'libgtk-3-0'], machine(one).runApt)).toBe('libgtk-3-0t64')
    expect(await available(['libgtk-3-0t64', 'libgtk-3-0'], machine({ code: 0, output: '' }).runApt)).toBe('libgtk-3-0')
  })
})
