import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { prepareWindow, sandboxArguments } from './setup.mjs'
import { root } from './setup/paths.mjs'
import { runAsEntry, say } from './setup/say.mjs'

/** Chromium's complaints about a machine without a system bus or a graphics card: nothing to do about them, nothing lost. */
const chromiumNoise = /ERROR:(bus|object_proxy|viz_main_impl|gpu_process_host|command_buffer_proxy_impl)\.cc|ERROR:dbus/

// `npm start [-- --profile NAME]`: what follows `--` goes to the program.
await runAsEntry(async () => {
  const { runtime, display } = await prepareWindow({ tests: false })
  say('Opening Отклик; close it from the tray menu, or press Ctrl+C here')
  const forProgram = process.argv.slice(2).filter((argument, at) => !(at === 0 && argument === '--'))
  const program = spawn(runtime.executable, [...sandboxArguments(), root, ...forProgram], {
    stdio: ['inherit', 'inherit', 'pipe'],
    env: { ...process.env, ...display.env },
  })
  createInterface({ input: program.stderr }).on('line', (line) => {
    if (!chromiumNoise.test(line)) console.error(line)
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => void program.kill(signal))
  const code = await new Promise((resolve, reject) => {
    program.on('error', reject)
    program.on('exit', (exitCode) => resolve(exitCode ?? 1))
  })
  display.close()
  return code
})
