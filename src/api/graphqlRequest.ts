import { ComityError } from '../model/errors.ts'

/** The parameters of a GraphQL request (GraphQL over HTTP, 5.1). */
export interface GraphQLParameters {
  readonly query: string
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>> | null
  readonly extensions: Readonly<Record<string, unknown>> | null
}

/** The parameters as a request has them: the document itself, or the id of one that was published. */
export interface RequestedParameters extends Omit<GraphQLParameters, 'query'> {
  readonly query: string | null
  /** `sha256:` and the document's hash in hex (GraphQL over HTTP, persisted documents). */
  readonly documentId: string | null
}

/** Longest document, in bytes of UTF-8. */
export const longestDocument: number = 64 * 1024
const longestId = 200

/** The parameters of a POST body. Throws BAD_REQUEST. */
export function readBody(body: string): RequestedParameters {
  return parametersOf(parseJson(body))
}

/** The parameters of a GET's query string. Throws BAD_REQUEST. */
export function readQueryString(search: URLSearchParams): RequestedParameters {
  for (const name of ['query', 'documentId', 'operationName', 'variables', 'extensions']) {
    if (search.getAll(name).length > 1) throw new ComityError('BAD_REQUEST')
  }
  const json = (name: string) => {
    const text = search.get(name)
    return text === null || text === '' ? undefined : parseJson(text)
  }
  return parametersOf({
    query: search.get('query') ?? undefined,
    documentId: search.get('documentId') ?? undefined,
    operationName: search.get('operationName') ?? undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  })
}

/** The parameters in a value that was JSON. Throws BAD_REQUEST. */
export function parametersOf(value: unknown): RequestedParameters {
  if (!isMap(value)) throw new ComityError('BAD_REQUEST')
  const { query = null, documentId = null, operationName = null, variables = null, extensions = null } = value
  // One of the two, and not both: whoever stands in between must not read another document than the hub.
  if (query !== null && documentId !== null) throw new ComityError('BAD_REQUEST')
  if (documentId === null && (typeof query !== 'string' || query === '' || Buffer.byteLength(query) > longestDocument))
    throw new ComityError('BAD_REQUEST')
  if (documentId !== null && (typeof documentId !== 'string' || documentId.length > longestId)) throw new ComityError('BAD_REQUEST')
  if (operationName !== null && typeof operationName !== 'string') throw new ComityError('BAD_REQUEST')
  if (variables !== null && !isMap(variables)) throw new ComityError('BAD_REQUEST')
  if (extensions !== null && !isMap(extensions)) throw new ComityError('BAD_REQUEST')
  return { query: query as string | null, documentId, operationName: operationName === '' ? null : operationName, variables, extensions }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ComityError('BAD_REQUEST')
  }
}
