import type { Call, Connector, NativeField, NativeOperator } from '../../../src/connectors/connector.ts'

/** A system of one kind that holds the common rows, as the contract suite needs it. */
export interface ContractFixture {
  readonly connector: Connector
  /** Names of the sources of `contractRows`. */
  readonly sources: { readonly things: string; readonly counters: string; readonly aliases: string | null }
  /** `table`: aliases are a child table; `row`: they come inside the row. */
  readonly children: 'table' | 'row'
  /** Whether numbers stay numbers; false where everything is text. */
  readonly typed: boolean
  /** Whether a missing text can be told from an empty one. */
  readonly tellsNull: boolean
  /** Comparisons that must be on offer; `all`: every one. */
  readonly filters: 'all' | readonly (readonly [path: string, op: NativeOperator])[]
  /** Orders that must be on offer, besides the key's; `all`: every one. */
  readonly orders: 'all' | readonly (readonly [path: string, direction: 'ASC' | 'DESC'])[]
  /** A source whose rows take longer than any test; null where everything is in memory. `stopped` resolves when the system is no longer busy with it. */
  readonly slow: { readonly source: string; readonly key: string; readonly stopped: () => Promise<void> } | null
  /** What `describe` says of `things`, by path; null where the system cannot say. */
  readonly described: Readonly<Record<string, Pick<NativeField, 'type'>>> | null
  /** A connector of the same kind to a system that is not there. */
  readonly absent: () => Promise<Connector>
  /** Takes the system down. */
  readonly stop: () => Promise<void>
}

/** Makes the fixture of one kind. */
export type MakeFixture = () => Promise<ContractFixture>

/** A call with this much time. */
export function callWithin(ms: number, signal: AbortSignal = new AbortController().signal): Call {
  return { signal, deadline: Date.now() + ms, traceId: '0af7651916cd43dd8448eb211c80319c' }
}
