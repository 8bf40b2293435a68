import type { NativeRow } from '../connectors/connector.ts'
import type { MappingFile } from '../mapping/language.ts'
import type { HeldOperation } from './heldOperation.ts'
import { joinedIn } from './standing.ts'

/** The record type that joint operations are. */
export const operationType = 'Operation'

/** How kept operations become records: lines of a mapping like any bureau's. */
export const operationMapping: MappingFile['types'] = {
  [operationType]: {
    from: operationType,
    key: 'key',
    fields: {
      codename: { column: 'codename' },
      kind: { column: 'kind' },
      state: { column: 'state' },
      purpose: { column: 'purpose' },
      legalBasis: { column: 'legalBasis' },
      startsOn: { column: 'startsOn' },
      endsOn: { column: 'endsOn' },
      participants: {
        each: 'participants',
        item: { object: { bureau: { column: 'bureau' }, role: { column: 'role' }, from: { column: 'from' } } },
      },
      targets: { each: 'targets', item: { column: 'key', link: { to: 'Person', bureau: { column: 'bureau' } } } },
      offenceFamilies: { column: 'offenceFamilies' },
      results: { column: 'results' },
      recordedAt: { column: 'recorded', epoch: 'ms' },
      updatedAt: { column: 'updated', epoch: 'ms' },
    },
  },
}

/** An operation as a native row: what is agreed on, who takes part, and the targets that were revealed. Invitations, members and embargoes are none of it. */
export function operationRow({ standing, content }: HeldOperation): NativeRow {
  const { key, state, sent, due, updated } = standing
  const { codename, terms, recorded, targets } = content
  const { kind, purpose, legalBasis, startsOn, endsOn, offenceFamilies } = terms
  const joined = joinedIn(content)
  const reported = joined.flatMap(({ bureau, results }) => (results === null ? [] : [`${bureau}: ${results}`]))
  return {
    ...{ key, state, sent, due, updated, recorded, codename, kind, purpose, legalBasis },
    ...{ startsOn, endsOn, offenceFamilies, party: null },
    participants: joined.map(({ bureau, role, joined: at }) => ({ bureau, role, from: dayOf(at ?? recorded) })),
    targets: targets.flatMap(({ revealed, person }) => (revealed ? [{ bureau: person.bureau, key: person.key }] : [])),
    results: state === 'CLOSED' || state === 'ARCHIVED' ? reported.join('\n') || null : null,
  }
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
