import { setImmediate as turn } from 'node:timers/promises'

/** Members handled before other work gets its turn. */
const atOnce = 4096

/** Sorts without holding the event loop up: parts are sorted, then merged, with a pause in between. */
export async function sortInTurns<T>(members: readonly T[], compare: (a: T, b: T) => number): Promise<T[]> {
  let runs: T[][] = []
  for (let start = 0; start < members.length; start += atOnce) {
    runs.push(members.slice(start, start + atOnce).sort(compare))
    await turn()
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let i = 0; i < runs.length; i += 2) merged.push(await mergeInTurns(runs[i] ?? [], runs[i + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

async function mergeInTurns<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Promise<T[]> {
  const result: T[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    // The first of equals stays the first.
    if (compare(a[i] as T, b[j] as T) <= 0) result.push(a[i++] as T)
    else result.push(b[j++] as T)
    if (result.length % atOnce === 0) await turn()
  }
  for (; i < a.length; i++) result.push(a[i] as T)
  for (; j < b.length; j++) result.push(b[j] as T)
  return result
}

/** Pauses now and then in a long loop: call it with the number of the round. Throws when `signal` is aborted. */
export async function pause(round: number, signal: AbortSignal): Promise<void> {
  if (round % atOnce !== atOnce - 1) return
  await turn()
  signal.throwIfAborted()
}
