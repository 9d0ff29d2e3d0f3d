import { parseEvent } from '../../../shared/domain/journal/parse'
import { verify, type StoredEvent } from '../../../shared/domain/journal/seal'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { LongWork } from '../application'
import { profileSchema } from '../profile'
import { storageAdvice, StorageFailure } from '../storageFailure'
import type { ExportParts } from './export'
import { asideName, asideSchema, checksumsName, checksumsSchema, draftsName, draftsSchema, fileName, formatVersion, isEvents, isFile, manifestName, manifestSchema, officeName, sha256Of, type Manifest } from './format'
import { restoreOffice } from './restoreOffice'
import { looksLikeZip, readZip, type ZipEntry } from './zipReading'

export type RestoreParts = ExportParts

export interface Restored {
  readonly added: number
  readonly present: number
  readonly refused: readonly string[]
}

const foreign = 'Это не выгрузка «Отклика»: выберите файл, сделанный командой «Выгрузить всё».'
const damaged = 'Файл выгрузки повреждён: из него ничего не удалось прочитать. Возьмите другую копию.'
const newer = 'Выгрузка сделана более новой версией программы. Обновите программу и повторите.'
const appendSize = 500

/** Takes an export into this profile: what is here already stays, what is missing is added, what is broken is named. */
export async function restoreEverything(parts: RestoreParts, bytes: Uint8Array, work: LongWork = {}): Promise<Result<Restored, string>> {
  if (!looksLikeZip(bytes)) return err(foreign)
  const zip = readZip(bytes)
  const restoring = new Restoring(parts, new Map(zip.entries.map((entry) => [entry.name, entry])), work)
  try {
    return await restoring.run(zip.whole)
  } catch (failure) {
    if (failure instanceof StorageFailure) return err(`${storageAdvice(failure)} Взято событий: ${restoring.added}; повторное восстановление продолжит с этого места.`)
    throw failure
  }
}

class Restoring {
  added = 0
  private present = 0
  private readonly refused: string[] = []
  private sums: Readonly<Record<string, string>> = {}

  constructor(
    private readonly parts: RestoreParts,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
    private readonly work: LongWork,
  ) {}

  async run(whole: boolean): Promise<Result<Restored, string>> {
    const manifest = this.manifest()
    if (!manifest.ok) return manifest
    const sums = this.json(checksumsName, checksumsSchema)
    if (!whole || sums === undefined) this.refused.push('Файл обрезан: взято то, что в нём сохранилось.')
    this.sums = sums?.entries ?? {}
    for (const sha256 of sums?.missingFiles ?? []) this.refused.push(`Вложение ${sha256.slice(0, 12)}… отсутствовало уже при выгрузке.`)
    await this.office()
    await this.files()
    await this.events(manifest.value)
    await this.drafts()
    // The choice last: it ends the first screen, and what is cut off before it is asked for there again.
    if (this.work.signal?.aborted !== true) await this.profile(manifest.value)
    const aside = this.json(asideName, asideSchema)
    if (aside !== undefined && aside.length > 0) this.refused.push(`Документов, которые не читались уже при выгрузке: ${aside.length}.`)
    const seen = this.added + this.present
    if (seen < manifest.value.events) this.refused.push(`Событий в выгрузке было ${manifest.value.events}, прочитано ${seen}.`)
    return ok({ added: this.added, present: this.present, refused: this.refused })
  }

  private manifest(): Result<Manifest, string> {
    const entry = this.entries.get(manifestName)
    if (entry === undefined) return err(this.entries.size === 0 ? damaged : foreign)
    const raw = jsonOf(contentOf(entry))
    const version = typeof raw === 'object' && raw !== null && 'version' in raw ? raw.version : undefined
    // A later format may have another manifest: the version is asked first.
    if (typeof version === 'number' && version > formatVersion) return err(newer)
    const parsed = manifestSchema.safeParse(raw)
    return parsed.success ? ok(parsed.data) : err(raw === undefined ? damaged : foreign)
  }

  /** The entry's bytes when they are what was packed; a damaged one is named once. */
  private async checked(name: string): Promise<{ readonly bytes: Uint8Array; readonly true: boolean } | undefined> {
    const entry = this.entries.get(name)
    if (entry === undefined) {
      if (name in this.sums) this.refused.push(`${name}: в файле нет этой части.`)
      return undefined
    }
    const bytes = contentOf(entry)
    if (bytes === undefined) {
      this.refused.push(`${name}: часть не распаковывается.`)
      return undefined
    }
    const sum = this.sums[name]
    return { bytes, true: sum === undefined || sum === (await sha256Of(bytes)) }
  }

