import { randomBytes, type X509Certificate } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { Hub } from '../hub.ts'
import type { Authenticated, Authenticator } from '../identity/authenticator.ts'
import { readEmergency } from '../identity/emergency.ts'
import { LiveAccess } from '../identity/liveAccess.ts'
import { readPurpose } from '../identity/purpose.ts'
import { ComityError } from '../model/errors.ts'
import type { Purpose } from '../model/principal.ts'
import { assertSpeaksFor, type CertificateNames } from './clientCertificates.ts'
import { Documents, type KnownDocument, operationTypeOf } from './documents.ts'
import type { Admitted, Result } from './executor.ts'
import type { GraphQLParameters, RequestedParameters } from './graphqlRequest.ts'
import { assertAffordable } from './limits/measure.ts'
import { plainMessage } from './plainMessage.ts'
import type { PublishedDocuments } from './publishedDocuments.ts'

/** What decides who is let in. */
export interface AdmissionParts {
  readonly hub: Pick<Hub, 'admit' | 'refuse' | 'refusals' | 'revocations'>
  readonly authenticator: Authenticator
  readonly published: PublishedDocuments
  /** Values of the `Purpose` enum. */
  readonly purposes: readonly string[]
  /** Epoch milliseconds. */
  readonly clock: () => number
  /** By which certificates bureaus are spoken for. Default: by any, or none. */
  readonly certificates?: CertificateNames
}

/** What a caller says of a request beside its parameters: the headers of these names, or what stands in for them on a socket. */
export interface Declared {
  readonly authorization: string | undefined
  /** `Comity-Purpose`. */
  readonly purpose: string | undefined
  /** `Comity-Emergency`. */
  readonly emergency: string | undefined
  readonly traceparent: string | undefined
}

/** A document that cannot be read, as its answer. */
export interface Unreadable {
  readonly unreadable: Result
}

/** What is known of a request once its purpose is. */
interface Asking {
  readonly principal: Authenticated
  readonly purpose: Purpose
  readonly parameters: GraphQLParameters
  readonly signal: AbortSignal
  readonly trace: string
}

/** The one place where an operation is let in or refused, whatever brought it here. */
export class Admission {
  readonly #parts: AdmissionParts
  readonly #documents = new Documents()
  readonly #live: LiveAccess

  constructor(parts: AdmissionParts) {
    this.#parts = parts
    const { authenticator, clock } = parts
    this.#live = new LiveAccess({ clock, isStillGood: (who) => authenticator.isStillGood(who) })
    parts.hub.revocations.onRevoked(() => this.#live.look())
  }

  /** Who asks. The header only, never a parameter (RFC 6750, 2.1), over a connection with `certificate`. Throws UNAUTHENTICATED, and counts it for the record. */
  async authenticate(
    { authorization }: Pick<Declared, 'authorization'>,
    certificate: X509Certificate | null = null,
  ): Promise<Authenticated> {
    const { authenticator, certificates = {}, hub } = this.#parts
    const match = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(authorization ?? '')
    try {
      if (match?.[1] === undefined) throw new ComityError('UNAUTHENTICATED')
      const principal = await authenticator.authenticate(match[1])
      assertSpeaksFor(principal.bureau, certificate, certificates)
      return principal
    } catch (error) {
      if (error instanceof ComityError) hub.refusals.count()
      throw error
    }
  }

  /** Puts on record that somebody was not let in for `error`, and throws it: AUDIT_UNAVAILABLE in its place when it cannot be. What is no error of ours is thrown as it is. */
  async #refuse(principal: Authenticated, trace: string, purpose: Purpose | null, error: unknown): Promise<never> {
    if (error instanceof ComityError) await this.#parts.hub.refuse({ principal, purpose, trace, code: error.code })
    throw error
  }

  /** Whether what a connection declares for all of its operations may be declared; nothing may be declared too. Throws as `admit` for a purpose, and likewise puts it on record. */
  async assertDeclared(principal: Authenticated, declared: Declared): Promise<void> {
    if (declared.purpose === undefined) return
    try {
      this.#purposeOf(principal, declared, undefined)
    } catch (error) {
      await this.#refuse(principal, traceOf(declared), null, error)
    }
  }

  /** The declared purpose; `extension` is that of the request. Throws PURPOSE_REQUIRED, PURPOSE_INVALID, PURPOSE_NOT_ALLOWED. */
  #purposeOf(principal: Authenticated, { purpose: header }: Pick<Declared, 'purpose'>, extension: unknown): Purpose {
    return readPurpose({ header, extension }, principal.purposes, this.#parts.purposes)
  }

  /**
   * Lets an operation in, or gives the answer of a document that is not GraphQL. Throws DOCUMENT_NOT_PUBLISHED, the errors of purpose and emergency access, QUERY_TOO_COSTLY and BAD_USER_INPUT: everything
   * that is decided before validation, and without asking a bureau. A refusal leaves when it is on record: AUDIT_UNAVAILABLE in its place when it cannot be.
   */
  async admit(
    principal: Authenticated,
    declared: Declared,
    requested: RequestedParameters,
    signal: AbortSignal,
  ): Promise<Admitted | Unreadable> {
    const trace = traceOf(declared)
    let purpose: Purpose | null = null
    try {
      const parameters = this.#parts.published.resolve(requested)
      purpose = this.#purposeOf(principal, declared, parameters.extensions?.['purpose'])
      return this.#letIn({ principal, purpose, parameters, signal, trace }, declared)
    } catch (error) {
      return this.#refuse(principal, trace, purpose, error)
    }
  }

  #letIn({ principal, purpose, parameters, signal, trace: traceId }: Asking, declared: Pick<Declared, 'emergency'>): Admitted | Unreadable {
    const { hub, clock } = this.#parts
    const instant = clock()
    const named = readEmergency({ header: declared.emergency, extension: parameters.extensions?.['emergency'] })
    const date = new Date(instant).toISOString().slice(0, 10)
    const caller = hub.admit({ principal, purpose, date, instant, emergency: null }, named)
    const read = this.#read(parameters.query)
    if (read instanceof GraphQLError) return { unreadable: syntaxErrors(read) }
    assertAffordable(read.document, parameters.variables)
    const operationType = operationTypeOf(read.document, parameters.operationName)
    const { hash: documentHash, document } = read
    return { caller, parameters, document, documentHash, operationType, signal, traceId }
  }

  /**
   * Hears, once, of the end of somebody's access: by revocation, and with `untilExpiry` at the end of their token's time too. To be called off with the function that this gives when there
   * is nothing left to end.
   */
  untilEnd(who: Authenticated, onEnd: () => void, how: { readonly untilExpiry: boolean }): () => void {
    return this.#live.follow(who, onEnd, how)
  }

  #read(text: string): KnownDocument | GraphQLError {
    try {
      return this.#documents.read(text)
    } catch (error) {
      if (error instanceof GraphQLError) return error
      throw error
    }
  }
}

function syntaxErrors(error: GraphQLError): Result {
  const { message, locations } = error.toJSON()
  return { errors: [{ message: plainMessage(message), ...(locations ? { locations } : {}), extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] }
}

/** The trace that the request belongs to (W3C Trace Context), or a new one. */
function traceOf({ traceparent }: Declared): string {
  const match = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(traceparent ?? '')
  return match?.[1] ?? randomBytes(16).toString('hex')
}
