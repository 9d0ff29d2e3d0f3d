export interface Repeated {
  /** Asks for a run; asked while one is under way, it is run once more afterwards. */
  ask(): void
  /** Resolves when nothing is under way and nothing was asked for. */
  idle(): Promise<void>
}

/** Work behind the screens that is never done twice at once. Failures go to `onFailure`; the next asking tries again. */
export function onceAtATime(work: () => Promise<void>, onFailure: (failure: unknown) => void): Repeated {
  let running: Promise<void> | undefined
  let again = false
  const run = async (): Promise<void> => {
    do {
      again = false
      try {
        await work()
      } catch (failure) {
        onFailure(failure)
      }
    } while (again)
    running = undefined
  }
  return {
    ask: () => {
      if (running === undefined) running = run()
      else again = true
    },
    idle: async () => {
      await running
    },
  }
}
