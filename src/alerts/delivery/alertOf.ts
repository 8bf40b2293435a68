import type { DisclosurePlan } from '../../disclosure/policy.ts'
import type { Change, LoggedChange } from '../../model/change.ts'
import type { DeskEntryKind, NumberedDeskEntry } from '../../model/deskEntry.ts'
import { type Caller, deskReaders, hasRole } from '../../model/principal.ts'
import { isRecordRef, ownerOf, type RecordRef, refKey } from '../../model/record.ts'
import type { Alert, AlertKind } from './alert.ts'

/** What is told as a hit; the desk's other entries are told as such. */
const hits: ReadonlySet<DeskEntryKind> = new Set(['HIT', 'BLIND_HIT', 'ANOMALY'])

/** By what it is decided what a class of callers is told: their rights of now. */
export interface Deciding {
  readonly caller: Caller
  /** The owner's rules of now for the caller; null for a bureau that takes no part. */
  planFor(bureau: string, type: string): DisclosurePlan | null
  /** Whether the record's owner hides it from the caller for a time: then they are told nothing of it. */
  hides(ref: RecordRef): boolean
  /** Those of the records that the caller may see now. A record whose bureau is silent is not among them. */
  visible(refs: readonly RecordRef[]): Promise<ReadonlySet<string>>
  /** The id of an alert. */
  idOf(logged: LoggedChange): string
}

const kinds = { APPEARED: 'NEW', CHANGED: 'CHANGED', DISAPPEARED: 'WITHDRAWN' } as const satisfies Record<string, AlertKind>

/**
 * What the caller is told of a change; null: nothing, not even that there was one. A record's alert is the difference between the caller's view of it before and after, both
 * by the rules of now: a record that is gone and one that the caller may no longer see are told alike.
 */
export function alertOf(logged: LoggedChange, deciding: Deciding): Alert | null | Promise<Alert | null> {
  const { change } = logged
  switch (change.kind) {
    case 'REVOCATION':
      return null
    case 'HIT':
      return deskAlert(logged, deciding)
    case 'WATCH_MATCH':
      return watchAlert(logged, deciding)
    default:
      return recordAlert(logged, deciding)
  }
}

/** Whether a change may be told to this one person at all, whatever their class is: what a watch found is its owner's. */
export function isAddressedTo({ kind, bureau, details }: Change, { principal }: Caller): boolean {
  return kind !== 'WATCH_MATCH' || (bureau === principal.bureau && details?.['person'] === principal.personRef)
}

function recordAlert(logged: LoggedChange, deciding: Deciding): Alert | null | Promise<Alert | null> {
  const { bureau, type, key, before = null, after = null } = logged.change
  const ref = { bureau, type, key }
  const move = deciding.planFor(bureau, type)?.moves(before, after) ?? null
  if (move === null || deciding.hides(ref)) return null
  const alert = { ...plain(logged, deciding, ref), kind: kinds[move.kind], changedFields: move.fields }
  if (move.kind !== 'CHANGED' || move.links.length === 0) return alert
  return withLinks(alert, move.links, deciding)
}

/** In a view a link leads to visible records only: one whose ends are all out of sight has not moved. */
async function withLinks(
  alert: Alert,
  links: readonly { readonly field: string; readonly ends: readonly RecordRef[] }[],
  deciding: Deciding,
): Promise<Alert | null> {
  const visible = await deciding.visible(links.flatMap(({ ends }) => ends))
  const moved = links.filter(({ ends }) => ends.some((end) => visible.has(refKey(end)))).map(({ field }) => field)
  const changedFields = [...alert.changedFields, ...moved]
  return changedFields.length === 0 ? null : { ...alert, changedFields }
}

/** What a desk was told is told to that bureau's desk, and to those who watch over it. */
function deskAlert(logged: LoggedChange, deciding: Deciding): Alert | null {
  const { bureau, details } = logged.change
  const { principal } = deciding.caller
  if (principal.bureau !== bureau || !hasRole(principal, deskReaders) || details === null || details === undefined) return null
  const deskEntry = details as unknown as NumberedDeskEntry
  return { ...plain(logged, deciding, null), kind: hits.has(deskEntry.kind) ? 'HIT' : 'DESK', deskEntry }
}

/** What was found counts as long as the caller may see the record now. */
function watchAlert(logged: LoggedChange, deciding: Deciding): Alert | null {
  const { key: watch, details, after = null } = logged.change
  const ref = details?.['record'] ?? null
  if (!isRecordRef(ref) || after === null) return null
  const move = deciding.planFor(ref.bureau, ref.type)?.moves(null, after) ?? null
  return move === null || deciding.hides(ref) ? null : { ...plain(logged, deciding, ref), kind: 'WATCH_MATCH', watch }
}

function plain(logged: LoggedChange, { idOf }: Deciding, ref: RecordRef | null): Alert {
  const { loggedAt, change } = logged
  return {
    id: idOf(logged),
    kind: 'CHANGED',
    publishedAt: loggedAt,
    late: change.late,
    owner: ownerOf(ref?.bureau ?? change.bureau),
    ref,
    changedFields: [],
    deskEntry: null,
    watch: null,
  }
}
