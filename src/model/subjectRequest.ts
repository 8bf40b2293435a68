/** What somebody asks of the oversight body about themselves. */
export type SubjectRequestKind = 'ACCESS' | 'CORRECTION' | 'DELETION'

/** How it was answered: with what there is to tell, or with neither a yes nor a no. */
export type SubjectReply = 'DISCLOSED' | 'NEITHER_CONFIRMED_NOR_DENIED' | 'REFUSED'

/** A request on its way. Who asks stands in the oversight body's own file, never here. */
export interface SubjectRequest {
  /** Dense within one oversight body, from 1. */
  readonly number: number
  /** Code of the oversight body. */
  readonly body: string
  readonly kind: SubjectRequestKind
  /** Of the file there. */
  readonly reference: string
  /** UTC days, `YYYY-MM-DD`. */
  readonly received: string
  readonly due: string
  readonly answered: { readonly on: string; readonly reply: SubjectReply } | null
}

/** Months within which each is to be decided: access four, correction and deletion nine (Rules of the Commission, Art. 40). */
const months: Readonly<Record<SubjectRequestKind, number>> = { ACCESS: 4, CORRECTION: 9, DELETION: 9 }

/** The last day on which a request is in time: the same day of a later month, or that month's last. `received`: `YYYY-MM-DD`. */
export function dueOn(kind: SubjectRequestKind, received: string): string {
  const [year = 0, month = 1, day = 1] = received.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months[kind] + 1, 0))
  const due = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())))
  return due.toISOString().slice(0, 10)
}

/**
 * The reply that neither confirms nor denies. INVARIANT: it is made of the request alone, so that it reads the same whether or not there is anything, and whoever looked.
 */
export function neitherConfirmNorDeny({ kind, reference, received }: Pick<SubjectRequest, 'kind' | 'reference' | 'received'>): string {
  const asked = { ACCESS: 'access to', CORRECTION: 'correction of', DELETION: 'deletion of' }[kind]
  return [
    `Your request of ${received} for ${asked} data about you, reference ${reference}, has been examined.`,
    'The necessary checks have been carried out with every bureau concerned, and any data found not to comply with the rules has been dealt with.',
    'For reasons set out in the rules on data processing it can neither be confirmed nor denied whether data about you is or was processed. The same reply is given where there is none.',
    'You may ask for this decision to be reviewed.',
  ].join('\n\n')
}
