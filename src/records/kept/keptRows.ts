import { deserialize, serialize } from 'node:v8'
import type { NativeRow } from '../../connectors/connector.ts'
import type { TypeMapping } from '../../mapping/typeMapping.ts'
import type { Caller } from '../../model/principal.ts'
import type { RecordVersion, RowVault } from './rowVault.ts'
import type { SealingKey } from './sealingKey.ts'

/** A row with the key of its record. */
export interface KeyedRow {
  readonly key: string
  readonly row: NativeRow
}

/** Rows of an earlier answer to the same question of the same reader. */
export interface Kept {
  /** Never empty. */
  readonly rows: readonly NativeRow[]
  /** When they were read, in epoch milliseconds. */
  readonly readAt: number
}

/** One bureau's place in the vault. */
export class BureauRows {
  readonly #bureau: string
  readonly #vault: RowVault
  readonly #key: SealingKey

  /** Draws a new key; what was kept of the bureau before is gone. */
  constructor(bureau: string, vault: RowVault) {
    this.#bureau = bureau
    this.#vault = vault
    this.#key = vault.keyFor(bureau)
  }

  /** What is kept of a type for one reader; null where the bureau's file allows nothing to be kept. */
  of({ type, staleSeconds }: Pick<TypeMapping, 'type' | 'staleSeconds'>, caller: Caller): KeptRows | null {
    if (staleSeconds === 0) return null
    const place = { bureau: this.#bureau, type, reader: readerOf(caller), staleMs: staleSeconds * 1000 }
    return new KeptRows(place, this.#vault, this.#key)
  }

  /** A record has changed or is gone: whatever holds it as it was is dropped, for everyone. */
  end(type: string, key: string): void {
    for (const [id] of this.#vault.holding(recordDigest(this.#key, type, key))) this.#vault.drop(id)
  }

  /** Drops all of it. */
  purge(): void {
    this.#vault.purge(this.#bureau)
  }
}

/**
 * Whom rows are kept for: one person, for one purpose and case. Nobody else is ever answered from them, so that nothing about an answer tells what anybody else has asked;
 * and what was read for one case is not used for another.
 */
function readerOf({ principal, purpose }: Caller): string {
  return JSON.stringify([principal.bureau, principal.personRef, purpose.kind, purpose.case])
}

interface Place {
  readonly bureau: string
  readonly type: string
  readonly reader: string
  readonly staleMs: number
}

/**
 * Native rows of one type that one reader was shown, by question. Rows and never views: whoever reads them again decides on each as on a row that comes from the system.
 * INVARIANT: only rows whose records the reader was shown are kept, so that a record that is withheld leaves no more of a trace than one that is not there.
 */
export class KeptRows {
  readonly #place: Place
  readonly #vault: RowVault
  readonly #key: SealingKey
  readonly #reader: string

  constructor(place: Place, vault: RowVault, key: SealingKey) {
    this.#place = place
    this.#vault = vault
    this.#key = key
    this.#reader = key.digest('reader', place.reader)
  }

  /**
   * Keeps an answer in the place of the one before. `shape`: what of each row was read, as text. Without rows nothing is kept: that there is nothing is never given out of the
   * vault. Entries that hold an older version of one of the records, for whomever, are dropped.
   */
  keep(question: string, shape: string, rows: readonly KeyedRow[], readAt: number): void {
    const id = this.#idOf(question)
    const plain = rows.length === 0 ? null : written(rows)
    if (plain === null) {
      this.#vault.drop(id)
      return
    }
    const shaped = this.#shapeOf(shape)
    const records = new Map(rows.map(({ key }, i) => [this.#recordOf(key), this.#versionOf(shaped, plain.texts[i] ?? '')]))
    if (!this.#supersede(records, readAt)) return
    const { bureau, staleMs } = this.#place
    const sealed = this.#key.seal(plain.bytes, this.#boundTo(id, readAt))
    this.#vault.put(id, { bureau, reader: this.#reader, sealed, readAt, until: readAt + staleMs, records })
  }

  /** The rows that are kept for a question; null when there are none, they are too old, or they are not what was put there. */
  recall(question: string): Kept | null {
    const id = this.#idOf(question)
    const entry = this.#vault.get(id)
    if (entry === null) return null
    const plain = this.#key.open(entry.sealed, this.#boundTo(id, entry.readAt))
    if (plain === null) {
      this.#vault.drop(id)
      return null
    }
    return { rows: deserialize(plain) as NativeRow[], readAt: entry.readAt }
  }

  /** The system holds no such record any more: nobody is given it again. */
  gone(key: string): void {
    for (const [id] of this.#vault.holding(this.#recordOf(key))) this.#vault.drop(id)
  }

  /** The record as it is now is not shown to this reader: they are not given it as it was, and if it has changed, neither is anybody else. */
  withheld({ key, row }: KeyedRow, shape: () => string): void {
    const record = this.#recordOf(key)
    const holders = this.#vault.holding(record)
    if (holders.length === 0) return
    const [text] = written([{ key, row }])?.texts ?? []
    const version = text === undefined ? null : this.#versionOf(this.#shapeOf(shape()), text)
    const changed = version === null || holders.some(([, { records }]) => isOther(records.get(record), version))
    for (const [id, { reader }] of holders) if (changed || reader === this.#reader) this.#vault.drop(id)
  }

  /** Drops all that is kept of the bureau, for everyone. */
  purge(): void {
    this.#vault.purge(this.#place.bureau)
  }

  /** Drops entries with older versions of these records; false when one of the records has been read in a newer version already. */
  #supersede(records: ReadonlyMap<string, RecordVersion>, readAt: number): boolean {
    for (const [record, version] of records) {
      const holders = this.#vault.holding(record)
      const changed = holders.filter(([, entry]) => isOther(entry.records.get(record), version))
      if (changed.some(([, entry]) => entry.readAt > readAt)) return false
      if (changed.length > 0) for (const [id, entry] of holders) if (entry.readAt <= readAt) this.#vault.drop(id)
    }
    return true
  }

  #idOf(question: string): string {
    return this.#key.digest('question', this.#place.type, this.#place.reader, question)
  }

  #recordOf(key: string): string {
    return recordDigest(this.#key, this.#place.type, key)
  }

  #shapeOf(shape: string): string {
    return this.#key.digest('shape', this.#place.type, shape)
  }

  #versionOf(shape: string, text: string): RecordVersion {
    return { shape, content: this.#key.digest('row', text) }
  }

  #boundTo(id: string, readAt: number): string {
    return `${this.#place.bureau}\u0000${this.#place.type}\u0000${id}\u0000${readAt}`
  }
}

function recordDigest(key: SealingKey, type: string, record: string): string {
  return key.digest('record', type, record)
}

function isOther(known: RecordVersion | undefined, version: RecordVersion): boolean {
  return known !== undefined && known.shape === version.shape && known.content !== version.content
}

/** Rows as bytes, exactly as they are, and each as a text that differs when it does; null when one of them is made of something that connectors do not give. */
function written(rows: readonly KeyedRow[]): { readonly bytes: Buffer; readonly texts: readonly string[] } | null {
  try {
    return { bytes: serialize(rows.map(({ row }) => row)), texts: rows.map(({ row }) => JSON.stringify(row)) }
  } catch {
    return null
  }
}
