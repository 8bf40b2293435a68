import { createHash } from 'node:crypto'
import { type DocumentNode, getOperationAST, parse } from 'graphql'
import { limits } from './limits/limits.ts'

/** A document that has been read once. */
export interface KnownDocument {
  /** SHA-256 of its text, in hex: how the record knows it. */
  readonly hash: string
  readonly document: DocumentNode
}

/** A document of the longest kind is half a megabyte when parsed. */
const remembered = 200

/** Parsed documents; the one that was not used for longest goes first. */
export class Documents {
  readonly #known = new Map<string, KnownDocument>()

  /** The parsed document. Throws `GraphQLError` for what is not GraphQL, or is longer than the limit of tokens. */
  read(text: string): KnownDocument {
    const hash = createHash('sha256').update(text).digest('hex')
    const known = this.#known.get(hash)
    if (known !== undefined) {
      this.#known.delete(hash)
      this.#known.set(hash, known)
      return known
    }
    // Apollo's own parse places errors; this one is measured only.
    const read = { hash, document: parse(text, { maxTokens: limits.tokens, noLocation: true }) }
    if (this.#known.size >= remembered) this.#known.delete(this.#known.keys().next().value ?? '')
    this.#known.set(hash, read)
    return read
  }
}

/** What sort of operation a request runs; `unknown` when it does not say which of several. */
export function operationTypeOf(document: DocumentNode, operationName: string | null): string {
  return getOperationAST(document, operationName)?.operation ?? 'unknown'
}
