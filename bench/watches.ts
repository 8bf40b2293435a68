import type { Predicate } from '../src/model/predicate.ts'
import type { Store } from '../src/store/store.ts'
import { VirtualClock } from '../test/support/links/virtualClock.ts'
import { capturedChange } from '../test/support/watches/capturedChange.ts'
import { guardedBureau, notice } from '../test/support/watches/guardedNotices.ts'
import { putWatches } from '../test/support/watches/manyWatches.ts'
import { watchingHub } from '../test/support/watches/watchingHub.ts'

/**
 * How many changes a second pass the matcher with 10,000 watches of 200 officers in three classes, over a bureau in memory whose rules are real:
 * `node bench/watches.ts [changes] [watches]`. One change in ten satisfies one watch; the others satisfy none.
 */
const [changes = 3000, watches = 10_000] = process.argv.slice(2).map(Number)
const secret = new Uint8Array(32).fill(3)
const is = (field: string, value: string): Predicate => ({ kind: 'compare', field, op: 'eq', value })
const where = (n: number): Predicate => ({ kind: 'and', terms: [is('kind', 'RED'), is('number', `2026/${n}`)] })
const clock = new VirtualClock()
const prepare = (store: Store) => putWatches(store.watches, secret, watches, { type: 'Notice', where, createdAt: clock.epoch() })

const bureau = guardedBureau()
const opening = performance.now()
await using hub = await watchingHub([bureau], { prepare, clock })
await hub.settled()
const openedMs = performance.now() - opening

const moved = Array.from({ length: changes }, (_, i) =>
  capturedChange(bureau, 'Notice', `n${i}`, notice(i % 10 === 0 ? `2026/${(i * 7) % watches}` : 'none'), String(i)),
)
const decidedBefore = hub.hub.watchDesk?.work.decided ?? 0
const began = performance.now()
const cpu = process.cpuUsage()
await hub.log.append(moved)
const appendedMs = performance.now() - began
await hub.settled()
const ms = performance.now() - began - appendedMs
const { user, system } = process.cpuUsage(cpu)
const decided = (hub.hub.watchDesk?.work.decided ?? 0) - decidedBefore
console.log(
  `${watches} watches, opened in ${openedMs.toFixed(0)} ms; ${changes} changes in ${ms.toFixed(0)} ms: ${((changes / ms) * 1000).toFixed(0)} changes/s, ` +
    `${((user + system) / changes).toFixed(0)} us of CPU each; ${decided} filters evaluated`,
)
process.exit(0)
