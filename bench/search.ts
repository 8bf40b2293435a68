/**
 * Finding a person: `npm run bench:search [-- [fleet | postgres] [people [inEach]] [--floor]]`. In one bureau with so many people (default 1,000,000) in PostgreSQL that keeps Comity's search keys in a column; and in 196 bureaus of
 * 100,000 people each, whose systems are simulated in this process: what is measured there is the hub. People are made up of the demo's names; every other search knows the birth date, and every name has a letter left
 * out. A private server is started and stopped. Times in milliseconds, by the clock and of the processor: on a machine that others use too, the second is the one to go by. Writes docs/search.json and docs/search.svg
 * when run at full size; `--floor` fails above the bars.
 */
import { generateWorld } from '../examples/generate/generateWorld.ts'
import type { Connector } from '../src/connectors/connector.ts'
import { openConnector } from '../src/connectors/open.ts'
import { Link } from '../src/links/link.ts'
import { compileMapping } from '../src/mapping/compileMapping.ts'
import { readName } from '../src/names/readName.ts'
import { searchKeys } from '../src/names/searchKeys.ts'
import { RowProblems } from '../src/records/rowProblems.ts'
import { openRules, search } from '../test/search/people.ts'
import { bureauProfile } from '../test/support/bureauProfile.ts'
import { catalogue } from '../test/support/catalogue.ts'
import { compiledPolicy } from '../test/support/compiledPolicy.ts'
import { patientLimits } from '../test/support/limits.ts'
import type { MemoryBureau } from '../test/support/memoryBureau.ts'
import { memoryHub } from '../test/support/memoryHub.ts'
import { query, startPostgres } from '../test/support/postgres.ts'
import { at, type Measured, together, writeFigures } from './search/figures.ts'

interface Somebody {
  readonly id: number
  readonly name: string
  readonly birthDate: string
  readonly keys: readonly string[]
}

const sizes = process.argv.slice(2).filter((word) => /^\d+$/.test(word))
const only = process.argv.find((word) => word === 'fleet' || word === 'postgres') ?? null
const [fullSize, fullEach] = [1_000_000, 100_000]
const many = Number(sizes[0] ?? fullSize)
const [bureaus, inEach] = [196, Number(sizes[1] ?? fullEach)]
/** Milliseconds of which 99 of 100 searches stay below. */
const bars = { fleet: 800, postgres: 60 }
/** Every bureau of the fleet knows one in three of these. */
const pool = 3 * inEach
const asked = 200
const limits = { ...patientLimits, deadlineMs: 10_000, pageRows: 500, scanRows: 20_000, queue: 1000, concurrency: 16 }
const policyOf = (code: string) => compiledPolicy(code, openRules(), '', () => false)

/** A sequence of numbers that is the same on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

function* peopleOf(count: number): Generator<Somebody> {
  const world = generateWorld({ seed: 2, scale: 1, today: '2026-01-15' })
  const names = Object.values(world.bureaus).flatMap(({ persons }) => persons.flatMap(({ names: [first] }) => first ?? []))
  const roll = dice(7)
  for (let id = 0; id < count; id++) {
    const [one, other] = [names[roll(names.length)], names[roll(names.length)]]
    const name = `${one?.given ?? ''} ${other?.family ?? ''}`.trim()
    const birthDate = `${1940 + roll(66)}-${String(1 + roll(12)).padStart(2, '0')}-${String(1 + roll(28)).padStart(2, '0')}`
    yield { id, name, birthDate, keys: searchKeys({ names: [readName(name)], birthDates: [birthDate], documents: [] }) }
  }
}

/** The name with one letter left out, as somebody mistypes it. */
function misspelt(name: string, roll: (sides: number) => number): string {
  const at = 1 + roll(Math.max(1, name.length - 2))
  return name[at] === ' ' ? name : name.slice(0, at) + name.slice(at + 1)
}

async function measure(
  setting: Measured['setting'],
  title: string,
  hub: ReturnType<typeof memoryHub>,
  people: readonly Somebody[],
): Promise<Measured> {
  const roll = dice(11)
  const parts = (['name and birth date', 'name alone'] as const).map((kind) => ({
    kind,
    clock: [] as number[],
    processor: [] as number[],
    found: 0,
    partial: 0,
  }))
  for (let i = 0; i < asked + 20; i++) {
    const [one, part] = [people[roll(people.length)], parts[i % 2]]
    if (one === undefined || part === undefined) continue
    const input = { names: [misspelt(one.name, roll)], ...(i % 2 === 0 ? { birthDate: one.birthDate } : {}) }
    const start = performance.now()
    const before = process.cpuUsage()
    const { data, errors } = await hub.ask(search, { input, first: 20 })
    const ms = performance.now() - start
    if (errors !== undefined) throw new Error(String(errors[0]))
    // The first ones warm up what a hub that has been running has warm.
    if (i < 20) continue
    part.clock.push(ms)
    const { user, system } = process.cpuUsage(before)
    part.processor.push((user + system) / 1000)
    const { edges, sources } = (
      data as { searchPersons: { edges: { node: { names: { full: string }[] } }[]; sources: { state: string }[] } }
    ).searchPersons
    if (edges.some(({ node }) => node.names[0]?.full === one.name)) part.found++
    if (sources.some(({ state }) => state !== 'OK')) part.partial++
  }
  const inOrder = (times: readonly number[]) => times.toSorted((a, b) => a - b)
  const searches = parts.map((part) => ({ ...part, clock: inOrder(part.clock), processor: inOrder(part.processor) }))
  const spread = (times: readonly number[]) => [0.5, 0.9, 0.99].map((share) => `p${share * 100} ${at(times, share).toFixed(1)}`).join(', ')
  const all: Measured = { setting, title, bar: bars[setting], searches }
  console.log(`${title} (bar: p99 ${all.bar} ms)`)
  console.log(`  all: ${spread(together(all, 'clock'))}; of the processor ${spread(together(all, 'processor'))}`)
  for (const { kind, clock, processor, found, partial } of searches)
    console.log(`  ${kind}: ${spread(clock)}; of the processor ${spread(processor)}; of ${clock.length} ${found} found, ${partial} partial`)
  return all
}

