import type { Place } from '../lives/life.ts'
import type { HeldOperation, OperationContent, OperationTerms, Party } from './heldOperation.ts'
import { inForce, type OperationLifeWords, over } from './machine.ts'

/** How one bureau stands in an operation: the party, or null for one that has no business with it. */
export function partyAt({ parties }: OperationContent, bureau: string): Party | null {
  return parties.find((one) => one.bureau === bureau) ?? null
}

/** Those who said that they take part: they know of each other. */
export function acceptedIn({ parties }: OperationContent): readonly Party[] {
  return parties.filter(({ accepted }) => accepted !== null)
}

/** Those for whom the signed terms count. */
export function joinedIn({ parties }: OperationContent): readonly Party[] {
  return parties.filter(({ joined }) => joined !== null)
}

/** Whether there is something to sign: nothing was agreed on yet, or other terms or another party are waiting. */
export function isOpen({ standing, content }: HeldOperation): boolean {
  return standing.state === 'NEGOTIATED' || content.pending !== null || acceptedIn(content).some(({ joined }) => joined === null)
}

/** The terms that a signature now is for. */
export function termsToSign({ terms, pending }: OperationContent): OperationTerms {
  return pending ?? terms
}

/** Where an operation stands in its life, for one bureau; for the hub itself null. */
export function placeOf(operation: HeldOperation, bureau: string | null): Place<OperationLifeWords> {
  const { standing, content } = operation
  const parties = acceptedIn(content)
  const unsigned = parties.filter(({ signed }) => signed !== content.edition)
  const maySign = isOpen(operation) && parties.length > 1 && unsigned.some((one) => one.bureau === bureau)
  return {
    state: standing.state,
    resumes: content.resumes,
    facts: [
      ...(maySign ? [unsigned.length > 1 ? ('MAY_SIGN' as const) : ('SIGNS_LAST' as const)] : []),
      ...(joinedIn(content).every(({ results }) => results !== null) ? (['ALL_REPORTED'] as const) : []),
    ],
    hands: [],
  }
}

/** The first instant after an operation's last day, in epoch milliseconds. */
export function endOf({ endsOn }: OperationTerms): number {
  return Date.parse(`${endsOn}T00:00:00Z`) + 86_400_000
}

/** What rules call an operation: its lead and its code name, so that nobody else can propose one of that name. */
export function nameOf({ standing, content }: HeldOperation): string {
  return `${standing.owner}/${content.codename}`
}

/** Whether what was promised to members counts on a day: it is in force, and the day is one of those agreed on. */
export function isInForce({ standing, content: { terms } }: HeldOperation, day: string): boolean {
  return inForce.has(standing.state) && terms.startsOn <= day && day <= terms.endsOn
}

/** When the clock looks at an operation: at its end, or when an embargo ends; null: not at all. */
export function clockOf({ standing: { state, due }, content: { embargoes } }: HeldOperation): number | null {
  if (over.has(state)) return null
  const ends = [...(state === 'DEBRIEF' || due === null ? [] : [due]), ...embargoes.map(({ until }) => until)]
  return ends.length === 0 ? null : Math.min(...ends)
}
