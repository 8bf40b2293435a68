import { createHash } from 'node:crypto'
import { type DocumentNode, getOperationAST, GraphQLError, parse } from 'graphql'
import { limits } from './limits/limits.ts'

/** A document that has been read once. */
export interface KnownDocument {
  /** SHA-256 of its text, in hex: how the record knows it. */
  readonly hash: string
  readonly document: DocumentNode
}

const remembered = 1000

/** Parsed documents, the latest thousand. */
export class Documents {
  readonly #known = new Map<string, KnownDocument>()

  /** The parsed document. Throws `GraphQLError` for what is not GraphQL, or is longer than the limit of tokens. */
  read(text: string): KnownDocument {
    const hash = createHash('sha256').update(text).digest('hex')
    const known = this.#known.get(hash)
    if (known !== undefined) return known
    const read = { hash, document: parse(text, { maxTokens: limits.tokens, noLocation: false }) }
    if (this.#known.size >= remembered) this.#known.delete(this.#known.keys().next().value ?? '')
    this.#known.set(hash, read)
    return read
  }
}

/** What sort of operation a request runs; `unknown` when it does not say which of several. */
export function operationTypeOf(document: DocumentNode, operationName: string | null): string {
  return getOperationAST(document, operationName)?.operation ?? 'unknown'
}

/** A syntax error as the caller sees it. */
export function isSyntaxError(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError
}
