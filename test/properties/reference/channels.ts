import { createHash } from 'node:crypto'
import type { Question } from '../world/questions.ts'
import { type IdOf, recordsFound } from './answer.ts'
import type { CallerCase } from './decide.ts'
import type { View, ViewCase } from './view.ts'

/**
 * Channels that the hub does not have yet, by the definition it will have to keep: each reads the view. They stand here so that the suite already knows
 * the leaks that they are prone to.
 */

/** Full-text search: records whose text shown in full holds the word, best first. No statistics of the corpus, which hidden records would move. */
export function search(word: string, view: View, idOf: IdOf): readonly { readonly id: string; readonly score: number }[] {
  return [...view.values()]
    .map((one) => ({ id: idOf(one.ref), score: textsOf(one).filter((text) => text.includes(word)).length * weightOf(word, view) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** The same for every word: what is rare is rare among hidden records too. */
function weightOf(_word: string, _view: View): number {
  return 1
}

function textsOf({ levels, values }: ViewCase): readonly string[] {
  return Object.entries(values)
    .filter(([field, value]) => levels[field] === 'full' && value !== null)
    .map(([, value]) => JSON.stringify(value))
}

/** The version of an answer: equal for equal answers. */
export function etag(question: Question, view: View): string {
  return createHash('sha256')
    .update(JSON.stringify(recordsFound(question, view)))
    .digest('hex')
}

/** What a subscriber is told when the records change from one state to another: how its view changed, and nothing when it did not. */
export function events(
  before: View,
  after: View,
  idOf: IdOf,
): readonly { readonly kind: 'added' | 'changed' | 'removed'; readonly id: string }[] {
  const kindOf = (key: string) => {
    const [old, now] = [before.get(key), after.get(key)]
    if (old === undefined) return 'added' as const
    if (now === undefined) return 'removed' as const
    return JSON.stringify(old) === JSON.stringify(now) ? null : ('changed' as const)
  }
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key) => {
    const kind = kindOf(key)
    const ref = (after.get(key) ?? before.get(key))?.ref
    return kind === null || ref === undefined ? [] : [{ kind, id: idOf(ref) }]
  })
}

/** Whether a new record with this number is taken: refused only for a number that the caller sees on a record of its own bureau. */
export function uniqueProbe(number: string, caller: CallerCase, view: View): 'ACCEPTED' | 'TAKEN' {
  const own = [...view.values()].filter(({ ref }) => ref.bureau === caller.country)
  return own.some(({ values }) => values['number'] === number) ? 'TAKEN' : 'ACCEPTED'
}

/** What the caller reads of its own past questions: what it asked, and how many records it was given. */
export function auditEcho(question: Question, view: View): object {
  return { type: question.type, given: recordsFound(question, view).length }
}

/** What a question costs: by its text alone. */
export function costOf(question: Question, _view: View): number {
  return question.first * (1 + question.select.length)
}

/** All of it, for one state of the records; `later` is another state that they go over to. */
export function otherChannels(
  view: View,
  later: View,
  caller: CallerCase,
  question: Question,
  idOf: IdOf,
): Readonly<Record<string, unknown>> {
  return {
    search: ['Alpha', 'Lopez', 'Cook'].map((word) => search(word, view, idOf)),
    etag: etag(question, view),
    events: events(view, later, idOf),
    probes: ['2026 Alpha', '2025 Beta'].map((number) => uniqueProbe(number, caller, view)),
    echo: auditEcho(question, view),
    cost: costOf(question, view),
  }
}
