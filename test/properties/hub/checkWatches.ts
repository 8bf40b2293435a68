import { setImmediate } from 'node:timers/promises'
import { Broadcast } from '../../../src/alerts/broadcast.ts'
import { InProcessFanout } from '../../../src/alerts/inProcessFanout.ts'
import { StoredChangeLog } from '../../../src/alerts/storedChangeLog.ts'
import type { Clock } from '../../../src/links/clock.ts'
import { Store } from '../../../src/store/store.ts'
import { memoryHub } from '../../support/memoryHub.ts'
import type { PairedCase } from '../cases.ts'
import { assertSame, type Comparison } from '../difference.ts'
import { satisfies } from '../reference/filter.ts'
import { type View, viewerFor } from '../reference/view.ts'
import { idOf } from '../world/ids.ts'
import { recordTypes } from '../world/recordTypes.ts'
import { agreement } from '../world/rules.ts'
import type { RecordCase } from '../world/world.ts'
import { after, change, type Step, stepsOf } from './checkAlerts.ts'
import { bureausOf, callerOf, policiesOf } from './hubWorld.ts'
import { noon } from './stillness.ts'

const secret = new Uint8Array(32).fill(3)
const still: Clock = { epoch: () => noon, elapsed: () => 0, after: () => () => {} }

const document = `query Told($cursor: Cursor) {
  watches { note matches complete }
  alerts(after: $cursor, filter: { kinds: [WATCH_MATCH] }) { endCursor nodes { late owner { code } recordType recordId watch { note } } }
}`

interface Told {
  readonly watches: readonly { readonly note: string; readonly matches: number; readonly complete: boolean }[]
  readonly alerts: {
    readonly endCursor: string
    readonly nodes: readonly { readonly recordId: string; readonly watch: { readonly note: string } }[]
  }
}

/**
 * Sets the questions of a case as watches over two empty worlds that stay alike to the caller, and takes both through the same steps. What is told must be the same to the byte in both, and be what
 * the view of after satisfies and the view of before did not.
 */
export async function checkWatches(
  paired: PairedCase,
  compare: ReadonlySet<Comparison>,
  onMatch: (count: number) => void = () => {},
): Promise<void> {
  const { setting, caller, records, secret: hidden, questions } = paired
  const steps = stepsOf(records)
  const told = await Promise.all(
    [records, hidden].map(async (held) => {
      const world = await openWorld(paired, held)
      const seen: Told[] = []
      for (const step of steps) seen.push(await world.take(step))
      await world.close()
      return seen
    }),
  )
  const [first = [], second = []] = told
  const withoutCursor = (seen: readonly Told[]) => seen.map(({ watches, alerts: { nodes } }) => JSON.stringify({ watches, nodes }))
  if (compare.has('answers')) assertSame('answers', withoutCursor(first), withoutCursor(second))
  if (!compare.has('definition')) return
  const viewOf = viewerFor(setting, caller)
  const found = (view: View) =>
    questions.map(({ type, where, match }) => {
      const matching = [...view.values()].filter(({ ref }) => ref.type === type).filter((one) => satisfies(where ?? {}, one, view, match))
      return new Set(matching.map(({ ref }) => idOf(ref)))
    })
  let now: readonly RecordCase[] = []
  for (const [at, step] of steps.entries()) {
    const next = after(now, step, records)
    const [was, is] = [found(viewOf(now)), found(viewOf(next))]
    now = next
    const news = is.flatMap((ids, i) => [...ids].filter((id) => was[i]?.has(id) === false).map((id) => `${i} ${id}`))
    const seen = first[at]
    const nodes = seen?.alerts.nodes.map(({ recordId, watch }) => `${watch.note} ${recordId}`) ?? []
    onMatch(news.length)
    assertSame('definition', [step, news.sort()], [step, nodes.sort()])
    const counts = Object.fromEntries(is.map(({ size }, i) => [i, size]))
    assertSame('definition', [step, counts], [step, Object.fromEntries(seen?.watches.map(({ note, matches }) => [note, matches]) ?? [])])
  }
}

async function openWorld({ setting, caller, questions }: PairedCase, held: readonly RecordCase[]) {
  const bureaus = bureausOf(setting, [], policiesOf(setting))
  const store = new Store(null)
  const log = await StoredChangeLog.open(store.changes, secret)
  const broadcast = await Broadcast.open({ log, fanout: new InProcessFanout(), secret, clock: still })
  const agreementsOf = () => (caller.holdsAgreement ? [agreement] : [])
  const tempo = { clock: still, firstMs: 50, betweenMs: 200 }
  const failures: unknown[] = []
  const onWatchFailure = (error: unknown) => void failures.push(error)
  const memory = memoryHub(bureaus, { store, broadcast, changeLog: log, onWatchFailure, agreementsOf, tempo })
  const known = callerOf(caller)
  const who = { ...known, principal: { ...known.principal, purposes: [known.purpose.kind] } }
  for (const [i, { type, where, match }] of questions.entries()) {
    const input = { note: String(i), match, [recordTypes[type].door]: where ?? {} }
    const { errors } = await memory.ask('mutation($input: CreateWatchInput!) { createWatch(input: $input) { id } }', { input }, who)
    if (errors !== undefined) throw errors[0]
  }
  let cursor: string | null = null
  let version = 0
  const settled = async () => {
    while (store.watches.place()?.sequence !== (await log.state()).head.sequence) await setImmediate()
    if (failures.length > 0) throw failures[0]
  }
  return {
    /** What the caller is told of it. */
    async take(step: Step): Promise<Told> {
      const bureau = bureaus.find(({ source }) => source.profile.code === step.ref.bureau)
      if (bureau === undefined) throw new TypeError('a record without a bureau')
      await log.append([change(bureau, step, held, String(version++))])
      await settled()
      const { data, errors } = await memory.ask(document, { cursor }, who)
      if (errors !== undefined) throw errors[0]
      const told = JSON.parse(JSON.stringify(data)) as Told
      cursor = told.alerts.endCursor
      // Those of one moment come in the order of their ids, which are drawn by chance.
      return { ...told, watches: told.watches.toSorted((a, b) => Number(a.note) - Number(b.note)) }
    },
    async close() {
      await memory.hub.close()
      await broadcast.close()
      store.close()
    },
  }
}
