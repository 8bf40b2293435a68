import type { ChangesQuery, NativeCapture, NativeChanges } from './nativeChange.ts'
import type { OutboundMessage, Receipt } from './outbound.ts'

/**
 * A connector talks one protocol to one bureau's system. It gets native names and predicates and gives native rows back; it knows no country
 * and no canonical type. `docs/connectors.md` says how to write one; `test/contract/connectors/` holds every kind to this file.
 */
export interface Connector {
  /** What this system can do, per native source. Constant after `open`. Throws `ConnectorError` NO_SOURCE for an unknown source. */
  capabilities(source: string): Capabilities
  /** One page of rows that satisfy `query.where`. May return fewer than `query.limit` and still have more: see `next`. */
  find(query: NativeQuery, call: Call): Promise<NativePage>
  /** Rows by key; keys without a row are absent from the map. Splits large sets itself. */
  get(query: NativeGet, call: Call): Promise<ReadonlyMap<string, NativeRow>>
  /** What the system says of its own shape, for `comity check --connect`; null where a system cannot say. */
  describe(source: string, call: Call): Promise<readonly NativeField[] | null>
  /**
   * What changed, for a source that `captures`. Whoever asks makes the changes durable before asking on from their `checkpoint`: what is not
   * acknowledged so is told again. Absent: no source captures anything.
   */
  changes?(query: ChangesQuery, call: Call): Promise<NativeChanges>
  /**
   * Hands a message over. Resolves when the system has confirmed, under its own key, that it is safe there; whoever does not hear that hands it over again, and the system takes it once by its key.
   * Absent: the system takes no messages.
   */
  submit?(message: OutboundMessage, call: Call): Promise<Receipt>
  /** Resolves when the system answers at all. */
  health(call: Call): Promise<void>
  /** Gives everything back: sockets, files, child processes. Idempotent. */
  close(): Promise<void>
}

/** Powers of one source. The core asks these, never the kind. */
export interface Capabilities {
  /** Whether a comparison can be evaluated by the system, soundly: it may return more rows than the predicate selects, never fewer. */
  filters(path: string, op: NativeOperator): boolean
  /** Whether the system can order by this path, ties broken by the key. Implies `after` works for the same order. */
  orders(path: string, direction: 'ASC' | 'DESC'): boolean
  /** Whether `guarded` of a query is understood. Default: no, and then it is never sent. */
  readonly guards?: boolean
  /** Whether every order that `orders` allows can be read from its end too. Default: no. */
  readonly reverses?: boolean
  /** Ways in which the system itself tells of changes. Default: none. */
  readonly captures?: readonly NativeCapture['mode'][]
  /** Most rows one `find` returns, if the system caps it. */
  readonly pageRows: number | null
  /** Most rows a whole question can reach, however it is paged, if the system caps it: the hub then reports PARTIAL. */
  readonly resultRows: number | null
}

/** Comparison operators at the native side. `isNull` takes no value; an empty text counts as none, as it does to a mapping, and so it does in orders. */
export type NativeOperator = 'eq' | 'in' | 'startsWith' | 'gt' | 'gte' | 'lt' | 'lte' | 'isNull'

/** A scalar as the system holds it. */
export type NativeScalar = string | number | boolean | null

/**
 * A condition in native terms. `path` is a column, or a dotted path into a document; where it leads to a list, or through one, at least one member satisfies the
 * comparison. `child` names a `ChildFetch` of the query: at least one child row satisfies it. `in` without values selects nothing.
 */
export type NativePredicate =
  | { readonly kind: 'and'; readonly terms: readonly NativePredicate[] }
  | { readonly kind: 'or'; readonly terms: readonly NativePredicate[] }
  | {
      readonly kind: 'compare'
      readonly child?: string
      readonly path: string
      readonly op: NativeOperator
      readonly value: NativeScalar | readonly NativeScalar[]
    }

/** Rows of a child table, joined by key; they arrive in the parent row under `name`, an array in `orderBy` order. */
export interface ChildFetch {
  readonly name: string
  /** The child's native source. */
  readonly source: string
  /** Column of the child that holds the parent's value. */
  readonly on: string
  /** Column of the parent it equals; default: the key. */
  readonly parent: string
  readonly fields: readonly string[]
  readonly orderBy: string | null
}

