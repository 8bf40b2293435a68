import DataLoader from 'dataloader'
import type { NativeRow } from '../connectors/connector.ts'
import type { LinkCall } from '../links/link.ts'
import { LinkFailure } from '../links/link.ts'
import { type RecordRef, refKey, type ViewRecord } from '../model/record.ts'
import type { SourceState } from '../model/sourceStatus.ts'
import { type RowReader, readRow } from './bureauSource.ts'
import { keptViews } from './kept/keptViews.ts'
import { shapeOf } from './kept/shapeOf.ts'

/** Makes the reader for a bureau and a type; null when the bureau is unknown or does not serve the type. */
export type ReaderFor = (bureau: string, type: string) => RowReader | null
/** Takes note of how a bureau did; reading by id tells of failures only. `asOf`: with STALE, when what stands in was read, RFC 3339. */
export type StatusListener = (
  bureau: string,
  state: SourceState,
  latencyMs: number,
  retryAfterMs: number | null,
  asOf?: string | null,
) => void

/** A record by its place: the caller's view, null when it is withheld or does not exist, or `'silent'` when its bureau did not answer. */
export type Found = ViewRecord | null | 'silent'

/**
 * Reads by id for one operation. All records that one step of the execution asks for are read together: one call per bureau and type, each
 * record once per operation.
 * INVARIANT: only failures are told. That a bureau answered would tell that a link leads there, even one to a record that is withheld.
 */
export class ReadByKey {
  readonly #loader: DataLoader<RecordRef, Found, string>
  readonly #readerFor: ReaderFor
  readonly #call: LinkCall
  readonly #onStatus: StatusListener

  constructor(readerFor: ReaderFor, call: LinkCall, onStatus: StatusListener) {
    this.#readerFor = readerFor
    this.#call = call
    this.#onStatus = onStatus
    this.#loader = new DataLoader((refs) => this.#readAll(refs), { cacheKeyFn: refKey })
  }

  /** The caller's view of one record. */
  load(ref: RecordRef): Promise<Found> {
    return this.#loader.load(ref)
  }

  /** The record has changed: the next one to ask has it read again. */
  forget(ref: RecordRef): void {
    this.#loader.clear(ref)
  }

  /** Several at once, in the same order. */
  loadAll(refs: readonly RecordRef[]): Promise<Found[]> {
    return Promise.all(refs.map((ref) => this.#loader.load(ref)))
  }

  async #readAll(refs: readonly RecordRef[]): Promise<Found[]> {
    const groups = new Map<string, RecordRef[]>()
    for (const ref of refs) {
      const group = `${ref.bureau}\u0000${ref.type}`
      const members = groups.get(group)
      if (members === undefined) groups.set(group, [ref])
      else members.push(ref)
    }
    const found = new Map<string, Found>()
    await Promise.all([...groups.values()].map((group) => this.#readGroup(group, found)))
    return refs.map((ref) => found.get(refKey(ref)) ?? null)
  }

  async #readGroup(refs: readonly RecordRef[], found: Map<string, Found>): Promise<void> {
    const [first] = refs
    if (first === undefined) return
    const reader = this.#readerFor(first.bureau, first.type)
    if (reader === null) return
    const { mapping, source, fields } = reader
    const started = Date.now()
    try {
      const keys = refs.map((ref) => ref.key)
      const read = { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads(fields), keys }
      const rows = await source.link.get(read, this.#call)
      for (const ref of refs) {
        const row = rows.get(ref.key)
        // A row outside the type's own `where:` is not a record of the type, whoever links to it: toCanonical answers for that.
        found.set(refKey(ref), row === undefined ? null : readRow(reader, row))
      }
      keepByKey(reader, refs, rows, found, started)
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error
      this.#standIn(reader, refs, error, found, started)
    }
  }

  /** What is kept of these records, each for itself. */
  #standIn(reader: RowReader, refs: readonly RecordRef[], failure: LinkFailure, found: Map<string, Found>, started: number): void {
    const { code } = reader.source.profile
    const kept = refs.map((ref) => keptViews(reader, questionOf(reader, ref.key), failure, ({ ref: { key } }) => key === ref.key))
    for (const [i, ref] of refs.entries()) found.set(refKey(ref), kept[i]?.views[0] ?? 'silent')
    const oldest = kept.flatMap((one) => one?.asOf ?? []).sort()[0] ?? null
    this.#onStatus(code, oldest === null ? failure.state : 'STALE', Date.now() - started, failure.retryAfterMs, oldest)
  }
}

/** Keeps what was shown, and ends what is kept of records that are gone. */
function keepByKey(
  reader: RowReader,
  refs: readonly RecordRef[],
  rows: ReadonlyMap<string, NativeRow>,
  found: ReadonlyMap<string, Found>,
  readAt: number,
): void {
  const { kept, mapping } = reader
  if (kept === undefined || kept === null) return
  for (const ref of refs) {
    const row = rows.get(ref.key)
    if (row === undefined || mapping.toCanonical(row, new Set()).record === null) kept.gone(ref.key)
    else if ((found.get(refKey(ref)) ?? null) !== null)
      kept.keep(questionOf(reader, ref.key), shapeOf(reader), [{ key: ref.key, row }], readAt)
  }
}

function questionOf(reader: RowReader, key: string): string {
  return JSON.stringify(['key', key, shapeOf(reader)])
}
