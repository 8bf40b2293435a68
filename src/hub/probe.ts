import type { BureauSource } from '../records/bureauSource.ts'

/** Asks a bureau's system whether it is there, within its deadline and `mostMs`, so that the first question does not pay for the first connection. Never throws: gives whether it answered. */
export async function probe({ link, limits }: Pick<BureauSource, 'link' | 'limits'>, mostMs = Number.POSITIVE_INFINITY): Promise<boolean> {
  const { signal } = new AbortController()
  const deadline = Date.now() + Math.min(limits.deadlineMs, mostMs)
  return link.probe({ signal, deadline, traceId: '0'.repeat(32) }).then(
    () => true,
    () => false,
  )
}
