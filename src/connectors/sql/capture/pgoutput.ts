/** A table as the stream announces it. */
export interface Relation {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
}

/** A row as text, column by column; undefined: not sent. */
export type Tuple = readonly (string | null | undefined)[]

/** What one message of the stream says. Values stay in here: the reader of the stream takes keys out and drops the rest. */
export type Message =
  | { readonly kind: 'begin'; readonly at: string }
  | { readonly kind: 'commit'; readonly end: string }
  | { readonly kind: 'relation'; readonly id: number; readonly relation: Relation }
  /** `old`: what identified the row before, where the table sends it. */
  | {
      readonly kind: 'row'
      readonly relation: number
      readonly change: 'CREATED' | 'CHANGED' | 'DELETED'
      readonly old: Tuple | null
      readonly row: Tuple | null
    }
  | { readonly kind: 'truncate'; readonly relations: readonly number[] }
  | { readonly kind: 'other' }

/** Microseconds from the Unix epoch to that of PostgreSQL. */
const epoch = 946_684_800_000_000n

/** Reads one message of PostgreSQL's `pgoutput`, protocol version 1. Throws a RangeError when it breaks off. */
export function readMessage(bytes: Buffer): Message {
  const reader = new Reader(bytes)
  switch (reader.letter()) {
    case 'B':
      reader.lsn()
      return { kind: 'begin', at: new Date(Number((reader.long() + epoch) / 1000n)).toISOString() }
    case 'C':
      reader.byte()
      reader.lsn()
      return { kind: 'commit', end: reader.lsn() }
    case 'R':
      return { kind: 'relation', id: reader.int(), relation: relationOf(reader) }
    case 'I':
      return { ...rowOf(reader), change: 'CREATED' }
    case 'U':
      return { ...rowOf(reader), change: 'CHANGED' }
    case 'D':
      return { ...rowOf(reader), change: 'DELETED' }
    case 'T': {
      const count = reader.int()
      reader.byte()
      return { kind: 'truncate', relations: Array.from({ length: count }, () => reader.int()) }
    }
    default:
      return { kind: 'other' }
  }
}

function relationOf(reader: Reader): Relation {
  const schema = reader.text()
  const name = reader.text()
  reader.byte()
  const columns = Array.from({ length: reader.short() }, () => {
    reader.byte()
    const column = reader.text()
    reader.int()
    reader.int()
    return column
  })
  return { schema, name, columns }
}

function rowOf(reader: Reader): Omit<Extract<Message, { kind: 'row' }>, 'change'> {
  const relation = reader.int()
  let old: Tuple | null = null
  let row: Tuple | null = null
  while (!reader.done) {
    if (reader.letter() === 'N') row = reader.tuple()
    else old = reader.tuple()
  }
  return { kind: 'row', relation, old, row }
}

class Reader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length
  }

  byte(): number {
    return this.#bytes.readUInt8(this.#go(1))
  }

  letter(): string {
    return String.fromCharCode(this.byte())
  }

  short(): number {
    return this.#bytes.readInt16BE(this.#go(2))
  }

  int(): number {
    return this.#bytes.readInt32BE(this.#go(4))
  }

  long(): bigint {
    return this.#bytes.readBigInt64BE(this.#go(8))
  }

  lsn(): string {
    return `${(this.int() >>> 0).toString(16).toUpperCase()}/${(this.int() >>> 0).toString(16).toUpperCase()}`
  }

  text(): string {
    const end = this.#bytes.indexOf(0, this.#at)
    if (end < 0) throw new RangeError('a name without an end')
    return this.#bytes.toString('utf8', this.#go(end + 1 - this.#at), end)
  }

  tuple(): Tuple {
    return Array.from({ length: this.short() }, () => {
      const form = this.letter()
      if (form === 'n') return null
      if (form === 'u') return undefined
      const length = this.int()
      const start = this.#go(length)
      return this.#bytes.toString('utf8', start, start + length)
    })
  }

  #go(length: number): number {
    const start = this.#at
    if (length < 0 || start + length > this.#bytes.length) throw new RangeError('the message breaks off')
    this.#at += length
    return start
  }
}
