import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql'
import { ComityError } from '../model/errors.ts'
import { type GraphQLParameters, longestDocument, type RequestedParameters } from './graphqlRequest.ts'
import { limits } from './limits/limits.ts'
import { assertAffordable } from './limits/measure.ts'

/** A document that was published: found valid against the contract and within the limits. */
export interface PublishedDocument {
  /** SHA-256 of its text, in hex. */
  readonly hash: string
  readonly text: string
  readonly document: DocumentNode
}

const prefix = 'sha256:'
const hashed = /^[0-9a-f]{64}$/

/** The documents that were published here, and whether others are answered too. */
export class PublishedDocuments {
  readonly all: readonly PublishedDocument[]
  readonly #byHash: ReadonlyMap<string, string>
  readonly #only: boolean

  /** `only`: whatever was not published is refused. */
  constructor(all: readonly PublishedDocument[], only: boolean) {
    this.all = all
    this.#byHash = new Map(all.map(({ hash, text }) => [hash, text]))
    this.#only = only
  }

  /** The parameters with the document that they name or bring. Throws DOCUMENT_NOT_PUBLISHED. */
  resolve({ query, documentId, ...parameters }: RequestedParameters): GraphQLParameters {
    if (documentId !== null || query === null) {
      const text = documentId?.startsWith(prefix) === true ? this.#byHash.get(documentId.slice(prefix.length)) : undefined
      if (text === undefined) throw new ComityError('DOCUMENT_NOT_PUBLISHED')
      return { ...parameters, query: text }
    }
    if (this.#only && !this.#byHash.has(hashOf(query))) throw new ComityError('DOCUMENT_NOT_PUBLISHED')
    return { ...parameters, query }
  }
}

/** SHA-256 of a document's text, in hex. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A document as it is published. Throws with one sentence that says what is wrong with it. */
export function publishable(text: string, schema: GraphQLSchema): PublishedDocument {
  if (Buffer.byteLength(text) > longestDocument) throw new Error(`a document has at most ${longestDocument} bytes`)
  const document = parse(text, { maxTokens: limits.tokens })
  const [error] = validate(schema, document)
  if (error !== undefined) throw error
  assertAffordable(document, null)
  return { hash: hashOf(text), text, document }
}

/**
 * Reads a folder that `comity documents publish` has written. Throws with one sentence that names the file when one of them is not what its name says, or does not fit the contract any more: a
 * hub that answers other documents than its front-ends send is not to be started.
 */
export function readPublished(folder: string, schema: GraphQLSchema): readonly PublishedDocument[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.graphql'))
  return names.sort().map((name) => {
    const file = join(folder, name)
    const hash = name.slice(0, -'.graphql'.length)
    try {
      const published = publishable(readFileSync(file, 'utf8'), schema)
      if (!hashed.test(hash) || published.hash !== hash) throw new Error('its text is not the one of its name; publish it again')
      return published
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
  })
}