async function inPostgres(): Promise<Measured> {
  const server = await startPostgres()
  try {
    await query(server.url, 'create table people (id int primary key, name text not null, born text not null, keys text[] not null)')
    const sample: Somebody[] = []
    let batch: Somebody[] = []
    const flush = async () => {
      const values = batch.map(
        ({ id, name, birthDate, keys }) =>
          `(${id},'${name.replaceAll("'", "''")}','${birthDate}','{${keys.map((key) => `"${key}"`).join()}}')`,
      )
      await query(server.url, `insert into people values ${values.join()}`)
      batch = []
    }
    for (const one of peopleOf(many)) {
      batch.push(one)
      if (one.id % Math.ceil(many / 5000) === 0) sample.push(one)
      if (batch.length === 5000) await flush()
    }
    if (batch.length > 0) await flush()
    await query(server.url, "set maintenance_work_mem = '512MB'; create index people_keys on people using gin (keys); analyze people")
    const connector = await openConnector({ kind: 'postgres', url: server.url, connections: 4 }, { folder: '.' })
    const { mappings, problems } = compileMapping(
      {
        types: {
          Person: {
            from: 'people',
            key: 'id',
            keyOrder: 'number',
            search: { form: 'keys', column: 'keys' },
            fields: { names: { list: [{ object: { full: { column: 'name' } } }] }, birthDate: { column: 'born' } },
          },
        },
      },
      'XA',
      catalogue,
      new Set(['XA']),
    )
    if (problems.length > 0) throw new Error(JSON.stringify(problems))
    const source = {
      profile: bureauProfile('XA'),
      limits,
      link: new Link('XA', connector, limits),
      mappings,
      policy: policyOf('XA'),
      problems: new RowProblems(),
    }
    const hub = memoryHub([], { members: [{ profile: source.profile, source }], searchesPerHour: 1_000_000 })
    const measured = await measure('postgres', `one bureau of ${many.toLocaleString('en')} people in PostgreSQL`, hub, sample)
    await connector.close()
    return measured
  } finally {
    await server.stop()
  }
}

/** Systems that look people up by keys at once, and hold one in three of the pool. */
async function inFleet(): Promise<Measured> {
  const people = [...peopleOf(pool)]
  const postings = [0, 1, 2].map(() => new Map<string, number[]>())
  for (const { id, keys } of people) {
    const holders = postings[(Math.imul(id + 1, 2_654_435_761) >>> 8) % 3]
    for (const key of keys) {
      const known = holders?.get(key)
      if (known === undefined) holders?.set(key, [id])
      else known.push(id)
    }
  }
  const policy = policyOf('XA')
  const sources = Array.from({ length: bureaus }, (_, b) => {
    const code = `${String.fromCharCode(65 + Math.floor(b / 26))}${String.fromCharCode(65 + (b % 26))}X`
    const connector = fleetConnector(people, postings[b % 3] ?? new Map())
    const { mappings } = compileMapping(
      {
        types: {
          Person: {
            from: 'people',
            key: 'id',
            search: { form: 'keys', column: 'keys' },
            fields: { names: { list: [{ object: { full: { column: 'name' } } }] }, birthDate: { column: 'born' } },
          },
        },
      },
      code,
      catalogue,
      new Set([code]),
    )
    return {
      profile: bureauProfile(code),
      limits,
      link: new Link(code, connector, limits),
      mappings,
      policy: { ...policy, bureau: code, planFor: policyOf(code).planFor },
      problems: new RowProblems(),
    }
  })
  const hub = memoryHub(
    sources.map((source) => ({ source }) as MemoryBureau),
    { searchesPerHour: 1_000_000 },
  )
  return measure('fleet', `${bureaus} bureaus of ${inEach.toLocaleString('en')} people, simulated`, hub, people)
}

function fleetConnector(people: readonly Somebody[], postings: ReadonlyMap<string, readonly number[]>): Connector {
  return {
    capabilities: () => ({ filters: () => true, orders: () => true, pageRows: null, resultRows: null }),
    async find({ where, limit }) {
      const keys = where?.kind === 'compare' ? [where.value].flat().map(String) : []
      const ids = [...new Set(keys.flatMap((key) => postings.get(key) ?? []))]
      const rows = ids.slice(0, limit).map((id) => ({ id: String(id), name: people[id]?.name, born: people[id]?.birthDate }))
      return { rows, next: ids.length > limit ? 'more' : null, capped: false }
    },
    get: async () => new Map(),
    describe: async () => null,
    health: async () => {},
    close: async () => {},
  }
}

const settings = { fleet: inFleet, postgres: inPostgres }
const measured: Measured[] = []
for (const [setting, run] of Object.entries(settings)) if (only === null || only === setting) measured.push(await run())
if (many === fullSize && inEach === fullEach) writeFigures(measured)
const over = measured.filter((one) => at(together(one, 'clock'), 0.99) > one.bar)
if (process.argv.includes('--floor') && over.length > 0) throw new Error(`above the bar: ${over.map(({ title }) => title).join('; ')}`)
