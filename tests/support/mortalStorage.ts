import { writingThrough, type AnyStorage } from '../../renderer/data/watchedStorage'

/** Where the program dies: with its `at`-th write to disk, before it is stored or just after. Nothing is written any more. */
export interface Death {
  readonly at: number
  readonly stored: boolean
}

export interface Mortal {
  readonly wrap: (storage: AnyStorage) => AnyStorage
  readonly dead: boolean
  readonly writes: number
  /** Counting begins anew and death is appointed; without a death it lives. */
  appoint(death: Death | undefined): void
}

/** A disk that goes away under the program's hands, as when the process is killed or the disk is full. */
export function mortal(failure = new DOMException('the disk is gone', 'UnknownError')): Mortal {
  let writes = 0
  let dead = false
  let death: Death | undefined
  return {
    wrap: (storage) =>
      writingThrough(storage, (write) => async (rows, context) => {
        if (dead) throw failure
        writes++
        if (death === undefined || writes < death.at) return await write(rows, context)
        dead = true
        if (death.stored) await write(rows, context)
        throw failure
      }),
    get dead() {
      return dead
    },
    get writes() {
      return writes
    },
    appoint: (next) => {
      writes = 0
      dead = false
      death = next
    },
  }
}
