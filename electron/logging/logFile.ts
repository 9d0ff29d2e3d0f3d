import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { LogLine } from '../../shared/ipc/app'
import { systemCode } from '../files/systemFailure'

const largest = 2 * 1024 * 1024

/**
 * The places in the code that a stack names, without the error's message and without folders: a message may quote a citizen,
 * and a folder may name a person.
 */
export function placesIn(stack: string): string[] {
  const places: string[] = []
  for (const line of stack.split('\n')) {
    const found = /^\s*at (?:(.{1,120}?) \()?.*?([\w.-]+:\d+:\d+)\)?$/.exec(line)
    if (found === null) continue
    const named = found[1] !== undefined && /^[\w.$<>\s[\]]+$/.test(found[1]) ? `${found[1]} ` : ''
    places.push(`${named}${found[2]}`)
  }
  return places.slice(0, 30)
}

/**
 * The program's diary of work: codes, numbers and places in the code, never personal data. Two files of 2 MiB at most.
 * A disk that refuses the line must not stop the work: the line is then said on the console.
 */
export class LogFile {
  private readonly file: string

  constructor(
    folder: string,
    private readonly clock: () => number,
    private readonly tell: (line: string) => void,
  ) {
    this.file = path.join(folder, 'otklik.log')
  }

  get path(): string {
    return this.file
  }

  write(source: 'main' | 'window', line: LogLine): void {
    const entry = {
      at: new Date(this.clock()).toISOString(),
      source,
      level: line.level,
      event: line.event,
      ...(line.numbers === undefined ? {} : { numbers: line.numbers }),
      ...(line.error === undefined ? {} : { error: line.error.name.replace(/[^\w]/g, ''), places: placesIn(line.error.stack) }),
    }
    const text = `${JSON.stringify(entry)}\n`
    try {
      mkdirSync(path.dirname(this.file), { recursive: true })
      this.rotate()
      appendFileSync(this.file, text, { mode: 0o600 })
    } catch (failure) {
      const code = systemCode(failure)
      if (code === null) throw failure
      this.tell(`log file: ${code}; ${text}`)
    }
  }

  private rotate(): void {
    try {
      if (statSync(this.file).size > largest) renameSync(this.file, `${this.file}.1`)
    } catch (failure) {
      if (systemCode(failure) !== 'ENOENT') throw failure
    }
  }
}
