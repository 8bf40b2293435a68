import { randomBytes } from 'node:crypto'
import type { NoticeState } from '../model/noticeLife.ts'
import { SealedHeld } from '../records/held/sealedHeld.ts'
import { Siv } from '../records/siv.ts'
import type { HeldRow, StepRow } from '../store/held/heldRows.ts'
import type { HeldNotice, NoticeContent, NoticeStep } from './heldNotice.ts'
import { noticeType } from './noticeMapping.ts'

type Since = 'pending' | 'flags' | 'isOnHold' | 'ended' | 'wordsKey'
/** A content as it may have been written by a hub that knew neither diffusions nor removal. */
type Kept = Omit<NoticeContent, Since | 'words'> & Partial<Pick<NoticeContent, Since>> & { readonly words: Partial<NoticeContent['words']> }

function whole({ words, ...kept }: Kept): NoticeContent {
  const since = { pending: null, flags: [], isOnHold: false, ended: null, wordsKey: null }
  return { ...since, ...kept, words: { form: 'NOTICE', recipients: null, ...words } as NoticeContent['words'] }
}

/** A key for the words of one notice. */
export function newWordsKey(): string {
  return randomBytes(32).toString('base64url')
}

function wordsUnder(key: string): Siv {
  return new Siv(Buffer.from(key, 'base64url'), 'comity notice words')
}

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

  /** `wordsKey`: of the notice; what is said with the step is sealed under it once more, so that it goes when the key does. */
  step(key: string, step: NoticeStep, wordsKey: string | null): StepRow {
    const message =
      step.message === null || wordsKey === null ? step.message : wordsUnder(wordsKey).seal(Buffer.from(step.message)).toString('base64url')
    const isUnder = message !== step.message
    return { number: step.number, at: step.at, sealed: this.#held.seal('step', key, { ...step, message, isUnder }) }
  }

  /** Throws for what was not sealed here, or for another notice, and for a record of another type. */
  notice({ standing: { type, party, label: _label, ...rest }, sealed }: HeldRow): HeldNotice {
    if (type !== noticeType || party === null) throw new TypeError('this is no notice')
    return {
      standing: { ...rest, reviewer: party, state: rest.state as NoticeState },
      content: whole(this.#held.open(sealed, 'content', rest.key) as Kept),
    }
  }

  /** As `notice`. What was said is null once the key is gone. */
  stepOf(key: string, { sealed }: StepRow, wordsKey: string | null): NoticeStep {
    const { isUnder = false, ...step } = this.#held.open(sealed, 'step', key) as NoticeStep & { readonly isUnder?: boolean }
    if (!isUnder || step.message === null) return step
    const words = wordsKey === null ? null : wordsUnder(wordsKey).open(Buffer.from(step.message, 'base64url'))
    return { ...step, message: words === null ? null : words.toString('utf8') }
  }
}
