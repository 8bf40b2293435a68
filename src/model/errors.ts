/**
 * Every error code a caller can meet. `docs/errors.md` repeats this table and a test holds the two together with the codes thrown.
 * Messages are safe to show: no value, no upstream text, no hint at hidden data.
 */
export const errorTable = {
  UNAUTHENTICATED: { status: 401, message: 'A valid bearer token is required.' },
  PURPOSE_REQUIRED: {
    status: 400,
    message: 'Declare a purpose: header "Comity-Purpose: INVESTIGATION; case=XA-2026-0017" or extensions.purpose.',
  },
  PURPOSE_INVALID: { status: 400, message: 'The declared purpose is not one the schema knows, or its case reference is malformed.' },
  PURPOSE_NOT_ALLOWED: { status: 403, message: 'The token does not allow the declared purpose.' },
  ROLE_REQUIRED: { status: 403, message: 'This is for other roles of your bureau: {reason}.' },
  CASE_REQUIRED: { status: 400, message: 'Declare the case with the purpose: header "Comity-Purpose: INVESTIGATION; case=XA-2026-0017".' },
  EMERGENCY_NOT_OPEN: { status: 403, message: 'The request names an emergency access that is not open to you for this purpose and case.' },
  EMERGENCY_UNAVAILABLE: { status: 403, message: 'No such emergency access is offered to you for this purpose.' },
  GRAPHQL_PARSE_FAILED: { status: 400, message: 'The document is not valid GraphQL.' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, message: 'The document does not fit the schema.' },
  BAD_USER_INPUT: { status: 400, message: 'An argument is not valid: {reason}.' },
  BAD_REQUEST: { status: 400, message: 'The request is not valid GraphQL over HTTP.' },
  DOCUMENT_NOT_PUBLISHED: { status: 403, message: 'The document is not one that was published for this hub.' },
  EVENT_STREAM_REQUIRED: { status: 406, message: 'A subscription is answered as an event stream: send "Accept: text/event-stream".' },
  TOO_MANY_STREAMS: { status: 429, message: 'Too many streams are open: {reason}. Let one end first.' },
  CURSOR_INVALID: { status: 400, message: 'The cursor does not belong to this query, caller and purpose, or is no longer valid.' },
  CURSOR_MISMATCH: { status: 400, message: 'The cursor was given out to another caller, or for another filter.' },
  QUERY_TOO_COSTLY: { status: 400, message: 'The operation asks for too much at once: {reason}.' },
  BUDGET_EXCEEDED: { status: 429, message: 'You have used up what you have for now: {reason}.' },
  REQUEST_NOT_FOUND: { status: 404, message: 'There is no request with this id that you may work on.' },
  ILLEGAL_TRANSITION: { status: 409, message: 'Not possible in state {state}. Possible are: {allowed}.' },
  NOTICE_NOT_FOUND: { status: 404, message: 'There is no notice with this id that you may work on.' },
  NOTICE_INCOMPLETE: { status: 400, message: 'The notice cannot be handed in. It lacks: {missing}.' },
  NOTICE_UNDISCLOSED: {
    status: 403,
    message: 'By your own bureau’s disclosure rules no officer of {bureau} could read this notice, so it does not leave.',
  },
  NOTICE_TOO_OPEN: {
    status: 403,
    message:
      'By your own bureau’s disclosure rules officers of {bureau}, to whom it is not addressed, would read this diffusion, so it is not sent.',
  },
  OPERATION_NOT_FOUND: { status: 404, message: 'There is no joint operation with this id that you may work on.' },
  OPERATION_UNDISCLOSED: {
    status: 403,
    message: 'By your own bureau’s disclosure rules no officer of {bureau} could read what it is to sign, so it is not invited.',
  },
  VERSION_CONFLICT: { status: 409, message: 'It has changed since: it is at version {version} now.' },
  IDEMPOTENCY_KEY_REUSED: { status: 409, message: 'This clientMutationId was used before, for something else.' },
  NO_LEGAL_BASIS: { status: 403, message: 'The legal basis is not in force between the two bureaus. {instead}' },
  REQUEST_UNDISCLOSED: {
    status: 403,
    message: 'By your own bureau’s disclosure rules no officer of {bureau} could read this request, so it is not sent.',
  },
  NOT_KEPT: {
    status: 501,
    message: 'This hub is a node of a cluster, and requests, notices and joint operations are kept by a hub of one node only.',
  },
  NOT_ACCEPTED: {
    status: 503,
    message: 'This could not be written down, so nothing was done. Send it again with the same clientMutationId.',
  },
  BUREAU_SUSPENDED: { status: 403, message: 'The Secretariat has suspended your bureau: it sends nothing.' },
  WATCH_TOO_BROAD: { status: 400, message: 'The watch is too broad: more than {most} records satisfy it now. Narrow its filter.' },
  TOO_MANY_WATCHES: { status: 429, message: 'You have {most} watches, and more are not possible. Delete one first.' },
  WATCH_NOT_FOUND: { status: 404, message: 'You have no such watch: it does not exist, has ended, or is not yours.' },
  AUDIT_UNAVAILABLE: { status: 503, message: 'The disclosure record cannot be written, so nothing is disclosed.' },
  NODE_DRAINING: { status: 503, message: 'This node is shutting down; try again.' },
  INTERNAL_ERROR: { status: 500, message: 'Something failed inside the hub. Reference: {reference}.' },
} as const

/** A code of `errorTable`. */
export type ErrorCode = keyof typeof errorTable

/** An error a caller may see. Anything else that is thrown leaves the hub as INTERNAL_ERROR. */
export class ComityError extends Error {
  readonly code: ErrorCode
  /** HTTP status that fits. */
  readonly status: number
  /** From when on the same may be asked again, ISO 8601 in UTC; null where time does not help, or nobody knows. */
  readonly retryAt: string | null

  /** Fills `{name}` in the table's message from `details`; details are words of ours, never values of records. */
  constructor(
    code: ErrorCode,
    details: Readonly<Record<string, string>> = {},
    { retryAt = null }: { readonly retryAt?: string | null } = {},
  ) {
    super(errorTable[code].message.replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? ''))
    this.name = 'ComityError'
    this.code = code
    this.status = errorTable[code].status
    this.retryAt = retryAt
  }

  /** `extensions` of the error in a GraphQL result. */
  get extensions(): Readonly<Record<string, string>> {
    return { code: this.code, ...(this.retryAt === null ? {} : { retryAt: this.retryAt }) }
  }
}
