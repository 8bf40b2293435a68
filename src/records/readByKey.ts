import DataLoader from 'dataloader'
import type { LinkCall } from '../links/link.ts'
import { LinkFailure } from '../links/link.ts'
import { type RecordRef, refKey, type ViewRecord } from '../model/record.ts'
import type { SourceState } from '../model/sourceStatus.ts'
import { type RowReader, readRow } from './bureauSource.ts'

/** Makes the reader for a bureau and a type; null when the bureau is unknown or does not serve the type. */
export type ReaderFor = (bureau: string, type: string) => RowReader | null
/** Takes note of how a bureau did; reading by id tells of failures only. */
export type StatusListener = (bureau: string, state: SourceState, latencyMs: number, retryAfterMs: number | null) => void

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
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error
      this.#onStatus(first.bureau, error.state, Date.now() - started, error.retryAfterMs)
      for (const ref of refs) found.set(refKey(ref), 'silent')
    }
  }
}
