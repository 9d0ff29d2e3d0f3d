import { assertNever } from '../../shared/lib/assertNever'

/** `full` no room · `newer` the data were written by a later program · `closed` the store is shut · `failed` the disk said no. */
export type StorageTrouble = 'full' | 'newer' | 'closed' | 'failed'

/** Thrown by the stores when the disk does not take or give a document: nothing of the write in hand is stored. */
export class StorageFailure extends Error {
  constructor(
    readonly trouble: StorageTrouble,
    /** The technical name of what failed, for the log: never a person's words. */
    readonly technical: string,
    cause?: unknown,
  ) {
    super(`${trouble}: ${technical}`, { cause })
    this.name = 'StorageFailure'
  }
}

/** What to tell the person: what happened, that the text is kept, and what to do. */
export function storageAdvice(failure: StorageFailure): string {
  switch (failure.trouble) {
    case 'full':
      return 'На диске не осталось места, действие не записано. Введённый текст сохранён на экране: освободите место и повторите.'
    case 'newer':
      return 'Данные записаны более новой версией программы. Обновите программу; данные не тронуты.'
    case 'closed':
      return 'Хранилище закрыто, действие не записано. Перезапустите программу и повторите: введённый текст сохранён.'
    case 'failed':
      return `Диск не принял запись (${failure.technical}), действие не записано. Введённый текст сохранён: повторите; если не помогает, сделайте выгрузку и перезапустите программу.`
    default:
      return assertNever(failure.trouble)
  }
}
