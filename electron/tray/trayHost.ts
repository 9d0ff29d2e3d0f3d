import { execFile } from 'node:child_process'

const question = ['org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner'] as const
const watcher = 'org.kde.StatusNotifierWatcher'

/** The programs that can ask the session bus, whichever the desktop has, and how each says yes. */
const askers: readonly { readonly program: string; readonly args: readonly string[]; readonly yes: RegExp }[] = [
  {
    program: 'dbus-send',
    args: ['--session', '--print-reply', '--reply-timeout=2000', `--dest=${question[0]}`, question[1], `${question[2]}.${question[3]}`, `string:${watcher}`],
    yes: /boolean true/,
  },
  { program: 'busctl', args: ['--user', 'call', question[0], question[1], question[2], question[3], 's', watcher], yes: /b true/ },
  {
    program: 'gdbus',
    args: ['call', '--session', '--dest', question[0], '--object-path', question[1], '--method', `${question[2]}.${question[3]}`, watcher],
    yes: /\(true,\)/,
  },
]

type Run = (program: string, args: readonly string[]) => Promise<{ readonly started: boolean; readonly output: string }>

const runProgram: Run = (program, args) =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: 3000, encoding: 'utf8' }, (failure, stdout) => {
      resolve({ started: !(failure !== null && failure.code === 'ENOENT'), output: stdout })
    })
  })

/** When the desktop is asked again, s after the time before: at log-in the program may be there sooner than the panel. */
const againAfter = [2, 3, 5, 10, 20, 40, 60, 120, 240]

/** Calls back once when the desktop has come to have a tray; asks for some minutes. */
export async function whenTrayComes(platform: NodeJS.Platform, come: () => void, wait: (s: number) => Promise<void> = pass, run: Run = runProgram): Promise<void> {
  for (const seconds of againAfter) {
    await wait(seconds)
    if (await hasTray(platform, run)) {
      come()
      return
    }
  }
}

const pass = (s: number) => new Promise<void>((resolve) => void setTimeout(resolve, s * 1000))

/**
 * Whether the desktop has a tray to hide in. Windows and macOS always do; on Linux a status notifier host must be there, and
 * Electron does not say. When nobody can tell, the answer is no: a minimised window can be found, a hidden one could not.
 */
export async function hasTray(platform: NodeJS.Platform, run: Run = runProgram): Promise<boolean> {
  if (platform !== 'linux') return true
  for (const { program, args, yes } of askers) {
    const asked = await run(program, args)
    if (asked.started) return yes.test(asked.output)
  }
  return false
}
