import { Broadcast } from '../../../src/alerts/broadcast.ts'
import { InProcessFanout } from '../../../src/alerts/inProcessFanout.ts'
import { StoredChangeLog } from '../../../src/alerts/storedChangeLog.ts'
import type { Clock } from '../../../src/links/clock.ts'
import type { Change } from '../../../src/model/change.ts'
import { constantOf } from '../../../src/model/constant.ts'
import { type RecordRef, refKey } from '../../../src/model/record.ts'
import { Store } from '../../../src/store/store.ts'
import { type Row, sketchOf } from '../../support/alerts/liveServer.ts'
import type { MemoryBureau } from '../../support/memoryBureau.ts'
import { memoryHub } from '../../support/memoryHub.ts'
import type { PairedCase } from '../cases.ts'
import { assertSame, type Comparison } from '../difference.ts'
import { viewerFor } from '../reference/view.ts'
import { idOf } from '../world/ids.ts'
import type { TypeName } from '../world/recordTypes.ts'
import { agreement } from '../world/rules.ts'
import type { RecordCase } from '../world/world.ts'
import { differenceOf } from './checkMoves.ts'
import { alertsDocument } from './documents.ts'
import { bureausOf, callerOf, policiesOf } from './hubWorld.ts'
import { noon } from './stillness.ts'

const secret = new Uint8Array(32).fill(3)
const still: Clock = { epoch: () => noon, elapsed: () => 0, after: () => () => {} }

/** A record comes into a place, or leaves it: in both worlds at once. */
export interface Step {
  readonly ref: RecordRef
  /** Which record's values it takes; null: it is gone. */
  readonly from: RecordRef | null
}

/**
 * Fills both worlds record by record, gives each record the values of another and its own again, and takes it away. What the caller is told must be the same to the byte in both, and be the
 * difference between two views as the definition gives them; and what is shown of the record must be the view of then.
 */
export async function checkAlerts(
  { setting, caller, records, secret: hidden }: PairedCase,
  compare: ReadonlySet<Comparison>,
  onAlert: (kind: string) => void = () => {},
): Promise<void> {
  const steps = stepsOf(records)
  const told = await Promise.all(
    [records, hidden].map(async (held) => {
      const world = await openWorld({ setting, caller, held })
      const seen: string[] = []
      for (const step of steps) seen.push(await world.take(step))
      await world.close()
      return seen
    }),
  )
  const [first = [], second = []] = told
  if (compare.has('answers')) assertSame('answers', first, second)
  const viewOf = viewerFor(setting, caller)
  let now: readonly RecordCase[] = []
  for (const [at, step] of steps.entries()) {
    const next = after(now, step, records)
    const [was, is] = [viewOf(now), viewOf(next)]
    now = next
    const key = refKey(step.ref)
    const expected = alertOf(step.ref, differenceOf(step.ref.type as TypeName, was.get(key), is.get(key)))
    const { nodes } = JSON.parse(first[at] ?? '') as { nodes: readonly Record<string, unknown>[] }
    for (const { kind } of nodes) onAlert(String(kind))
    if (compare.has('definition')) assertSame('definition', [step, expected], [step, nodes.map(withoutRecord)])
  }
}

/** Fills a world, gives each record the values of another and its own again, and empties it. */
export function stepsOf(records: readonly RecordCase[]): readonly Step[] {
  const refs = records.map(({ ref }) => ref)
  const others = refs.map((ref, i) => refs.find((other, j) => j > i && other.bureau === ref.bureau && other.type === ref.type) ?? null)
  return [
    ...refs.map((ref) => ({ ref, from: ref })),
    // And back at once: what others link to must not come into sight.
    ...refs.flatMap((ref, i) => (others[i] === null ? [] : [others[i] as RecordRef, ref].map((from) => ({ ref, from })))),
    ...refs.map((ref) => ({ ref, from: null })),
  ]
}

