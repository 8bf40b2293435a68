import type { NetworkQuery } from '../generated/graphql.ts'

/** What hangs together with a record. */
export type Network = NonNullable<NetworkQuery['network']>

/** What a node of a network is called; a record that shows no name is called by its sort. */
export function labelOf(network: Network, id: string, name: (name: string) => string): string {
  const node = network.nodes.find((one) => one.id === id)
  if (node === undefined) return ''
  if (node.record === null) return node.value ?? name(node.kind)
  const record = node.record as {
    readonly __typename: string
    readonly names?: readonly { readonly full: string | null }[] | null
    readonly number?: string | null
    readonly reference?: string | null
    readonly codename?: string | null
  }
  return record.names?.[0]?.full ?? record.number ?? record.reference ?? record.codename ?? name(record.__typename)
}
