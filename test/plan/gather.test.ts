import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Link } from '../../src/links/link.ts'
import { FlakySystem } from '../support/flakySystem.ts'
import { type MemoryBureau, memoryBureau } from '../support/memoryBureau.ts'
import { askNotices, identities } from './askNotices.ts'

const powers = { orders: true, reverses: true, filters: true, pageRows: 1000 }
const codeOf = (at: number) => `X${String.fromCharCode(65 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}`

/** Systems with so many records each, spread over so many days for each record: by default on days of their own, below one on the same days. */
function fleet(count: number, size: number, spread = 30): readonly FlakySystem[] {
  return Array.from({ length: count }, (_, at) => {
    const rows = Array.from({ length: size }, (__, n) => {
      const day = Date.UTC(2026, 0, 1) - Math.floor(((n * 7919 + at * 104_729) % size) * spread + ((at * 31) % spread)) * 86_400_000
      return { bureau: codeOf(at), key: `k${n}`, kind: 'RED', issuedOn: new Date(day).toISOString().slice(0, 10) }
    })
    return new FlakySystem(codeOf(at), rows, powers)
  })
}

/** Reads some pages one after the other; gives the rows fetched for each record on them. */
async function rowsPerRecord(systems: readonly FlakySystem[], pages: number, first: number): Promise<number> {
  let after: string | null = null
  let records = 0
  for (let n = 0; n < pages; n++) {
    const page = await askNotices(
      systems.map(({ bureau }) => bureau),
      { first, after },
    )
    records += page.records.length
    after = page.endCursor()
  }
  return systems.reduce((sum, { given }) => sum + given, 0) / records
}

describe('what a page fetches', () => {
  it('is at most two and a half rows for each record, over the pages of a question to 196 bureaus', async () => {
    expect(await rowsPerRecord(fleet(196, 100), 10, 50)).toBeLessThanOrEqual(2.5)
  })

  it.each([0.02, 0.2, 1.8])(
    'is at most two and a half rows for each record where %s days have one record of each bureau',
    async (spread) => {
      expect(await rowsPerRecord(fleet(196, 400, spread), 20, 50)).toBeLessThanOrEqual(2.5)
    },
  )

  it('is one row from each of 196 bureaus, and little more, for the first page', async () => {
    expect(await rowsPerRecord(fleet(196, 100), 1, 50)).toBeLessThan((196 + 50) / 50)
  })

  it('is at most two and a half rows for each record where the bureaus are few', async () => {
    expect(await rowsPerRecord(fleet(5, 300), 10, 50)).toBeLessThanOrEqual(2.5)
  })

  it('takes two calls to a bureau at most, where days are spread evenly', async () => {
    const systems = fleet(196, 100)
    await rowsPerRecord(systems, 1, 50)
    expect(Math.max(...systems.map(({ calls }) => calls))).toBeLessThanOrEqual(3)
    expect(systems.reduce((sum, { calls }) => sum + calls, 0)).toBeLessThan(196 * 1.4)
  })
})

/** A bureau that answers when all that needs no waiting has been done. */
function slower(bureau: MemoryBureau): MemoryBureau {
  const { link } = bureau.source
  const find = async (...call: Parameters<Link['find']>) => {
    await setImmediate()
    return link.find(...call)
  }
  return {
    ...bureau,
    source: { ...bureau.source, link: { find, capabilities: (source: string) => link.capabilities(source) } as unknown as Link },
  }
}

describe('what the other bureaus are asked', () => {
  it('does not depend on the records that one of them withholds, once all have answered', async () => {
    const shown = (code: string, month: string, count: number) =>
      Array.from({ length: count }, (_, n) => ({
        key: `${code}${n}`,
        kind: 'RED',
        issuedOn: `2026-${month}-${String(28 - (n % 28)).padStart(2, '0')}`,
      }))
    // All of one bureau's records come before all of the other's.
    const records: Record<string, ReturnType<typeof shown>> = { XA: shown('XA', '06', 50), XB: shown('XB', '03', 50) }
    const withheld = Array.from({ length: 400 }, (_, n) => ({ key: `w${n}`, kind: 'BLUE', issuedOn: '2026-12-28' }))
    const asked = async (secret: typeof withheld, first: number) => {
      const bureaus = ['XA', 'XB', 'XC', 'XD', 'XE'].map((code) =>
        memoryBureau(code, {
          rows: { Notice: [...(records[code] ?? []), ...(code === 'XB' ? secret : [])] },
          hidden: (values) => values['kind'] === 'BLUE',
        }),
      )
      const hub = bureaus.map((bureau) => (bureau.source.profile.code === 'XB' ? bureau : slower(bureau)))
      const page = await askNotices(hub, { first })
      const next = await askNotices(hub, { first, after: page.endCursor() })
      const pages = [page, next].map(identities)
      return { pages, others: bureaus.filter(({ source }) => source.profile.code !== 'XB').map(({ queries }) => queries) }
    }
    for (const first of [2, 5, 17, 40]) expect(await asked(withheld, first)).toEqual(await asked([], first))
  })
})

describe('a bureau that hangs', () => {
  it('keeps nobody from being asked for more: those that ran dry give all of their share', async () => {
    const rows = (from: number) => Array.from({ length: 60 }, (_, n) => ({ key: `k${n + from}`, kind: 'RED', issuedOn: '2026-01-01' }))
    const full = memoryBureau('XA', { rows: { Notice: rows(0) } })
    const empty = ['XB', 'XC', 'XD'].map((code) => memoryBureau(code, { rows: { Notice: [] } }))
    const silent = memoryBureau('XE', { rows: { Notice: rows(0) } })
    silent.hangs = true
    const controller = new AbortController()
    const page = askNotices([full, ...empty, silent], { first: 50, signal: controller.signal })
    await expect.poll(() => full.calls.length).toBeGreaterThan(1)
    controller.abort()
    expect(identities(await page)).toHaveLength(50)
    expect((await page).sources.map(({ state }) => state)).toEqual(['OK', 'OK', 'OK', 'OK', 'TIMEOUT'])
  })
})
