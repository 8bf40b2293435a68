import { systemClock } from '../../../src/links/clock.ts'
import { refKey } from '../../../src/model/record.ts'
import { searchKeys } from '../../../src/names/searchKeys.ts'
import { IndexBuilder } from '../../../src/search/indexBuilder.ts'
import { sketchOf } from '../../../src/search/viewSketch.ts'
import { Store } from '../../../src/store/store.ts'
import type { MemoryBureau } from '../../support/memoryBureau.ts'
import { memoryHub } from '../../support/memoryHub.ts'
import type { PairedCase } from '../cases.ts'
import { assertSame, type Comparison, Difference } from '../difference.ts'
import { type View, viewerFor } from '../reference/view.ts'
import { idOf } from '../world/ids.ts'
import type { RecordCase, Setting } from '../world/world.ts'
import { bureausOf, callerOf, policiesOf } from './hubWorld.ts'
import { bodyOf } from './observe.ts'
import { beStill } from './stillness.ts'

/** Ways in which a bureau's people are looked up. */
const ways = ['everything is read', 'a column of keys', 'keys that the hub keeps'] as const
type Way = (typeof ways)[number]

const shownOfPerson = 'id owner { code } names { family given } birthDate documents { number } _disclosure { field level }'
const features = 'score explanation features { field outcome words { sought found score } }'
const searched = `query Search($input: PersonSearchInput!, $after: String) {
  searchPersons(input: $input, first: 2, after: $after) {
    edges { cursor late ${features} node { ${shownOfPerson} } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    sources { bureau { code } state asOf latencyMs retryAfterMs }
    completeness { asked answered complete }
    threshold algorithm
  }
}`
const matched = `query Matches($id: ID!) {
  node(id: $id) { ... on Person { possibleMatches(first: 20) {
    id matches { ${features} person { ${shownOfPerson} } } sources { bureau { code } state } completeness { asked answered complete }
  } } }
}`
const linked = `query Network($id: ID!) {
  network(seed: $id, depth: 2, limit: 12) {
    nodes { id kind value record { id owner { code } } } edges { from to kind } truncated sources { bureau { code } state } completeness { asked answered complete }
  }
}`

/** Whom the questions are about: people of the generated worlds, as somebody else writes them. */
const inputs = [
  { names: ['Maria Lopes'], birthDate: '1980-06-15', sex: 'F', documents: [{ number: 'P1234567' }] },
  { names: ['Линдт Макс'], birthDate: '1980' },
  { names: ['Lopez'], birthDate: '1991-02-03' },
  { names: ['A. Orlov', 'Ada Lopez'], sex: 'M', documents: [{ number: 'Q-765 4321', issuingCountry: 'XB' }] },
  { documents: [{ number: 'P1234567', issuingCountry: 'XA' }] },
]

