import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** A CouchDB-compatible server on loopback, in a process of its own, so that it can be killed like a real one. */
export interface TrialServer {
  /** Without credentials and without a slash at the end. */
  readonly url: string
  readonly adminPassword: string
  /** Kills it, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same port with what it had written. */
  start(): Promise<void>
}

export interface TrialOptions {
  /** Where it keeps its databases. */
  readonly folder: string
  /** 0 or absent = any free port, kept over restarts. */
  readonly port?: number
  readonly adminPassword: string
  /** The project's root: where pouchServer.mjs and its packages are. */
  readonly root: string
}

export async function startTrialServer(options: TrialOptions): Promise<TrialServer> {
  let port = options.port ?? 0
  let child: ChildProcess | null = null

  const start = async () => {
    const script = path.join(options.root, 'build', 'server', 'pouchServer.mjs')
    const started = spawn(process.execPath, [script, options.folder, String(port), options.adminPassword], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    child = started
    port = await listening(started)
  }
  const kill = async () => {
    const running = child
    child = null
    if (running === null || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()))
    running.kill('SIGKILL')
    await ended
  }
  await start()
  return { url: `http://127.0.0.1:${port}`, adminPassword: options.adminPassword, kill, start }
}

/** The port cannot be listened on; `code` is the system's, such as EADDRINUSE. */
export class PortRefused extends Error {
  constructor(readonly code: string) {
    super(`The trial server cannot listen: ${code}`)
  }
}

/** The port that the process says it listens on; rejects when it cannot, or ends without a word. */
function listening(child: ChildProcess): Promise<number> {
  const { stdout } = child
  if (stdout === null) throw new Error('The server was started without its output')
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`The trial server ended with code ${code}`)))
    createInterface({ input: stdout }).on('line', (line) => {
      const [, said, detail = ''] = /^(listening|failed) (\w+)$/.exec(line) ?? []
      if (said === 'listening') resolve(Number(detail))
      if (said === 'failed') reject(new PortRefused(detail))
    })
  })
}