/** What to read from a source, common to `find` and `get`. */
export interface NativeRead {
  /** Table, resource or file set. */
  readonly source: string
  /** Column or path of the key. Its text identifies a row. */
  readonly key: string
  /** How keys compare: as numbers or as text by code point. */
  readonly keyOrder: 'number' | 'text'
  /** Paths the mapping reads; always contains the key. A connector may return more. */
  readonly fields: readonly string[]
  readonly children: readonly ChildFetch[]
  /** Lists of codes that the rows are read with: the link sees to it first that they are there. Nothing to a connector. */
  readonly codeLists?: readonly CodeListRead[]
}

/** A list of codes that the system holds itself, read as rows of a source and kept: codes are no personal data. */
export interface CodeListRead {
  /** For messages. */
  readonly name: string
  /** Native source. */
  readonly source: string
  /** Path of the code. */
  readonly key: string
  /** Paths of the code and of its meaning. */
  readonly fields: readonly string[]
  /** From which age on it is read again, in milliseconds; meanwhile it serves. */
  readonly refreshMs: number
  /** From which age on it does not serve any more, in milliseconds. */
  readonly staleMs: number
  /** When what it holds was read, in epoch milliseconds; null: never. */
  readonly readAt: number | null
  /** Puts rows in the place of what it holds; false, and nothing is changed, when no code among them has a meaning. `readAt`: epoch milliseconds. */
  take(rows: readonly NativeRow[], readAt: number): boolean
}

/** An order of rows: by the path, ties by key ascending. */
export interface NativeOrder {
  readonly path: string
  readonly direction: 'ASC' | 'DESC'
  /** The same order from its end: nulls first, ties by key descending. Only if the source `reverses`. */
  readonly reversed?: boolean
}

/** A page to read. */
export interface NativeQuery extends NativeRead {
  /** Only comparisons for which `filters` said yes. Null: all rows. */
  readonly where: NativePredicate | null
  /** Only if the source `guards`. */
  readonly guarded?: readonly Guarded[]
  /** Only if `orders` said yes; null: any order, stable while paging by `next`. Nulls last in both directions; ties by key ascending. */
  readonly orderBy: NativeOrder | null
  /** With `orderBy`: only rows strictly after this position. */
  readonly after: { readonly value: NativeScalar; readonly key: string } | null
  /** Whether few rows of the source are expected to satisfy the conditions: they are to be found first and put in order then. Default: unknown, and the system decides how it finds a page. */
  readonly few?: boolean
  /** Most rows wanted; a system whose pages have a fixed size may give more. */
  readonly limit: number
  /** `next` of the page before; then everything else is as it was for that page. */
  readonly page: string | null
}

/**
 * A condition of the caller's on something that only some rows show: rows that satisfy `guard` and `where`, if the system can evaluate `guard` exactly as it is meant
 * here, with texts compared code point by code point; otherwise it is left out whole. `where` may be weakened as ever.
 */
export interface Guarded {
  readonly guard: NativePredicate
  readonly where: NativePredicate
}

/** Rows by key. */
export interface NativeGet extends NativeRead {
  readonly keys: readonly string[]
}

/** A row as the system gives it: text, numbers, booleans, nulls, and nested documents. Dates and decimals arrive as text. */
export type NativeRow = Readonly<Record<string, unknown>>

/** A page of rows. */
export interface NativePage {
  readonly rows: readonly NativeRow[]
  /** Token for the next page; null: no more rows. */
  readonly next: string | null
  /** True when the system cut the result short of what was asked: there are rows that cannot be reached. */
  readonly capped: boolean
}

/** A native field as the system describes it. */
export interface NativeField {
  readonly path: string
  /** The system's own type name. */
  readonly type: string
  readonly nullable: boolean
}

/** The circumstances of one call. */
export interface Call {
  /** Aborts when the deadline passes or the caller goes away; the connector really stops. */
  readonly signal: AbortSignal
  /** Absolute, epoch milliseconds. Handed to the system where the protocol has a place for it. */
  readonly deadline: number
  /** W3C trace context id, 32 hex digits. Handed on where the protocol has a place for it. */
  readonly traceId: string
}

/** Why a call failed, without upstream text: that goes to the log at debug level only, never to a caller. */
export class ConnectorError extends Error {
  /** `UNTRUSTED`: a certificate is not accepted, by us or by the system. */
  readonly reason: 'UNREACHABLE' | 'UNTRUSTED' | 'TIMEOUT' | 'REFUSED' | 'BAD_ANSWER' | 'NO_SOURCE' | 'BUSY'
  /** Milliseconds, when the system said when to come back. */
  readonly retryAfterMs: number | null

  constructor(reason: ConnectorError['reason'], message: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'ConnectorError'
    this.reason = reason
    this.retryAfterMs = options.retryAfterMs ?? null
  }
}
