/** Where a source puts what it has. */
export interface Sink<T> {
  next(value: T): void
  error(cause: unknown): void
  complete(): void
}

/**
 * What a source pushes, to be pulled. `start` begins it and gives what ends it; it begins when the first value is asked for. Values wait until they are taken.
 */
export function pushed<T>(start: (sink: Sink<T>) => () => void): AsyncIterableIterator<T, void, undefined> {
  const values: T[] = []
  let outcome: { readonly error?: unknown } | null = null
  let wake: () => void = () => {}
  let stop: (() => void) | null = null

  const settle = (how: { readonly error?: unknown }) => {
    outcome ??= how
    wake()
  }
  const begin = () => {
    stop = () => {}
    const end = start({
      next(value) {
        if (outcome !== null) return
        values.push(value)
        wake()
      },
      error: (error) => settle({ error }),
      complete: () => settle({}),
    })
    stop = end
    // It may have been over before it had given what ends it.
    if (outcome !== null) end()
  }

  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      if (stop === null && outcome === null) begin()
      for (;;) {
        const value = values.shift()
        if (value !== undefined) return { done: false, value }
        if (outcome !== null) {
          const { error } = outcome
          outcome = {}
          if (error !== undefined) throw error
          return { done: true, value: undefined }
        }
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    async return() {
      values.length = 0
      outcome = {}
      stop?.()
      wake()
      return { done: true, value: undefined }
    },
  }
}
