import { StorageFailure } from '../application/storageFailure'

/** Names by which IndexedDB and Dexie tell that the disk, and not the program, is at fault. */
const diskErrors = ['QuotaExceededError', 'UnknownError', 'AbortError', 'TransactionInactiveError', 'DataCloneError', 'TimeoutError', 'NotFoundError', 'NotReadableError', 'OpenFailedError', 'InvalidStateError', 'DatabaseClosedError', 'PrematureCommitError', 'BulkError', 'ModifyError', 'NoSuchDatabaseError', 'MissingAPIError']
const closedErrors = ['DatabaseClosedError', 'InvalidStateError']
/** RxDB: a write to a collection that is closed. */
const closedCode = 'COL21'

const nameOf = (failure: unknown): string => (failure instanceof Error || failure instanceof DOMException ? failure.name : typeof failure)

/** Follows `inner` and `cause`: Dexie wraps the disk's own error. */
function namesOf(failure: unknown): string[] {
  const names: string[] = []
  let current: unknown = failure
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    names.push(nameOf(current))
    current = 'inner' in current && current.inner !== undefined ? current.inner : 'cause' in current ? current.cause : undefined
  }
  return names
}

/** The disk's refusals as StorageFailure; anything else is a bug and comes back as it was. */
export function asStorageFailure(failure: unknown): unknown {
  if (failure instanceof StorageFailure) return failure
  const names = namesOf(failure)
  const technical = names.join(' < ')
  if (names.includes('QuotaExceededError')) return new StorageFailure('full', technical, failure)
  if ((failure as { code?: unknown } | undefined)?.code === closedCode) return new StorageFailure('closed', closedCode, failure)
  if (names.some((name) => closedErrors.includes(name)) || /is closed/i.test(String((failure as Error | undefined)?.message))) return new StorageFailure('closed', technical, failure)
  if (names.some((name) => diskErrors.includes(name))) return new StorageFailure('failed', technical, failure)
  return failure
}

/** Runs `work` against the disk; its refusals come out as StorageFailure. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (failure) {
    throw asStorageFailure(failure)
  }
}
