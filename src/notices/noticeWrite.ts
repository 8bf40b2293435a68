import type { Change, RecordSketch } from '../model/change.ts'
import type { DeskEntry, DeskEntryKind } from '../model/deskEntry.ts'
import { heldPlace, type RecordRef } from '../model/record.ts'
import type { NewChangeRow } from '../store/changes/changeRows.ts'
import type { HeldWrite } from '../store/held/heldRows.ts'
import type { HeldNotice, NoticeStep } from './heldNotice.ts'
import { noticeType } from './noticeMapping.ts'
import type { SealedNotices } from './sealedNotices.ts'

/** How what happens to a notice is written down. */
export interface WritingParts {
  readonly sealed: SealedNotices
  /** Makes a change ready for the log. */
  readonly sealChange: (change: Change) => NewChangeRow
  /** What is kept of a state to tell later whose view has moved; null: nothing. */
  readonly sketch: (notice: HeldNotice) => RecordSketch | null
}

/** Who did it, as desks are told. */
export type Teller = Pick<DeskEntry, 'reader' | 'purpose' | 'case'>

/** Where a notice's record lives. */
export function refOf({ standing: { owner, key } }: HeldNotice): RecordRef {
  return { bureau: heldPlace(owner), type: noticeType, key }
}

/** A step with everything that is written down together with it. `before`: the notice as it was read; null for a new one. */
export function stepWrite(
  before: HeldNotice | null,
  after: HeldNotice,
  step: NoticeStep,
  teller: Teller,
  { sealed, sealChange, sketch }: WritingParts,
): HeldWrite {
  const { key, owner, reviewer, version } = after.standing
  const isInner = step.act === 'CREATE' || (step.act === 'AMEND' && step.state === 'DRAFT')
  const told = isInner ? null : step.side === 'OWNER' ? reviewer : owner
  return {
    row: sealed.row(after),
    expected: before === null ? null : { version: before.standing.version, clock: before.standing.clock },
    step: sealed.step(key, step, after.content.wordsKey),
    message: null,
    desks: told === null ? [] : [{ owner: told, entry: entryOf('NOTICE_MOVED', teller, after) }],
    changes: [
      sealChange({
        ...refOf(after),
        kind: before === null ? 'CREATED' : 'CHANGED',
        version: String(version),
        occurredAt: new Date(step.at).toISOString(),
        late: false,
        before: before === null ? null : sketch(before),
        after: sketch(after),
      }),
    ],
  }
}

/** What the clock tells the owner's desk without a step: that the end is near. */
export function warningWrite(before: HeldNotice, after: HeldNotice, { sealed }: WritingParts): HeldWrite {
  const { owner, version, clock } = before.standing
  return {
    row: sealed.row(after),
    expected: { version, clock },
    step: null,
    message: null,
    desks: [{ owner, entry: entryOf('NOTICE_ENDING', clockFor(before), after) }],
    changes: [],
  }
}

/** The clock, as the owner's desk is told of it. */
export function clockFor({ standing: { reviewer } }: HeldNotice): Teller {
  return { reader: { bureau: reviewer, roles: [], organisation: null, unit: null }, purpose: 'COMPLIANCE_REVIEW', case: null }
}

function entryOf(kind: DeskEntryKind, teller: Teller, notice: HeldNotice): DeskEntry {
  return { kind, ...teller, records: [], rules: [], emergency: null, notice: refOf(notice) }
}
