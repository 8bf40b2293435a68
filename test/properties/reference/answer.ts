import { type CanonicalValue, type RecordRef, refKey } from '../../../src/model/record.ts'
import type { Question } from '../world/questions.ts'
import { fieldOf, recordTypes, type TypeName } from '../world/recordTypes.ts'
import { bounds, type Values } from './decide.ts'
import { comparable, satisfies } from './filter.ts'
import { governedFields, type View, type ViewCase } from './view.ts'

/** What is selected of a record that a link leads to. */
export const linkedFields: Readonly<Record<TypeName, readonly string[]>> = {
  Notice: ['kind', 'issuedOn'],
  Person: ['status', 'names'],
  AssistanceRequest: ['reference', 'sentAt'],
}

type Rendered = Readonly<Record<string, unknown>>

/** One page. */
export interface PageAnswer {
  readonly nodes: readonly Rendered[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly totalCount?: number
  readonly facets?: readonly Rendered[]
}

/** `Q(view)`: the pages of a question, or the code with which it is refused. */
export type Answer = { readonly pages: readonly PageAnswer[]; readonly nodes: readonly (Rendered | null)[] } | { readonly refused: string }

/** Opaque ids. */
export type IdOf = (ref: RecordRef) => string

/** The answer to a question by definition: over the view, and over nothing else. */
export function answerOf(question: Question, view: View, idOf: IdOf): Answer {
  const { first, from, mistake, count, facets, nodes } = question
  if (first === 0 || mistake === 'null') return { refused: 'BAD_USER_INPUT' }
  if (mistake === 'cursor') return { refused: 'CURSOR_INVALID' }
  const found = recordsFound(question, view)
  const counted = {
    ...(count ? { totalCount: countOf(found) } : {}),
    ...(facets.length > 0 ? { facets: facets.map((field) => facetOf(field, found)) } : {}),
  }
  const cut = Array.from({ length: Math.max(1, Math.ceil(found.length / first)) }, (_, page) => ({
    nodes: stretch(found, page, first, from).map((one) => rendered(one, question.select, view, idOf)),
    // At the end from which the pages are read there is a page when one was read before.
    hasNextPage: from === 'START' ? goesOn(found, page, first) : page > 0,
    hasPreviousPage: from === 'START' ? page > 0 : goesOn(found, page, first),
    ...counted,
  }))
  return { pages: cut.slice(0, question.pages), nodes: nodes.map((ref) => nodeOf(ref, view, idOf)) }
}

/** All records that a question finds, in its order. */
export function recordsFound({ type, where, orderBy, match }: Question, view: View): readonly ViewCase[] {
  const orders = orderBy.length > 0 ? orderBy : [recordTypes[type].defaultOrder]
  return inOrder(
    [...view.values()].filter((one) => one.ref.type === type && (where === null || satisfies(where, one, view, match))),
    orders,
  )
}

function countOf(found: readonly ViewCase[]): number {
  return found.length
}

/** The records of a page, counted from either end, in the question's order. */
function stretch(found: readonly ViewCase[], page: number, size: number, from: Question['from']): readonly ViewCase[] {
  if (from === 'START') return found.slice(page * size, (page + 1) * size)
  return found.slice(Math.max(0, found.length - (page + 1) * size), Math.max(0, found.length - page * size))
}

function goesOn(found: readonly ViewCase[], page: number, first: number): boolean {
  return found.length > (page + 1) * first
}

/** Known values first in the direction asked, the rest after them, ties by owner and key. */
function inOrder(records: readonly ViewCase[], orders: Question['orderBy']): readonly ViewCase[] {
  const text = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
  return records.toSorted((a, b) => {
    for (const { field, direction } of orders) {
      const [x, y] = [sortable(a, field), sortable(b, field)]
      if (x === y) continue
      if (x === null || y === null) return x === null ? 1 : -1
      return direction === 'ASC' ? text(x, y) : text(y, x)
    }
    return text(a.ref.bureau, b.ref.bureau) || text(a.ref.key, b.ref.key)
  })
}

function sortable({ ref, values }: ViewCase, field: string): string | null {
  const value = (values[field] ?? null) as string | null
  if (value === null) return null
  const { kind } = fieldOf(ref.type as TypeName, field)
  return kind === 'partialDate' ? bounds(value)[0] : kind === 'instant' ? comparable(value) : value
}

/** How the records divide by a field: by value where it is shown in full, by level where it is not. */
function facetOf(field: string, found: readonly ViewCase[]): Rendered {
  const levelIn = (one: ViewCase) => (field === 'owner' ? 'full' : (one.levels[field] ?? 'none'))
  const open = found.filter((one) => levelIn(one) === 'full')
  const values = open.map((one) => (field === 'owner' ? [one.ref.bureau] : facetValues(one.values[field] ?? null)))
  const counts = new Map<string, number>()
  for (const value of values.flatMap((one) => [...new Set(one)])) counts.set(value, (counts.get(value) ?? 0) + 1)
  const below = ['none', 'masked', 'generalised'].flatMap((level) => {
    const count = found.filter((one) => levelIn(one) === level).length
    return count === 0 ? [] : [{ level: level.toUpperCase(), count }]
  })
  return {
    field,
    buckets: [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    below,
    withheld: found.length - open.length,
    unknown: values.filter((one) => one.length === 0).length,
  }
}

function facetValues(value: CanonicalValue): readonly string[] {
  const members = [value].flat().map((one) => (typeof one === 'object' && one !== null ? ((one as Values)['country'] ?? null) : one))
  return members.filter((one) => one !== null) as readonly string[]
}

/** A hidden record cannot be told from one that does not exist. */
function nodeOf(ref: RecordRef, view: View, idOf: IdOf): Rendered | null {
  const one = view.get(refKey(ref))
  return one === undefined ? null : rendered(one, linkedFields[ref.type as TypeName], view, idOf)
}

/** A record as an answer shows it. */
function rendered(one: ViewCase, select: readonly string[], view: View, idOf: IdOf): Rendered {
  const type = one.ref.type as TypeName
  const below = governedFields(type).filter((field) => one.levels[field] !== 'full')
  return {
    id: idOf(one.ref),
    owner: { code: one.ref.bureau },
    _disclosure: below.map((field) => ({ field, level: (one.levels[field] ?? 'none').toUpperCase() })),
    ...Object.fromEntries(select.map((field) => [field, field in recordTypes[type].fields ? value(field) : linking(field)])),
  }

  function linked(ref: RecordRef): Rendered {
    return rendered(view.get(refKey(ref)) as ViewCase, linkedFields[ref.type as TypeName], view, idOf)
  }

  function value(field: string): unknown {
    const { kind, parts } = fieldOf(type, field)
    const shown = one.values[field] ?? null
    if (shown === null) return null
    if (kind === 'link') return linked(shown as RecordRef)
    if (kind === 'links') return (shown as readonly RecordRef[]).map(linked)
    const partsOf = (member: CanonicalValue) => Object.fromEntries((parts ?? []).map((part) => [part, (member as Values)[part] ?? null]))
    if (kind === 'objects') return (shown as readonly CanonicalValue[]).map(partsOf)
    return kind === 'object' ? partsOf(shown) : shown
  }

  function linking(field: string): unknown {
    const inverse = recordTypes[type].inverses[field]
    if (inverse === undefined || one.levels[field] !== 'full') return null
    const those = [...view.values()].filter(
      ({ ref, values }) =>
        ref.type === inverse.type && [values[inverse.field] ?? []].flat().some((to) => refKey(to as RecordRef) === refKey(one.ref)),
    )
    return inOrder(those, [recordTypes[inverse.type].defaultOrder]).map(({ ref }) => linked(ref))
  }
}
