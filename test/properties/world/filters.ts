import fc from 'fast-check'
import { idOf } from './ids.ts'
import { recordKeys, type TypeName } from './recordTypes.ts'

/** A `where` argument, as a caller writes it. */
export type FilterCase = Readonly<Record<string, unknown>>

type Leaf = fc.Arbitrary<FilterCase>

const one = <T>(name: string, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> => arbitrary.map((value) => ({ [name]: value }))
const oneOf = (...values: readonly string[]): Leaf =>
  fc.oneof(one('eq', fc.constantFrom(...values)), one('in', fc.subarray([...values], { minLength: 1 })))
const texts = (...values: readonly string[]): Leaf =>
  fc.oneof(oneOf(...values), one('startsWith', fc.constantFrom(...values.map((value) => value.slice(0, 3)))))
const days = fc.constantFrom('2026-01-10', '2026-02-20', '2026-06-14', '2026-06-15')
const day: Leaf = fc.oneof(one('eq', days), one('gte', days), one('lte', days))
const instants = fc.constantFrom('2026-03-01T08:00:00Z', '2026-05-01T08:00:00.5Z')
const instant: Leaf = fc.oneof(one('gte', instants), one('lte', instants))
const births = fc.constantFrom('1980', '1980-06-15', '1980-07', '1991-02-03')
const birth: Leaf = fc.oneof(one('eq', births), one('gte', births), one('lte', births), one('in', fc.constant(['1980', '1991'])))
const owner: Leaf = one('owner', oneOf('XA', 'XB', 'XC'))

const personLeaf: Leaf = fc.oneof(
  one('status', oneOf('MISSING', 'SUSPECT', 'WITNESS')),
  one('names', fc.oneof(one('family', texts('Lopez', 'Lindt', 'L.')), one('kind', oneOf('PRIMARY', 'ALIAS')))),
  one('sex', one('eq', fc.constantFrom('F', 'M'))),
  one('birthDate', birth),
  one('documents', fc.oneof(one('number', oneOf('P1234567', 'P.')), one('issuingCountry', oneOf('XA', 'XB')))),
  one('updatedAt', instant),
  one('recordedAt', instant),
)

/** Ids of records that may or may not be there, and one that is none. */
function idFilter(type: TypeName): Leaf {
  const ids = ['XA', 'XB'].flatMap((bureau) => recordKeys.map((key) => idOf({ bureau, type, key })))
  const id = fc.constantFrom(...ids, 'bm8gaWQ')
  return one('id', fc.oneof(one('eq', id), one('in', fc.uniqueArray(id, { maxLength: 6 }))))
}

function subject(name: string): { arbitrary: Leaf; weight: number } {
  return { arbitrary: one(name, fc.oneof(personLeaf, owner, negated(personLeaf), idFilter('Person'))), weight: 4 }
}

const leaves: Readonly<Record<TypeName, Leaf>> = {
  Person: fc.oneof({ arbitrary: personLeaf, weight: 5 }, { arbitrary: owner, weight: 1 }),
  Notice: fc.oneof(
    one('kind', oneOf('RED', 'BLUE', 'YELLOW')),
    one('number', texts('2026 Alpha', '2026 alpha', '2025 Beta')),
    one('state', oneOf('PUBLISHED', 'DRAFT')),
    one('issuedOn', day),
    one('expiresOn', day),
    one('updatedAt', instant),
    owner,
    subject('subject'),
  ),
  AssistanceRequest: fc.oneof(
    one('reference', texts('R Alpha', 'r alpha', 'R Beta')),
    one('kind', oneOf('INFORMATION', 'IDENTITY_CHECK')),
    one('urgency', oneOf('NORMAL', 'URGENT')),
    one('requestedBureaus', oneOf('XA', 'XB')),
    one('sentAt', instant),
    one('updatedAt', instant),
    owner,
    subject('subjects'),
  ),
}

function negated(leaf: Leaf): Leaf {
  return one('not', leaf)
}

/** Any filter of a type: conditions side by side, under `and`, `or` and `not`, and one level into links. */
export function filterOf(type: TypeName): Leaf {
  const leaf = fc.oneof({ arbitrary: leaves[type], weight: 8 }, { arbitrary: idFilter(type), weight: 1 })
  const flat = fc.oneof({ arbitrary: leaf, weight: 3 }, { arbitrary: negated(leaf), weight: 2 })
  return fc.oneof(
    { arbitrary: flat, weight: 4 },
    { arbitrary: owner, weight: 1 },
    { arbitrary: fc.tuple(leaf, leaf).map(([a, b]) => ({ ...a, ...b })), weight: 1 },
    { arbitrary: one('and', fc.array(flat, { minLength: 1, maxLength: 2 })), weight: 1 },
    { arbitrary: one('or', fc.array(flat, { minLength: 1, maxLength: 3 })), weight: 2 },
    { arbitrary: negated(fc.tuple(leaf, leaf).map(([a, b]) => ({ ...a, ...b }))), weight: 1 },
  )
}
