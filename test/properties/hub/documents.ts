import { catalogue } from '../../support/catalogue.ts'
import { linkedFields } from '../reference/answer.ts'
import type { Question } from '../world/questions.ts'
import { type FieldSpec, recordTypes, type TypeName } from '../world/recordTypes.ts'

/** A document with its variables, as a caller posts it. */
export interface Posted {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const common = 'id owner { code } _disclosure { field level reason } _staleAsOf'
const upper = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

/** The document that asks for a page of the question. */
export function pageDocument(question: Question, cursor: string | null): Posted {
  const { type, where, orderBy, first, from, match, count, facets, select, mistake } = question
  const place = from === 'START' ? 'first: $size, after: $cursor' : 'last: $size, before: $cursor'
  const query = `query Page($where: ${type}Filter, $match: Match!, $orderBy: [${type}Order!], $size: Int, $cursor: String) {
    page: ${recordTypes[type].door}(where: $where, match: $match, orderBy: $orderBy, ${place}) {
      nodes { ${common} ${selectionOf(type, select)} }
      edges { cursor late }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      sources { bureau { code } state asOf latencyMs retryAfterMs }
      completeness { asked answered complete }
      ${count ? 'totalCount' : ''}
      ${facets.length > 0 ? `facets(by: [${facets.map(upper).join(', ')}]) { field buckets { value count } below { level count } withheld unknown }` : ''}
    }
  }`
  return {
    query,
    variables: {
      where: mistake === 'null' ? { owner: null } : where,
      match,
      orderBy: orderBy.length === 0 ? null : orderBy.map(({ field, direction }) => ({ field: upper(field), direction })),
      size: first,
      cursor: mistake === 'cursor' ? 'bm90IGEgY3Vyc29y' : cursor,
    },
  }
}

/** The document that follows the first page of the question as the bureaus answer. */
export function progressDocument(question: Question): Posted {
  const { query, variables } = pageDocument(question, null)
  const { door } = recordTypes[question.type]
  return { query: query.replace('query Page', 'subscription Page').replace(`page: ${door}(`, `page: ${door}Progress(`), variables }
}

/** The document that reads records by their ids, and asks how the bureaus are. */
export function nodesDocument(ids: readonly string[]): Posted {
  const types = (Object.keys(recordTypes) as TypeName[]).map((type) => `... on ${type} { ${aliased(type, linkedFields[type])} }`)
  const nodes = ids.map((_, i) => `n${i}: node(id: $i${i}) { __typename ... on Record { ${common} } ${types.join(' ')} }`)
  const variables = ids.map((_, i) => `$i${i}: ID!`)
  return {
    query: `query Nodes${ids.length > 0 ? `(${variables.join(', ')})` : ''} {
      bureaus { code status health { state lastAnsweredAt latencyMs skippedRows } }
      ${nodes.join('\n')}
    }`,
    variables: Object.fromEntries(ids.map((id, i) => [`i${i}`, id])),
  }
}

/** The document that reads the alerts after a cursor, with all that can be asked of their records; without what is drawn by chance. */
export const alertsDocument: string = `query Alerts($cursor: Cursor) {
  alerts(after: $cursor) {
    endCursor
    nodes { kind late owner { code } recordType recordId changedFields
      record { ... on Record { ${common} } ${(Object.keys(recordTypes) as TypeName[])
        .map((type) => `... on ${type} { ${aliased(type, Object.keys(recordTypes[type].fields))} }`)
        .join(' ')} } }
  }
}`

/** Every governed field of the real schema that a document here may name exists there. */
export function unknownFields(): readonly string[] {
  return (Object.keys(recordTypes) as TypeName[]).flatMap((type) => {
    const { fields, inverses } = recordTypes[type]
    return [...Object.keys(fields), ...Object.keys(inverses)]
      .filter((field) => !catalogue.types.get(type)?.fields.has(field))
      .map((field) => `${type}.${field}`)
  })
}

function selectionOf(type: TypeName, select: readonly string[]): string {
  return select.map((field) => selected(type, field)).join(' ')
}

/** Types differ in what a field of one name holds, so that each has an alias of its own. */
function aliased(type: TypeName, select: readonly string[]): string {
  return select.map((field) => `${type.charAt(0).toLowerCase()}_${field}: ${selected(type, field)}`).join(' ')
}

function selected(type: TypeName, field: string): string {
  const { fields, inverses } = recordTypes[type]
  const spec: FieldSpec | undefined = fields[field]
  const to = spec?.to ?? inverses[field]?.type
  if (to !== undefined) return `${field} { ${common} ${selectionOf(to, linkedFields[to])} }`
  return spec?.parts === undefined ? field : `${field} { ${spec.parts.join(' ')} }`
}
