import type { NoticeState } from '../model/noticeLife.ts'
import { SealedHeld } from '../records/held/sealedHeld.ts'
import type { HeldRow, StepRow } from '../store/held/heldRows.ts'
import type { HeldNotice, NoticeContent, NoticeStep } from './heldNotice.ts'
import { noticeType } from './noticeMapping.ts'

/** Notices as they are kept. */
export class SealedNotices {
  readonly #held: SealedHeld

  /** `secret`: at least 32 bytes, kept for as long as the notices. */
  constructor(secret: Uint8Array) {
    this.#held = new SealedHeld(secret, 'comity notice')
  }

  row({ standing, content }: HeldNotice): HeldRow {
    const { reviewer, ...rest } = standing
    return {
      standing: { ...rest, type: noticeType, party: reviewer, label: content.number },
      sealed: this.#held.seal('content', standing.key, content),
    }
  }

  step(key: string, step: NoticeStep): StepRow {
    return { number: step.number, at: step.at, sealed: this.#held.seal('step', key, step) }
  }

  /** Throws for what was not sealed here, or for another notice, and for a record of another type. */
  notice({ standing: { type, party, label: _label, ...rest }, sealed }: HeldRow): HeldNotice {
    if (type !== noticeType || party === null) throw new TypeError('this is no notice')
    return {
      standing: { ...rest, reviewer: party, state: rest.state as NoticeState },
      content: this.#held.open(sealed, 'content', rest.key) as NoticeContent,
    }
  }

  /** As `notice`. */
  stepOf(key: string, { sealed }: StepRow): NoticeStep {
    return this.#held.open(sealed, 'step', key) as NoticeStep
  }
}