interface Page {
  readonly edges: readonly { readonly cursor: string }[]
  readonly sources: readonly { readonly state: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Records, by id, of which is asked what may be one with them, and what hangs together with them. */
interface Seeds {
  readonly matches: readonly string[]
  readonly networks: readonly string[]
}

/** What came of the searches of one world. */
interface Seen {
  readonly bodies: readonly string[]
  readonly work: readonly string[]
  /** Of the searches' pages. */
  readonly found: readonly unknown[]
}

/**
 * Looks for people in both worlds, by every way of looking them up: answers, with scores, ranks, reasons, groups and networks, must be the same to the byte, and so must be the questions that the bureaus'
 * systems get. Nobody may be looked up by names that the caller does not see on every record, and whatever the way, the same people must be found.
 */
export async function checkSearch(one: PairedCase, compare: ReadonlySet<Comparison>): Promise<void> {
  const { setting, caller, records, secret, view } = one
  const ofType = (type: string, most: number) =>
    [...view.values()]
      .filter(({ ref }) => ref.type === type)
      .slice(0, most)
      .map(({ ref }) => idOf(ref))
  const seeds = {
    matches: ofType('Person', 2),
    networks: [...ofType('Person', 1), ...ofType('Notice', 2), ...ofType('AssistanceRequest', 1)],
  }
  const still = beStill()
  try {
    const policies = policiesOf(setting)
    const viewOf = viewerFor(setting, caller)
    const seen = new Map<Way, Seen>()
    for (const way of ways) {
      const both: Seen[] = []
      for (const held of [records, secret]) {
        const bureaus = bureausOf(setting, held, policies).map((bureau) => lookedUp(bureau, way))
        still.restart()
        both.push(await ask(bureaus, callerOf(caller), seeds))
        if (compare.has('openness')) for (const bureau of bureaus) assertLookedUpOpenly(bureau, held, viewOf(held), setting)
      }
      const [first, second] = both as [Seen, Seen]
      if (compare.has('answers')) assertSame('answers', first.bodies, second.bodies)
      if (compare.has('work')) assertSame('work', first.work, second.work)
      seen.set(way, first)
    }
    const [read = [], , kept = []] = ways.map((way) => seen.get(way)?.found)
    // A bureau that could not look up all that the caller may see says so, and may have missed somebody.
    const isWhole = (_: unknown, at: number) => read[at] !== null && kept[at] !== null
    if (compare.has('definition')) assertSame('definition', read.filter(isWhole), kept.filter(isWhole))
  } finally {
    still.end()
  }
}

function lookedUp(bureau: MemoryBureau, way: Way): MemoryBureau {
  const { source } = bureau
  const mapping = source.mappings.get('Person')
  if (mapping === undefined || way === 'everything is read') return bureau
  const search = way === 'a column of keys' ? { search: { form: 'keys' as const, path: 'searchKeys', child: null } } : {}
  const mappings = new Map([...source.mappings, ['Person', { ...mapping, ...search }] as const])
  const rows = (bureau.rows['Person'] ?? []).map((row) => {
    const { key, ...values } = row
    const ref = { bureau: source.profile.code, type: 'Person', key: String(key) }
    return { ...row, searchKeys: searchKeys(sketchOf({ ref, values: values as never, disclosure: [] })) }
  })
  return Object.assign(bureau, {
    source: { ...source, mappings, keepsSearchKeys: way === 'keys that the hub keeps' },
    rows: { ...bureau.rows, Person: rows },
  })
}

async function ask(bureaus: readonly MemoryBureau[], who: ReturnType<typeof callerOf>, seeds: Seeds): Promise<Seen> {
  const store = new Store(null)
  const memory = memoryHub(bureaus, { store })
  await memory.hub.warmUp()
  const sources = () => bureaus.map(({ source }) => source)
  await new IndexBuilder({ tokens: store.searchTokens, index: memory.hub.searchIndex, sources, clock: systemClock }).look()
  const before = bureaus.map(({ calls, seen }) => ({ calls: calls.length, seen: seen.length }))
  const bodies: string[] = []
  const found: unknown[] = []
  const post = async (query: string, variables: Record<string, unknown>) => {
    const { operation: _, ...answer } = await memory.ask(query, variables, who)
    bodies.push(bodyOf(answer))
    return answer.data as { searchPersons?: Page } | null
  }
  for (const input of inputs) {
    const edges: unknown[] = []
    let isWhole = true
    for (let after: string | null = null, more = true; more; ) {
      const page: Page | undefined = (await post(searched, { input, after }))?.searchPersons
      edges.push(...(page?.edges.map(({ cursor: __, ...edge }: { cursor: string }) => edge) ?? []))
      isWhole &&= page?.sources.every(({ state }) => state === 'OK') === true
      after = page?.pageInfo.endCursor ?? null
      more = page?.pageInfo.hasNextPage === true
    }
    found.push(isWhole ? edges : null)
  }
  for (const id of seeds.matches) await post(matched, { id })
  for (const id of seeds.networks) await post(linked, { id })
  const work = bureaus.flatMap(({ source, calls, seen }, i) => [
    ...calls
      .slice(before[i]?.calls)
      .filter((call) => call.startsWith('find '))
      .map((call) => `${source.profile.code} ${call}`),
    ...seen.slice(before[i]?.seen).map((predicate) => `${source.profile.code} ${JSON.stringify(predicate)}`),
  ])
  store.close()
  return { bodies, work, found }
}

/** Keys that are made of a birth date: see `searchKeys`. */
const dated = /"[ytws]:\d{4}/

/** A column of keys is made of names: it is asked only where the caller sees those of every record, and by keys that are made of birth dates only where they see those too. */
function assertLookedUpOpenly({ source, seen }: MemoryBureau, records: readonly RecordCase[], view: View, _: Setting): void {
  const { code } = source.profile
  if (!seen.some((predicate) => JSON.stringify(predicate)?.includes('searchKeys'))) return
  const mine = records.filter(({ ref }) => ref.bureau === code && ref.type === 'Person')
  const fields = seen.some((predicate) => dated.test(JSON.stringify(predicate) ?? '')) ? ['names', 'birthDate'] : ['names']
  for (const { ref } of mine)
    for (const field of fields) {
      const level = view.get(refKey(ref))?.levels[field] ?? 'full'
      if (level !== 'full') throw new Difference('openness', `${code} was asked by keys made of ${field}`, level)
    }
}
