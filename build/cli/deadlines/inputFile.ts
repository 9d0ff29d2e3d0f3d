import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A mistake in what was given, in words for the person who wrote it. */
export class InputError extends Error {}

/**
 * Reads a JSON file; `-` is the standard input. UTF-8 with or without a byte order mark, or UTF-16 as PowerShell writes it.
 * Throws an InputError in Russian that says which part failed.
 */
export function readJsonFile(file: string): unknown {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file === '-' ? 0 : path.resolve(typedIn(), file))
  } catch {
    throw new InputError(`файл «${file}» не читается`)
  }
  let text: string
  try {
    // The decoder takes the mark off.
    text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputError(`файл «${file}» не в UTF-8`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new InputError(`в файле «${file}» не JSON`)
  }
}

/** npm runs a script in the project's folder and tells where the person stood. */
const typedIn = (): string => (process.env['npm_lifecycle_event'] === 'deadlines' ? (process.env['INIT_CWD'] ?? '') : '')
