import type { Change, RecordSketch } from '../model/change.ts'
import type { DeskEntry, DeskEntryKind } from '../model/deskEntry.ts'
import type { NewChangeRow } from '../store/changes/changeRows.ts'
import type { HeldWrite } from '../store/held/heldRows.ts'
import type { NewMessage } from '../store/held/outboxRows.ts'
import { requestType } from './heldMapping.ts'
import type { HeldRequest, RequestStep } from './heldRequest.ts'
import { unsent } from './machine.ts'
import { refOf } from './requestFile.ts'
import type { SealedRequests } from './sealedRequests.ts'

/** How what happens to a request is written down. */
export interface WritingParts {
  readonly sealed: SealedRequests
  /** Makes a change ready for the log. */
  readonly sealChange: (change: Change) => NewChangeRow
  /** What is kept of a state to tell later whose view has moved; null: nothing. */
  readonly sketch: (request: HeldRequest) => RecordSketch | null
}

/** Who did it, as desks are told. */
export type Teller = Pick<DeskEntry, 'reader' | 'purpose' | 'case'>

/** A step with everything that is written down together with it. `before`: the request as it was read; null for a new one. */
export function stepWrite(
  before: HeldRequest | null,
  after: HeldRequest,
  step: RequestStep,
  told: { readonly teller: Teller; readonly message: NewMessage | null },
  { sealed, sealChange, sketch }: WritingParts,
): HeldWrite {
  const { standing } = after
  const ref = refOf(after)
  return {
    row: sealed.row(after),
    expected: before === null ? null : { version: before.standing.version, clock: before.standing.clock },
    step: sealed.step(standing.key, step),
    message: told.message,
    desks: toldDesks(after, step).map(({ owner, kind }) => ({ owner, entry: entryOf(kind, told.teller, after) })),
    changes: [
      sealChange({
        bureau: ref.bureau,
        type: requestType,
        key: standing.key,
        kind: before === null ? 'CREATED' : 'CHANGED',
        version: String(standing.version),
        occurredAt: new Date(step.at).toISOString(),
        late: false,
        before: before === null ? null : sketch(before),
        after: sketch(after),
      }),
    ],
  }
}

/** What the clock tells both desks without a step. */
export function clockWrite(before: HeldRequest, after: HeldRequest, { sealed }: WritingParts): HeldWrite {
  const { owner, requested, version, clock } = before.standing
  return {
    row: sealed.row(after),
    expected: { version, clock },
    step: null,
    message: null,
    desks: bothDesks(owner, requested).map((desk) => ({ owner: desk, entry: entryOf('REQUEST_DUE', clockFor(before, desk), after) })),
    changes: [],
  }
}

/** What both desks are told of a message that does not arrive. */
export function undeliveredWrite(request: HeldRequest, { sealed }: WritingParts): HeldWrite {
  const { owner, requested, version, clock } = request.standing
  return {
    row: sealed.row(request),
    expected: { version, clock },
    step: null,
    message: null,
    desks: bothDesks(owner, requested).map((desk) => ({
      owner: desk,
      entry: entryOf('REQUEST_UNDELIVERED', clockFor(request, desk), request),
    })),
    changes: [],
  }
}

/** An entry about a request. */
export function entryOf(kind: DeskEntryKind, teller: Teller, request: HeldRequest): DeskEntry {
  return { kind, ...teller, records: [], rules: [], emergency: null, request: refOf(request) }
}

/** The clock, as a desk is told of it: about the other bureau, for the purpose of the request. */
export function clockFor({ standing: { owner, requested }, content: { asked } }: HeldRequest, desk: string): Teller {
  const bureau = desk === owner ? requested : owner
  return { reader: { bureau, roles: [], organisation: null, unit: null }, purpose: asked.purpose, case: desk === owner ? asked.case : null }
}

function toldDesks(
  { standing: { owner, requested } }: HeldRequest,
  { act, side, state }: RequestStep,
): readonly { owner: string; kind: DeskEntryKind }[] {
  if (unsent.has(state)) return []
  if (act === 'LAPSE') return bothDesks(owner, requested).map((desk) => ({ owner: desk, kind: 'REQUEST_DUE' as const }))
  if (state === 'SENT') return [{ owner: requested, kind: 'REQUEST_ARRIVED' }]
  return [{ owner: side === 'REQUESTER' ? requested : owner, kind: 'REQUEST_MOVED' }]
}

function bothDesks(owner: string, requested: string): readonly string[] {
  return [owner, requested]
}
