const hour = 3_600_000
const day = 24 * hour

/** Time from sending to the answer, in milliseconds, by urgency. Of a judicial request: to the decision whether help is given. `CUSTOM` has none: the requester names the day. */
const usualMs = 7 * day
const answerMs: Readonly<Record<string, number>> = { FLASH: 8 * hour, URGENT: 3 * day, NORMAL: usualMs, JUDICIAL: 30 * day }
/** Of a judicial request: from the decision to the answer. */
const executionMs = 90 * day

/** Parts of the time, in percent, after which the duty officers of both sides are told. With the last one the request lapses. */
export const escalations: readonly number[] = [50, 80, 100]

/** The time that a request is given: from an instant to another, in epoch milliseconds. */
export interface Term {
  readonly began: number
  readonly due: number
}

/** The term of a request that is sent now; `custom` is the instant that the requester named. One that is over already is as the usual one. */
export function termOf(urgency: string, now: number, custom: number | null): Term {
  const length = answerMs[urgency] ?? (custom !== null && custom > now ? custom - now : usualMs)
  return { began: now, due: now + length }
}

/** The term of a request that is accepted now. Only the judicial one has a second clock. */
export function termOnceAccepted(urgency: string, now: number, term: Term): Term {
  return urgency === 'JUDICIAL' ? { began: now, due: now + executionMs } : term
}

/** The same term after the clock stood still. */
export function pausedTerm({ began, due }: Term, from: number, until: number): Term {
  const pause = Math.max(0, until - from)
  return { began: began + pause, due: due + pause }
}

/** The instant at which so many percent of a term are over. */
export function instantAt({ began, due }: Term, percent: number): number {
  return began + Math.ceil(((due - began) * percent) / 100)
}

/** The percentages of `escalations` that are over at an instant and higher than the one that was told last. */
export function overdueAt(term: Term, told: number, now: number): readonly number[] {
  return escalations.filter((percent) => percent > told && instantAt(term, percent) <= now)
}

/** When the clock is to look again, or null when everything has been told. */
export function nextLook(term: Term, told: number): number | null {
  const next = escalations.find((percent) => percent > told)
  return next === undefined ? null : instantAt(term, next)
}
