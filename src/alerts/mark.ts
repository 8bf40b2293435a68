import type { ChangeRow, Placed } from '../store/changes/changeRows.ts'

const markBytes = 6

/**
 * Tells what stands at a place of the log from anything else that could: 48 bits of what is kept there and when it came. The same change that comes again, after a
 * part of the log was lost, has another mark.
 */
export function markOf({ sealed, loggedAt }: ChangeRow): number {
  const first = Buffer.from(sealed.buffer, sealed.byteOffset, Math.min(markBytes, sealed.byteLength))
  return (first.length < markBytes ? 0 : first.readUIntBE(0, markBytes) + loggedAt) % 2 ** (8 * markBytes)
}

/** A row as nodes tell each other of it. */
export interface RelayedRow extends ChangeRow {
  /** The mark of the row before; 0 for the first. Who has another one there has another history. */
  readonly previous: number
}

/** Rows of one history, in order. */
export interface Relayed {
  readonly epoch: string
  readonly rows: readonly RelayedRow[]
}

/** Rows that were placed just now, each with the mark of the one before. */
export function relayed({ epoch, before, rows }: Placed): Relayed {
  let previous = before === null ? 0 : markOf(before)
  const chained = rows.map((row) => {
    const one = { ...row, previous }
    previous = markOf(row)
    return one
  })
  return { epoch, rows: chained }
}
