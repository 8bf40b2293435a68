import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Call, type Connector, ConnectorError, type NativeQuery, type NativeRow } from '../../src/connectors/connector.ts'
import { Link } from '../../src/links/link.ts'
import { CodeList } from '../../src/mapping/codeList.ts'
import { patientLimits } from '../support/limits.ts'

const noon = Date.parse('2026-06-15T12:00:00Z')
const codes = (...pairs: readonly (readonly [unknown, unknown])[]): NativeRow[] => pairs.map(([NR, ISO]) => ({ NR, ISO }))

/** A system with a table of codes and one row that uses them. */
function system(over: { pageRows?: number } = {}) {
  const state = {
    codes: codes([1, 'XA'], [2, 'XB ']),
    asked: [] as string[],
    failure: null as Error | null,
    held: null as Promise<void> | null,
    capped: false,
  }
  const connector: Connector = {
    capabilities: () => ({ filters: () => true, orders: () => true, pageRows: null, resultRows: null }),
    async find(query: NativeQuery, call: Call) {
      state.asked.push(query.source)
      if (query.source !== 'LAND') return { rows: [{ ID: 1, LAND: 2 }], next: null, capped: false }
      if (state.held !== null)
        await Promise.race([
          state.held,
          new Promise((_, no) => call.signal.addEventListener('abort', () => no(new ConnectorError('TIMEOUT', 'late')))),
        ])
      if (state.failure !== null) throw state.failure
      const from = Number(query.page ?? 0)
      const to = from + (over.pageRows ?? 1000)
      return { rows: state.codes.slice(from, to), next: to < state.codes.length ? String(to) : null, capped: state.capped }
    },
    get: async (query) => {
      state.asked.push(query.source)
      return new Map()
    },
    describe: async () => null,
    health: async () => {},
    close: async () => {},
  }
  const list = new CodeList('country', { from: 'LAND', code: 'NR', means: 'ISO', refreshSeconds: 100, staleSeconds: 1000 })
  const link = new Link('XA', connector, patientLimits)
  const read = { source: 'PERSON', key: 'ID', keyOrder: 'text', fields: ['ID'], children: [], codeLists: [list] } as const
  const call = () => ({ signal: new AbortController().signal, deadline: Date.now() + 500, traceId: '0'.repeat(32) })
  const find = () => link.find({ ...read, where: null, orderBy: null, after: null, limit: 10, page: null }, call())
  return { state, list, link, find, get: () => link.get({ ...read, keys: ['1'] }, call()) }
}

const at = (seconds: number) => vi.setSystemTime(noon + seconds * 1000)

beforeEach(() => {
  vi.useFakeTimers({ now: noon })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a list of codes in the system', () => {
  it('is read before the first rows that need it, once, page by page', async () => {
    const { state, list, find, get } = system({ pageRows: 1 })
    await Promise.all([find(), find(), get()])
    expect(state.asked.filter((source) => source === 'LAND')).toHaveLength(2)
    expect(state.asked.indexOf('PERSON')).toBe(2)
    expect([...(list.entries ?? [])]).toEqual([
      ['1', 'XA'],
      ['2', 'XB'],
    ])
  })

  it('makes the bureau silent while it has never been read', async () => {
    const { state, find } = system()
    state.failure = new ConnectorError('UNREACHABLE', 'down')
    await expect(find()).rejects.toMatchObject({ state: 'UNAVAILABLE' })
    expect(state.asked).not.toContain('PERSON')
    state.failure = null
    await expect(find()).resolves.toMatchObject({ rows: [{ ID: 1 }] })
  })

  it('serves while it is read again, and while that fails, up to its age', async () => {
    const { state, list, find } = system()
    await find()
    at(100)
    state.codes = codes([1, 'XA'], [2, 'XC'])
    let release = () => {}
    state.held = new Promise((resolve) => (release = resolve))
    await find()
    expect(list.entries?.get('2')).toBe('XB')
    await find()
    expect(state.asked.filter((source) => source === 'LAND')).toHaveLength(2)
    release()
    state.held = null
    await vi.advanceTimersByTimeAsync(0)
    expect(list.entries?.get('2')).toBe('XC')
    expect(list.readAt).toBe(noon + 100_000)

    state.failure = new ConnectorError('UNREACHABLE', 'down')
    at(250)
    await find()
    await vi.advanceTimersByTimeAsync(0)
    const asked = state.asked.length
    // After a failure it is left alone for half a minute.
    at(279)
    await find()
    expect(state.asked.length).toBe(asked + 1)
    at(281)
    await find()
    await vi.advanceTimersByTimeAsync(0)
    expect(state.asked.length).toBe(asked + 3)
    expect(list.entries?.get('2')).toBe('XC')
    at(1100)
    await expect(find()).rejects.toMatchObject({ state: 'UNAVAILABLE' })
    state.failure = null
    await expect(find()).resolves.toMatchObject({ rows: [{ ID: 1 }] })
  })

  it('is read by the next who waits when the one before them goes away or is late', async () => {
    const { state, find } = system()
    state.held = new Promise(() => {})
    const first = expect(find()).rejects.toMatchObject({ state: 'TIMEOUT' })
    await vi.advanceTimersByTimeAsync(250)
    const second = find()
    state.held = null
    await vi.advanceTimersByTimeAsync(250)
    await first
    await expect(second).resolves.toMatchObject({ rows: [{ ID: 1 }] })
  })

  it('stays what it was when nothing comes in its place, and means nothing where it means two things', async () => {
    const { state, list, find } = system()
    state.codes = codes([1, 'XA'], [2, 'XB'], [2, 'XC'], [null, 'XD'], [4, null], [5, ' '], [{}, 'XE'], ['1', 'XA'])
    await find()
    expect([...(list.entries ?? [])]).toEqual([['1', 'XA']])
    state.codes = []
    at(100)
    await find()
    await vi.advanceTimersByTimeAsync(0)
    expect([...(list.entries ?? [])]).toEqual([['1', 'XA']])
  })

  it('is none when it has no end, or the system does not give all of it', async () => {
    const { state, find } = system()
    state.codes = codes(...Array.from({ length: 10_001 }, (_, i) => [i, 'XA'] as const))
    await expect(find()).rejects.toMatchObject({ state: 'UNAVAILABLE' })
    state.codes = codes([1, 'XA'])
    state.capped = true
    await expect(find()).rejects.toMatchObject({ state: 'UNAVAILABLE' })
  })
})
