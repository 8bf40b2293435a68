import type { Answer } from '../reference/answer.ts'

interface Body {
  readonly data: {
    readonly page: {
      readonly nodes: readonly object[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean }
      readonly totalCount?: number
      readonly facets?: readonly object[]
    }
  } | null
  readonly errors?: readonly { readonly code?: string; readonly message: string }[]
}

/** The bodies of one question in the form in which the definition answers. */
export function givenAnswer(bodies: readonly string[]): Answer {
  const parsed = bodies.map((body) => JSON.parse(body) as Body)
  const failed = parsed.find(({ errors }) => errors !== undefined)?.errors?.[0]
  if (failed !== undefined) return { refused: failed.code ?? failed.message }
  const pages = parsed.slice(0, -1).map(({ data }) => {
    const { nodes, pageInfo, totalCount, facets } = data?.page ?? { nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } }
    return {
      nodes: nodes as readonly Readonly<Record<string, unknown>>[],
      hasNextPage: pageInfo.hasNextPage,
      hasPreviousPage: pageInfo.hasPreviousPage,
      ...(totalCount === undefined ? {} : { totalCount }),
      ...(facets === undefined ? {} : { facets: facets as readonly Readonly<Record<string, unknown>>[] }),
    }
  })
  const { bureaus: _, ...found } = (parsed.at(-1)?.data ?? {}) as unknown as Readonly<
    Record<string, Readonly<Record<string, unknown>> | null>
  >
  return { pages, nodes: Object.values(found).map((one) => (one === null ? null : withoutAliases(one))) }
}

/** `n_kind` is the notice's `kind`. */
function withoutAliases(node: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name.replace(/^[a-z]_/, ''), value]))
}

/** Without the reasons of markers, names of types, and when a record was read, all of which the definition leaves open. */
export function withoutReasons(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReasons)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => name !== 'reason' && name !== '__typename' && name !== '_staleAsOf')
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutReasons(inner)]))
}