  private json<T>(name: string, schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } }): T | undefined {
    const entry = this.entries.get(name)
    const parsed = schema.safeParse(entry === undefined ? undefined : jsonOf(contentOf(entry)))
    return parsed.success ? parsed.data : undefined
  }

  private async office(): Promise<void> {
    const entry = await this.checked(officeName)
    if (entry === undefined) return
    if (!entry.true) this.refused.push('Настройки управления: часть повреждена, не взяты.')
    else this.refused.push(...(await restoreOffice(this.parts.office, jsonOf(entry.bytes), this.parts.profile.current.get().mode === 'undecided')))
  }

  /** A fresh program goes on as what was exported; its device is its own, so that the chains of two computers never meet. */
  private async profile(manifest: Manifest): Promise<void> {
    if (this.parts.profile.current.get().mode !== 'undecided') return
    const actor = profileSchema.shape.actor.safeParse(manifest.actor)
    await this.parts.profile.save({ mode: manifest.mode === 'training' ? 'training' : 'alone', ...(actor.success ? { actor: actor.data } : {}) })
  }

  private async files(): Promise<void> {
    const names = new Set([...this.entries.keys(), ...Object.keys(this.sums)].filter(isFile))
    for (const name of names) {
      const entry = await this.checked(name)
      if (entry === undefined) continue
      if (fileName(await sha256Of(entry.bytes)) !== name) {
        this.refused.push(`${name}: вложение повреждено.`)
        continue
      }
      const stored = await this.parts.files.put(name.slice('files/'.length), entry.bytes)
      if (!stored.ok) this.refused.push(`${name}: ${stored.error}`)
    }
  }

  private async events(manifest: Manifest): Promise<void> {
    const names = [...new Set([...this.entries.keys(), ...Object.keys(this.sums)])].filter(isEvents).sort()
    for (const name of names) {
      const entry = await this.checked(name)
      if (entry === undefined) continue
      // Each event proves itself by its own hash: of a damaged part the true ones are taken.
      const events = this.eventsIn(name, new TextDecoder().decode(entry.bytes))
      for (let from = 0; from < events.length; from += appendSize) {
        if (this.work.signal?.aborted === true) {
          this.refused.push('Прервано: остальное не взято. Повторное восстановление продолжит с этого места.')
          return
        }
        const piece = events.slice(from, from + appendSize)
        const { added } = await this.parts.journal.append(piece)
        this.added += added
        this.present += piece.length - added
        this.work.onProgress?.({ done: this.added + this.present, total: manifest.events })
      }
    }
  }

  private eventsIn(name: string, text: string): readonly StoredEvent[] {
    const events: StoredEvent[] = []
    for (const [index, line] of text.split('\n').entries()) {
      if (line === '') continue
      const document = jsonOf(line)
      const fault = document === undefined ? 'не читается' : !parseEvent(document).ok ? 'не событие' : !verify(document as StoredEvent).ok ? 'изменено после записи' : undefined
      if (fault === undefined) events.push(document as StoredEvent)
      else this.refused.push(`${name}, строка ${index + 1}: ${fault}.`)
    }
    return events
  }

  private async drafts(): Promise<void> {
    const entry = await this.checked(draftsName)
    if (entry === undefined) return
    const parsed = draftsSchema.safeParse(jsonOf(entry.bytes))
    if (!entry.true || !parsed.success) {
      this.refused.push('Черновики: часть повреждена, не взяты.')
      return
    }
    for (const { key, text } of parsed.data) {
      const here = await this.parts.drafts.load(key)
      if (here === undefined) await this.saved(key, text)
      else if (here !== text) this.refused.push(`Черновик «${key.slice(0, 40)}» здесь другой: оставлен здешний.`)
    }
  }

  private async saved(key: string, text: string): Promise<void> {
    const written = this.parts.drafts.save(key, text)
    await this.parts.drafts.flush()
    await written
  }
}

function contentOf(entry: ZipEntry): Uint8Array | undefined {
  try {
    return entry.read()
  } catch (failure) {
    // The unpacker tells damage by exceptions only: its own, and those of reading past the end.
    if (failure instanceof Error) return undefined
    throw failure
  }
}

function jsonOf(content: Uint8Array | string | undefined): unknown {
  if (content === undefined) return undefined
  try {
    return JSON.parse(typeof content === 'string' ? content : new TextDecoder().decode(content))
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined
    throw failure
  }
}
