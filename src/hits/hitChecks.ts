import type { LinkCall } from '../links/link.ts'
import { type DeskEntry, readerOf } from '../model/deskEntry.ts'
import { ComityError } from '../model/errors.ts'
import type { Caller } from '../model/principal.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import type { Account } from '../store/budgets.ts'
import { durably } from '../store/durably.ts'
import type { Store } from '../store/store.ts'
import { type Timer, waitAfter } from './answerTime.ts'
import { askBureau, type BureauFindings, type FoundRecord } from './askBureau.ts'
import { type HitCheckInput, type HitKeyKind, readHitKey } from './hitKey.ts'

/** What the reader is told of one bureau. A blind hit is told as what it would be without. */
export type HitOutcome = 'HIT' | 'NO_HIT' | 'NOT_ANSWERED'

/** What one bureau is said to answer. */
export interface HitCheckResultRow {
  readonly bureau: string
  readonly outcome: HitOutcome
}

/** A finished check. */
export interface HitCheckResult {
  readonly kind: HitKeyKind
  /** One per bureau, in the order of codes: what the reader is told. */
  readonly rows: readonly HitCheckResultRow[]
  /** Bureaus whose desks were alarmed by a blind hit. For the audit entry alone. */
  readonly alarmed: readonly string[]
  /** Checks that the caller has left today. */
  readonly left: number
}

/** What hit checks work with. */
export interface HitCheckParts {
  readonly store: Pick<Store, 'budgets' | 'tellDesks'>
  readonly timer: Timer
  /** Checks that one person has on one UTC day. */
  readonly perDay: number
}

/** One operation, as a hit check needs it. */
export interface AskingOperation {
  readonly caller: Caller
  readonly call: LinkCall
  /** Codes of all members, in their order, those included that cannot be asked. */
  readonly bureaus: readonly string[]
  /** A bureau with the policy that decides in this operation; undefined for one that cannot be asked. */
  sourceOf(bureau: string): BureauSource | undefined
}

/** Answers hit checks: whether a bureau knows somebody, and nothing more. */
export class HitChecks {
  readonly #parts: HitCheckParts

  constructor(parts: HitCheckParts) {
    this.#parts = parts
  }

  /**
   * One check of all bureaus. It costs one of the caller's checks of the day, whatever comes of it, and each owner whose record it came upon has been told durably when
   * it returns. Throws CASE_REQUIRED, BAD_USER_INPUT, BUDGET_EXCEEDED, and AUDIT_UNAVAILABLE when an owner cannot be told.
   */
  async check(input: HitCheckInput, { caller, call, bureaus, sourceOf }: AskingOperation): Promise<HitCheckResult> {
    const { timer, perDay } = this.#parts
    const started = timer.now()
    if (caller.purpose.case === null) throw new ComityError('CASE_REQUIRED')
    const { kind, key } = readHitKey(input)
    const left = perDay - this.#charge(caller)
    const silent: BureauFindings = { complete: false, found: [] }
    const sources = bureaus.map(sourceOf)
    const findings = await Promise.all(sources.map((source) => (source === undefined ? silent : askBureau(source, key, caller, call))))
    const answers = bureaus.map((bureau, i) => ({ bureau, ...(findings[i] ?? silent) }))
    this.#tellOwners(answers, caller)
    await timer.pause(waitAfter(timer.now() - started))
    const rows = answers.map((answer) => ({ bureau: answer.bureau, outcome: outcomeOf(answer) }))
    return { kind, rows, alarmed: answers.filter(({ found }) => found.some(isAlarm)).map(({ bureau }) => bureau), left }
  }

  /** Counts this check. Gives how many have been counted. */
  #charge({ principal, date }: Caller): number {
    const { budgets } = this.#parts.store
    const account: Account = { budget: 'hitCheck', bureau: principal.bureau, person: principal.personRef, day: date }
    return durably(() => {
      if (budgets.spend(account, this.#parts.perDay)) return budgets.spent(account)
      const next = nextDay(date)
      throw new ComityError('BUDGET_EXCEEDED', { reason: `hit checks of this UTC day; again from ${next} on` }, { retryAt: next })
    })
  }

  /** A bureau's own officers are not reported to its desk: they ask under its own law. */
  #tellOwners(answers: readonly (BureauFindings & { readonly bureau: string })[], caller: Caller): void {
    const foreign = answers.filter(({ bureau }) => bureau !== caller.principal.bureau)
    const entries = foreign.flatMap(({ bureau, found }) => entriesOf(bureau, found, caller).map((entry) => ({ owner: bureau, entry })))
    durably(() => this.#parts.store.tellDesks(caller.instant, entries))
  }
}

/** The beginning of the UTC day after this one. */
function nextDay(day: string): string {
  return `${new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 19)}Z`
}

function outcomeOf({ complete, found }: BureauFindings): HitOutcome {
  return found.some(({ hit }) => hit) ? 'HIT' : complete ? 'NO_HIT' : 'NOT_ANSWERED'
}

function entriesOf(owner: string, found: readonly FoundRecord[], caller: Caller): readonly DeskEntry[] {
  const entry = (kind: 'HIT' | 'BLIND_HIT', records: readonly FoundRecord[], rules: readonly string[]): readonly DeskEntry[] =>
    records.length === 0
      ? []
      : [
          {
            kind,
            ...readerOf(caller),
            records: records.map(({ ref }) => ({ type: ref.type, key: ref.key })),
            rules: [...new Set(rules)],
            // That another owner's access is open is none of this owner's business.
            emergency: caller.emergency?.bureau === owner ? caller.emergency.id : null,
          },
        ]
  const [hits, alarms] = [found.filter(({ hit }) => hit), found.filter(isAlarm)]
  return [
    ...entry(
      'BLIND_HIT',
      alarms,
      alarms.flatMap((one) => one.alarms),
    ),
    ...entry(
      'HIT',
      hits,
      hits.flatMap((one) => one.permits),
    ),
  ]
}

function isAlarm({ alarms }: FoundRecord): boolean {
  return alarms.length > 0
}