async function openWorld({ setting, caller, held }: Pick<PairedCase, 'setting' | 'caller'> & { readonly held: readonly RecordCase[] }) {
  const bureaus = bureausOf(setting, [], policiesOf(setting))
  const store = new Store(null)
  const log = await StoredChangeLog.open(store.changes, secret)
  const broadcast = await Broadcast.open({ log, fanout: new InProcessFanout(), secret, clock: still })
  const agreementsOf = () => (caller.holdsAgreement ? [agreement] : [])
  const tempo = { clock: still, firstMs: 50, betweenMs: 200 }
  const memory = memoryHub(bureaus, { store, broadcast, agreementsOf, tempo })
  let cursor: string | null = null
  let version = 0
  return {
    /** What the caller is told of it, without what is drawn by chance. */
    async take(step: Step): Promise<string> {
      const bureau = bureaus.find(({ source }) => source.profile.code === step.ref.bureau)
      if (bureau === undefined) throw new TypeError('a record without a bureau')
      await log.append([change(bureau, step, held, String(version++))])
      const { operation: _, ...answer } = await memory.ask(alertsDocument, { cursor }, callerOf(caller))
      const { alerts } = answer.data as { alerts: { endCursor: string; nodes: unknown } }
      cursor = alerts.endCursor
      return JSON.stringify({ nodes: alerts.nodes, errors: answer.errors, extensions: answer.extensions })
    },
    async close() {
      await broadcast.close()
      await memory.hub.close()
      store.close()
    },
  }
}

/** Takes a step in a bureau's system, and gives what capture would tell of it. */
export function change(bureau: MemoryBureau, { ref, from }: Step, held: readonly RecordCase[], version: string): Change {
  const rows = (bureau.rows[ref.type] ?? []) as readonly Row[]
  const known = rows.find(({ key }) => key === ref.key) ?? null
  const source = from === null ? undefined : held.find((record) => refKey(record.ref) === refKey(from))
  const row: Row | null = source === undefined ? null : { ...source.values, key: ref.key }
  bureau.rows = { ...bureau.rows, [ref.type]: [...rows.filter((one) => one !== known), ...(row === null ? [] : [row])] }
  const [before, now] = [known, row].map((one) => (one === null ? null : sketchOf(bureau, ref.type, one)))
  return { ...ref, kind: 'UNKNOWN', version, occurredAt: null, late: false, before: before ?? null, after: now ?? null }
}

/** The records after a step. */
export function after(now: readonly RecordCase[], { ref, from }: Step, records: readonly RecordCase[]): readonly RecordCase[] {
  const rest = now.filter((record) => refKey(record.ref) !== refKey(ref))
  const source = from === null ? undefined : records.find((record) => refKey(record.ref) === refKey(from))
  return source === undefined ? rest : [...rest, { ref, values: source.values }]
}

function alertOf(ref: RecordRef, difference: unknown): unknown {
  if (difference === null) return []
  const { kind, fields, links } = difference as { kind: string; fields: readonly string[]; links: readonly (readonly [string, unknown])[] }
  const changed = kind === 'CHANGED' ? [...fields, ...links.map(([field]) => field)].sort() : []
  const kinds: Record<string, string> = { APPEARED: 'NEW', CHANGED: 'CHANGED', DISAPPEARED: 'WITHDRAWN' }
  return [
    {
      kind: kinds[kind],
      owner: ref.bureau,
      recordType: constantOf(ref.type),
      recordId: idOf(ref),
      changedFields: changed,
      hasRecord: kind !== 'DISAPPEARED',
    },
  ]
}

function withoutRecord(node: Readonly<Record<string, unknown>>): unknown {
  const { kind, owner, recordType, recordId, changedFields, record } = node
  const { code } = owner as { code: string }
  return { kind, owner: code, recordType, recordId, changedFields: [...(changedFields as string[])].sort(), hasRecord: record !== null }
}
