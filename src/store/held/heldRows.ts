import type { DeskEntry } from '../../model/deskEntry.ts'
import type { HeldStanding } from '../../model/held.ts'
import type { NewChangeRow } from '../changes/changeRows.ts'
import type { Ending, NewMessage } from './outboxRows.ts'

/** A record that the hub keeps: what it holds is sealed, and the store cannot read it. */
export interface HeldRow {
  readonly standing: HeldStanding
  readonly sealed: Uint8Array
}

/** A step as it is kept. */
export interface StepRow {
  readonly number: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly sealed: Uint8Array
}

/** What one act writes about one record. */
export interface HeldWrite {
  readonly row: HeldRow
  /** What must still be so for the write to count: version and clock of the row as it was read. Null: the record is new. */
  readonly expected: Pick<HeldStanding, 'version' | 'clock'> | null
  /** Null for what is no step: the clock has told the desks. */
  readonly step: StepRow | null
  /** What is to be delivered to another bureau's own system. */
  readonly message: NewMessage | null
  readonly desks: readonly { readonly owner: string; readonly entry: DeskEntry }[]
  /** For the log of changes. */
  readonly changes: readonly NewChangeRow[]
}

/** Names one act of one person, so that it happens once however often it is sent. */
export interface MutationName {
  readonly bureau: string
  readonly person: string
  /** The caller's own word for it. */
  readonly mutation: string
  /** Of all that the act consists of, in hex. */
  readonly digest: string
}

/** What became of an act. */
export type Committed =
  /** It is durable. */
  | { readonly is: 'DONE' }
  /** It had happened before: these records came of it, by their keys. */
  | { readonly is: 'REPEATED'; readonly keys: readonly string[] }
  /** The name was used for something else. */
  | { readonly is: 'REUSED' }
  /** A record is not as it was when it was read. Nothing was written. */
  | { readonly is: 'CONFLICT' }

/** Which of a bureau's records of a type are read, and in which order. */
export interface HeldSearch {
  readonly type: string
  readonly owner: string
  /** A condition on the open columns, as SQL with its parameters. Null: all. */
  readonly where: { readonly sql: string; readonly parameters: readonly (string | number)[] } | null
  /** A column and how it is read; ties by key in the same direction as `reversed` says. Null: by key. */
  readonly orderBy: {
    readonly column: 'key' | 'sent' | 'due' | 'updated'
    readonly direction: 'ASC' | 'DESC'
    readonly reversed: boolean
  } | null
  /** Only rows strictly after this one in that order. */
  readonly after: { readonly value: number | string | null; readonly key: string } | null
  readonly limit: number
}

/** Records that the hub keeps for bureaus, for good. Everything rejects when the store cannot be reached or cannot write. */
export interface HeldRows {
  /**
   * Writes an act, whole or not at all: records, steps, messages, desk entries, changes, the act's name, and the end of a message's way. Durable when it resolves. CONFLICT, too, when the message is
   * held under another token than the ending's, or its way has ended.
   */
  commit(writes: readonly HeldWrite[], name: MutationName | null, at: number, ending?: Ending): Promise<Committed>
  /** What an act with this name came to before; null when there was none. */
  repeated(name: MutationName): Promise<Committed | null>
  get(key: string): Promise<HeldRow | null>
  getAll(keys: readonly string[]): Promise<readonly HeldRow[]>
  find(search: HeldSearch): Promise<readonly HeldRow[]>
  /** All steps of a record, the first first. */
  steps(key: string): Promise<readonly StepRow[]>
  /** Records of a type whose clock is to be looked at, the longest due first. */
  due(type: string, now: number, limit: number): Promise<readonly HeldRow[]>
  /** Bureaus for which records are kept. Grows only; the same set for as long as it does not. */
  owners(): ReadonlySet<string>
  /** Forgets names of acts that are older than an instant. */
  forgetMutations(before: number): Promise<void>
}
