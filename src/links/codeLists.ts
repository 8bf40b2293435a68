import { type Call, type CodeListRead, type Connector, ConnectorError } from '../connectors/connector.ts'
import { readCodeList } from '../connectors/readCodeList.ts'
import type { Clock } from './clock.ts'

/** After a failure a list is not asked for again for so long, in milliseconds, while what it holds serves. */
const pauseMs = 30_000

/** Which lists are being read, and before when they are not to be read again: for all their readers together, whatever link these come by. */
const underWay = new WeakMap<CodeListRead, Promise<void>>()
const notBefore = new WeakMap<CodeListRead, number>()

/**
 * Sees to it that lists of codes are there before rows are read with them. One that was never read, or is too old to serve, is waited for; one that is due to be read again
 * serves meanwhile, and is read beside the call: one call more at the most, and none for a while after a failure. Throws `ConnectorError` when a list is not there and cannot be
 * read.
 */
export async function seeToCodeLists(lists: readonly CodeListRead[], connector: Connector, call: Call, clock: Clock): Promise<void> {
  for (const list of lists) {
    while (!serves(list, clock)) {
      const other = underWay.get(list)
      if (other === undefined) await read(list, connector, call, clock)
      // Somebody else's call may fail for reasons of its own, such as that they went away: then it is this one's turn.
      else await other.catch(() => {})
      if (call.signal.aborted) throw new ConnectorError('TIMEOUT', 'a list of codes was not read in time')
    }
    if (isDue(list, clock) && !underWay.has(list)) readBeside(list, connector, call, clock)
  }
}

function serves({ readAt, staleMs }: CodeListRead, clock: Clock): boolean {
  return readAt !== null && clock.epoch() >= readAt && clock.epoch() - readAt < staleMs
}

function isDue(list: CodeListRead, clock: Clock): boolean {
  const now = clock.epoch()
  return now - (list.readAt ?? 0) >= list.refreshMs && now >= (notBefore.get(list) ?? 0)
}

function read(list: CodeListRead, connector: Connector, call: Call, clock: Clock): Promise<void> {
  const reading = readCodeList(list, connector, call, clock.epoch()).finally(() => underWay.delete(list))
  underWay.set(list, reading)
  return reading
}

/** In as much time as the call has, whether or not that one goes on. */
function readBeside(list: CodeListRead, connector: Connector, { deadline, traceId }: Call, clock: Clock): void {
  const controller = new AbortController()
  const stop = clock.after(Math.max(1, deadline - clock.epoch()), () => controller.abort())
  read(list, connector, { signal: controller.signal, deadline, traceId }, clock)
    .catch(() => notBefore.set(list, clock.epoch() + pauseMs))
    .finally(stop)
}
