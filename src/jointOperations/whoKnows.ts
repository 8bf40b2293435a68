import type { OperationAct } from '../model/jointOperation.ts'
import type { OperationContent } from './heldOperation.ts'
import { acceptedIn } from './standing.ts'

/** Acts that are a bureau's own: nobody else learns that there was one. A target has no owner for others until it is revealed; of an embargo those know from whom nothing is to be hidden. */
const inner: ReadonlySet<OperationAct> = new Set<OperationAct>(['NAME', 'RELEASE', 'NOMINATE', 'DROP', 'EMBARGO', 'LIFT'])
/** Acts that those hear of, too, who have not answered yet: what they were invited to is another, or is over. */
const open: ReadonlySet<OperationAct> = new Set<OperationAct>(['AMEND', 'CLOSE', 'TERMINATE', 'ARCHIVE', 'END'])

/**
 * The bureaus that learn of a step. Until both have accepted, two invited bureaus do not learn of each other. `by`: null for the hub.
 */
export function knowing(
  act: OperationAct,
  by: string | null,
  about: string | null,
  before: OperationContent,
  after: OperationContent,
): readonly string[] {
  const lead = before.parties[0]?.bureau ?? after.parties[0]?.bureau ?? ''
  const own = by === null ? [] : [by]
  if (act === 'CREATE') return [lead]
  if (inner.has(act)) return by === null ? [...new Set(goneEmbargoes(before, after))] : own
  const invited = about ?? (act === 'DECLINE' ? by : null)
  const accepted = [...acceptedIn(before), ...acceptedIn(after)].map(({ bureau }) => bureau)
  if (invited !== null && !accepted.includes(invited)) return [...new Set([lead, invited])]
  const everybody = open.has(act) ? after.parties.map(({ bureau }) => bureau) : []
  return [...new Set([lead, ...own, ...accepted, ...everybody])]
}

function goneEmbargoes(before: OperationContent, after: OperationContent): readonly string[] {
  const left = new Set(after.embargoes.map(({ key }) => key))
  return before.embargoes.filter(({ key }) => !left.has(key)).map(({ bureau }) => bureau)
}
