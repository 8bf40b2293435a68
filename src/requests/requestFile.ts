import { type ActingParty, actorOf } from '../lives/life.ts'
import type { RequestAct, RequestSide } from '../model/assistance.ts'
import { heldPlace, type RecordRef } from '../model/record.ts'
import type { OutboxMessage } from '../store/held/outboxRows.ts'
import { placeOf } from './advance.ts'
import { requestType } from './heldMapping.ts'
import type { HeldRequest, RequestStep } from './heldRequest.ts'
import { type RequestLifeWords, requestLife, unsent } from './machine.ts'

/** A request as one of its two bureaus works on it. */
export interface RequestFile {
  /** Where its record is read. */
  readonly ref: RecordRef
  readonly request: HeldRequest
  readonly side: RequestSide
  readonly possible: readonly RequestAct[]
  readonly steps: readonly RequestStep[]
  /** Its messages to the requested bureau's own system, the first first. */
  readonly messages: readonly OutboxMessage[]
}

/** Where a request's record lives. */
export function refOf({ standing: { owner, key } }: HeldRequest): RecordRef {
  return { bureau: heldPlace(owner), type: requestType, key }
}

/** A request as one side may know it: the requested bureau nothing of before it was sent, and each the persons and inner reasons of its own only. */
export function fileFor(
  request: HeldRequest,
  steps: readonly RequestStep[],
  messages: readonly OutboxMessage[],
  party: ActingParty<RequestLifeWords>,
): RequestFile {
  const isRequester = party.side === 'REQUESTER'
  const sentAt = steps.findIndex(({ state }) => !unsent.has(state))
  const known = isRequester ? steps : sentAt < 0 ? [] : steps.slice(sentAt)
  return {
    ref: refOf(request),
    request,
    side: party.side,
    possible: requestLife.actsOf(placeOf(request), actorOf(party)),
    steps: known.map((step) => ({
      ...step,
      person: step.bureau === party.bureau ? step.person : null,
      found: step.bureau === party.bureau ? step.found : null,
      authorisation: isRequester ? step.authorisation : null,
    })),
    messages: isRequester || !unsent.has(request.standing.state) ? messages : [],
  }
}
