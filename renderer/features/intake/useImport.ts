import { useCallback, useState } from 'react'
import type { IntakeReport, Network, Visibility } from '../../../shared/connectors/connector'
import type { OkTopic } from '../../../shared/connectors/link'
import { type ColumnMapping, suggestMapping } from '../../../shared/connectors/table/columns'
import type { TableContext } from '../../../shared/connectors/table/readTable'
import { StorageFailure, storageAdvice } from '../../application/storageFailure'
import { rejectionText } from '../../format/rejections'
import { intake as words } from '../../i18n/ru/intake'
import { useApplication, useOffice } from '../../ui/applicationContext'
import { useInstantFormat } from '../../ui/formatContext'
import { type RunningWork, useLongWork } from '../../ui/longWork'
import { importResult, type ImportResult } from './importResult'
import { type ImportSource, readSource, type SourceProblem, type TableChoices } from './importSource'

/** How a table is to be read: suggested, then corrected by the person. */
export interface TableReading {
  readonly sheet: number
  readonly columns: ColumnMapping
  /** From 0; -1 without headings. */
  readonly headerRow: number
  readonly defaultNetwork?: Network | undefined
  readonly defaultVisibility: Visibility
}

export type ImportStep =
  | { readonly at: 'choose'; readonly problem?: SourceProblem | 'unreadableFile'; readonly name?: string }
  | { readonly at: 'answer'; readonly source: ImportSource & { readonly kind: 'answer' }; readonly topic: OkTopic | undefined }
  | { readonly at: 'table'; readonly source: ImportSource & { readonly kind: 'table' }; readonly reading: TableReading; readonly choices: TableChoices }
  | { readonly at: 'done'; readonly name: string; readonly result: ImportResult; readonly stopped?: string }

export interface Import {
  readonly step: ImportStep
  readonly running: RunningWork | null
  cancel(): void
  open(file: File): Promise<void>
  /** Another encoding, delimiter, sheet or meaning of a column. */
  reread(choices: TableChoices): Promise<void>
  /** The topic that Odnoklassniki's comments stand under: the answer does not say it. */
  setTopic(topic: OkTopic | undefined): Promise<void>
  setReading(reading: TableReading): void
  contextOf(reading: TableReading, source: ImportSource & { readonly kind: 'table' }): TableContext
  take(report: IntakeReport, name: string): Promise<void>
  restart(): void
}

/** The suggestion to begin with: a person confirms it. */
export const readingOf = (source: ImportSource & { readonly kind: 'table' }, sheet: number): TableReading => ({
  sheet,
  defaultVisibility: 'public',
  ...suggestMapping(source.sheets[sheet]?.rows ?? []),
})


/** A file on its way into the journal: chosen, understood, confirmed, taken. */
export function useImport(): Import {
  const application = useApplication()
  const { zone, ownPages } = useOffice()
  const format = useInstantFormat()
  const work = useLongWork()
  const [step, setStep] = useState<ImportStep>({ at: 'choose' })
  const [opened, setOpened] = useState<{ readonly name: string; readonly bytes: Uint8Array } | null>(null)

  const read = useCallback(
    async (name: string, bytes: Uint8Array, choices: TableChoices, topic?: OkTopic) => {
      const source = await readSource(name, bytes, { now: application.clock.now(), ownPages, ...(topic === undefined ? {} : { okTopic: topic }) }, choices)
      if (!source.ok) setStep({ at: 'choose', problem: source.error, name })
      else if (source.value.kind === 'answer') setStep({ at: 'answer', source: source.value, topic })
      else setStep({ at: 'table', source: source.value, reading: readingOf(source.value, 0), choices })
    },
    [application, ownPages],
  )
  const open = useCallback(
    (file: File) =>
      work.run(words.file.reading, async () => {
        let bytes: Uint8Array
        try {
          bytes = new Uint8Array(await file.arrayBuffer())
        } catch (failure) {
          // A dropped folder, a file on a stick that was pulled out.
          if (!(failure instanceof DOMException)) throw failure
          setStep({ at: 'choose', problem: 'unreadableFile', name: file.name })
          return
        }
        setOpened({ name: file.name, bytes })
        await read(file.name, bytes, {})
      }),
    [read, work],
  )
  const take = useCallback(
    async (report: IntakeReport, name: string) => {
      try {
        const outcome = await work.run(words.file.storing, (control) => application.intake(report.taken, control))
        setStep({ at: 'done', name, result: importResult(report, outcome, (rejection) => rejectionText(rejection, application.directory.get(), format)) })
      } catch (failure) {
        if (!(failure instanceof StorageFailure)) throw failure
        const nothing = { added: [], alreadyThere: 0, edited: 0, deleted: 0, unknown: 0, rejected: [], cancelled: false }
        setStep({ at: 'done', name, result: importResult(report, nothing, () => ''), stopped: `${words.result.notStored} ${storageAdvice(failure)}` })
      }
    },
    [application, format, work],
  )
  return {
    step,
    running: work.running,
    cancel: work.cancel,
    open,
    take,
    reread: useCallback(async (choices: TableChoices) => opened !== null && void (await read(opened.name, opened.bytes, choices)), [opened, read]) as Import['reread'],
    setTopic: useCallback(async (topic: OkTopic | undefined) => opened !== null && void (await read(opened.name, opened.bytes, {}, topic)), [opened, read]) as Import['setTopic'],
    setReading: useCallback((reading: TableReading) => setStep((before) => (before.at === 'table' ? { ...before, reading } : before)), []),
    contextOf: useCallback(
      ({ columns, headerRow, defaultNetwork, defaultVisibility }: TableReading, { text }: ImportSource & { readonly kind: 'table' }): TableContext => ({
        now: application.clock.now(), ownPages, zone, columns, headerRow, defaultVisibility,
        ...(defaultNetwork === undefined ? {} : { defaultNetwork }),
        ...(text?.openQuoteAt === undefined ? {} : { openQuoteAt: text.openQuoteAt }),
      }),
      [application, ownPages, zone],
    ),
    restart: useCallback(() => {
      setOpened(null)
      setStep({ at: 'choose' })
    }, []),
  }
}


