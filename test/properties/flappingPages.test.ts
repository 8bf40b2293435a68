import { expect, it } from 'vitest'
import type { Page } from '../../src/plan/page.ts'
import { askNotices, identities } from '../plan/askNotices.ts'
import { compareRows, FlakySystem, type Row } from '../support/flakySystem.ts'
import { runs, seed, within } from './soak.ts'

/** Pages that are checked against the model: 10^5, and 10^6 in the soak. */
const pages = runs(100_000)

type From = 'START' | 'END'

/** mulberry32: small, seeded, good enough to choose by. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const nameOf = ({ bureau, key }: Row) => `${bureau}/${key}`
const namesOf = (rows: readonly Row[]) => rows.map(nameOf).join()

/** Days on which records lie: close together, in bursts, or far apart. */
function dayOf(random: () => number, spread: number): string | null {
  if (random() < 0.1) return null
  return new Date(Date.UTC(2026, 0, 1) + Math.floor(random() ** 2 * spread) * 86_400_000).toISOString().slice(0, 10)
}

function systemsOf(random: () => number): readonly FlakySystem[] {
  const count = 1 + Math.floor(random() ** 2 * 31)
  const spread = [4, 40, 4000][Math.floor(random() * 3)] ?? 4
  return Array.from({ length: count }, (_, at) => {
    const code = `X${String.fromCharCode(65 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}`
    const size = Math.floor(random() ** 2 * 30)
    const rows = Array.from({ length: size }, (__, n) => ({ bureau: code, key: `k${n}`, kind: 'RED', issuedOn: dayOf(random, spread) }))
    const powers = {
      orders: random() < 0.85,
      reverses: random() < 0.8,
      filters: random() < 0.8,
      pageRows: random() < 0.3 ? 1 + Math.floor(random() * 4) : 1000,
    }
    return new FlakySystem(code, rows, powers)
  })
}

/** Reads everything from one end, page after page, while bureaus come and go; holds each page against the model. Gives how many pages and late records it saw. */
async function traverse(random: () => number): Promise<{ readonly read: number; readonly late: number }> {
  const systems = systemsOf(random)
  const from: From = random() < 0.5 ? 'START' : 'END'
  const inTurn = from === 'START' ? compareRows : (a: Row, b: Row) => compareRows(b, a)
  const unstable = [0, 0.1, 0.3, 0.6][Math.floor(random() * 4)] ?? 0
  const breaks = random() < 0.3
  const left = new Set(systems.flatMap((system) => system.rows))
  let watermark: Row | null = null
  let cursor: string | null = null
  let late = 0
  for (let read = 1; ; read++) {
    const calm = read > 200
    for (const system of systems) {
      system.down = !calm && random() < unstable
      system.patience = !calm && breaks && random() < unstable ? 1 : null
    }
    const size = 1 + Math.floor(random() * 12)
    const bureaus = systems.map(({ bureau }) => bureau)
    const page: Page = await askNotices(bureaus, from === 'START' ? { first: size, after: cursor } : { last: size, before: cursor })
    const up = systems.filter((system) => !system.down)
    const reachable = new Set(up.map((system) => system.bureau.source.profile.code))
    const expected = [...left]
      .filter((row) => reachable.has(row.bureau))
      .sort(inTurn)
      .slice(0, size)
    const rows = new Map([...left].map((row) => [nameOf(row), row]))
    const found = (from === 'START' ? identities(page) : identities(page).toReversed()).map((name) => rows.get(name) as Row)
    expect(found.includes(undefined as unknown as Row)).toBe(false)
    const gaveUp = systems.filter(
      (system) => system.down || page.sources.some(({ bureau, state }) => bureau === system.bureau.source.profile.code && state !== 'OK'),
    )
    // A bureau that goes down in the middle of a page has given some of its records, or none.
    if (gaveUp.every((system) => system.down)) expect(namesOf(found)).toBe(namesOf(expected))
    else expect(namesOf(found)).toBe(namesOf(found.toSorted(inTurn)))
    const mark: Row | null = watermark
    const flags = found.map((row) => mark !== null && inTurn(row, mark) <= 0)
    const records = from === 'START' ? page.records : page.records.toReversed()
    expect(records.map((record) => record.late).join()).toBe(flags.join())
    late += flags.filter(Boolean).length
    for (const row of found) left.delete(row)
    watermark = [...found, ...(mark === null ? [] : [mark])].sort(inTurn).at(-1) ?? null
    const goesOn = from === 'START' ? page.hasNextPage : page.hasPreviousPage
    expect(goesOn).toBe(left.size > 0 || gaveUp.length > 0)
    if (!goesOn) return { read, late }
    cursor = from === 'START' ? page.endCursor() : page.startCursor()
  }
}

it(
  `gives each record once, in order, and says which are late, on ${pages} pages over bureaus that come and go`,
  async () => {
    let [read, late] = [0, 0]
    for (let trial = 0; read < pages; trial++) {
      try {
        const seen = await traverse(randomOf(seed + trial))
        read += seen.read
        late += seen.late
      } catch (error) {
        throw new Error(`COMITY_SEED=${seed + trial}`, { cause: error })
      }
    }
    expect(late).toBeGreaterThan(pages / 100)
  },
  within(300_000),
)
