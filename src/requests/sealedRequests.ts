import type { RequestState } from '../model/assistance.ts'
import { SealedHeld } from '../records/held/sealedHeld.ts'
import type { HeldRow, StepRow } from '../store/held/heldRows.ts'
import { requestType } from './heldMapping.ts'
import type { HeldRequest, RequestContent, RequestStep } from './heldRequest.ts'

/** Requests as they are kept. */
export class SealedRequests {
  readonly #held: SealedHeld

  /** `secret`: at least 32 bytes, kept for as long as the requests. */
  constructor(secret: Uint8Array) {
    this.#held = new SealedHeld(secret, 'comity request')
  }

  row({ standing, content }: HeldRequest): HeldRow {
    const { requested, ...rest } = standing
    return {
      standing: { ...rest, type: requestType, party: requested, label: null },
      sealed: this.#held.seal('content', standing.key, content),
    }
  }

  step(key: string, step: RequestStep): StepRow {
    return { number: step.number, at: step.at, sealed: this.#held.seal('step', key, step) }
  }

  /** What goes to another bureau's own system. */
  message(key: string, body: Readonly<Record<string, unknown>>): Uint8Array {
    return this.#held.seal('message', key, body)
  }

  /** Throws for what was not sealed here, or for another request, and for a record of another type. */
  request({ standing: { type, party, label: _label, ...rest }, sealed }: HeldRow): HeldRequest {
    if (type !== requestType || party === null) throw new TypeError('this is no request')
    const standing = { ...rest, requested: party, state: rest.state as RequestState }
    return { standing, content: this.#held.open(sealed, 'content', rest.key) as RequestContent }
  }

  /** As `request`. */
  stepOf(key: string, { sealed }: StepRow): RequestStep {
    return this.#held.open(sealed, 'step', key) as RequestStep
  }

  /** As `request`. */
  messageOf(key: string, sealed: Uint8Array): Readonly<Record<string, unknown>> {
    return this.#held.open(sealed, 'message', key) as Readonly<Record<string, unknown>>
  }
}
