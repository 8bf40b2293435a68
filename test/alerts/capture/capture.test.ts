import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Capture, type CapturedBureau } from '../../../src/alerts/capture/capture.ts'
import { compareAll } from '../../../src/alerts/capture/compareAll.ts'
import { RecordVersions } from '../../../src/alerts/capture/recordVersions.ts'
import { ConnectorError } from '../../../src/connectors/connector.ts'
import { Link } from '../../../src/links/link.ts'
import { Store } from '../../../src/store/store.ts'
import { patientLimits } from '../../support/limits.ts'
import { VirtualClock } from '../../support/links/virtualClock.ts'
import { bareThings, MemoryLog, seals, titleSketch, versions as usual, ways } from './bureau.ts'
import { MemorySystem } from './memorySystem.ts'

let clock: VirtualClock
let log: MemoryLog
let store: Store
let capture: Capture
let missed: number
let failures: number
let onMissed: () => void
beforeEach(() => {
  clock = new VirtualClock()
  log = new MemoryLog()
  store = new Store(null)
  missed = 0
  failures = 0
  onMissed = () => {}
  capture = new Capture({
    records: store.capture,
    versions: usual,
    seals,
    append: log.append,
    clock,
    onMissed: (_bureau, _type, count) => {
      missed += count
      onMissed()
    },
    onFailure: () => {
      failures++
    },
  })
})
afterEach(() => capture.stop())

function bureau(code: string, system: MemorySystem, everySeconds = 5): CapturedBureau {
  const link = new Link(code, system.connector, patientLimits)
  return {
    source: { profile: { code }, link, limits: patientLimits, mappings: new Map([['Thing', bareThings]]) },
    capture: { reconcileMinutes: 60, webhookKeys: [], types: { Thing: { ...ways.poll, everySeconds }, Absent: ways.poll } },
    sketchOf: titleSketch,
  }
}

describe('capture', () => {
  it('looks at its own pace, and at once when it is woken', async () => {
    const system = new MemorySystem()
    await capture.run([bureau('XA', system)])
    await clock.advance(0)
    system.set('a', 'A')
    await clock.advance(4_999)
    expect(log.told()).toEqual([])
    await clock.advance(1)
    expect(log.told()).toEqual(['a CREATED'])
    system.set('b', 'B')
    capture.wake('XB')
    await clock.advance(0)
    expect(log.told()).toHaveLength(1)
    capture.wake('XA')
    await clock.advance(0)
    expect(log.told()).toEqual(['a CREATED', 'b CREATED'])
  })

  it('compares everything from time to time, and counts what had been missed', async () => {
    const system = new MemorySystem()
    system.set('a', 'A')
    await capture.run([bureau('XA', system)])
    await clock.advance(5_000)
    system.rows.delete('a')
    await clock.advance(3_590_000)
    expect(log.told()).toEqual([])
    const found = new Promise<void>((resolve) => {
      onMissed = resolve
    })
    await clock.advance(10_000)
    await found
    expect(log.told()).toEqual(['a DELETED late'])
    expect(missed).toBe(1)
    expect(capture.statuses()).toMatchObject([{ bureau: 'XA', type: 'Thing', missed: 1, gap: false, lastError: null }])
  })

  it('tells how a feed that fails stands, asks it less often, and goes on where it was', async () => {
    const [system, other] = [new MemorySystem(), new MemorySystem()]
    await capture.run([bureau('XA', system), bureau('XB', other)])
    await clock.advance(0)
    system.fault = new ConnectorError('UNREACHABLE', 'gone')
    await clock.advance(600_000)
    const [down, up] = capture.statuses()
    expect(down).toMatchObject({ bureau: 'XA', lastError: 'UNAVAILABLE' })
    expect(down?.lagMs).toBeGreaterThan(590_000)
    expect(up).toMatchObject({ bureau: 'XB', lastError: null })
    expect(up?.lagMs).toBeLessThanOrEqual(5_000)
    expect(failures).toBeGreaterThan(5)
    expect(failures).toBeLessThan(20)
    system.fault = null
    system.set('a', 'A')
    await clock.advance(60_000)
    expect(log.told()).toEqual(['a CREATED'])
    expect(capture.statuses()[0]).toMatchObject({ lastError: null })
  })

  it('asks a bureau for one thing at a time, and reads everything of two feeds at most', async () => {
    const waiting: (() => void)[] = []
    const asked: string[] = []
    const held = (code: string) => {
      const system = new MemorySystem()
      const { find } = system.connector
      system.connector.find = async (...query) => {
        asked.push(code)
        await new Promise<void>((go) => waiting.push(go))
        return find(...query)
      }
      const made = bureau(code, system)
      const mappings = new Map([...made.source.mappings, ['Other', bareThings]])
      return { ...made, source: { ...made.source, mappings }, capture: { ...made.capture, types: { Thing: ways.poll, Other: ways.poll } } }
    }
    const running = capture.run(['XA', 'XB', 'XC'].map(held))
    await running
    await clock.advance(0)
    // Two feeds have a place to read everything, both of one bureau, which is asked for one thing at a time.
    expect(asked).toEqual(['XA'])
    for (let i = 0; i < 6; i++) {
      waiting.shift()?.()
      await clock.advance(0)
      expect(waiting.length).toBeLessThanOrEqual(2)
    }
    expect(asked.toSorted()).toEqual(['XA', 'XA', 'XB', 'XB', 'XC', 'XC'])
  })

  it('leaves a bureau that stays undisturbed, and asks one that left no more', async () => {
    const [system, other] = [new MemorySystem(), new MemorySystem()]
    const [stays, leaves] = [bureau('XA', system), bureau('XB', other)]
    await capture.run([stays, leaves])
    await clock.advance(5_000)
    await capture.run([stays])
    const [before, asked] = [system.asked, other.asked]
    await clock.advance(10_000)
    expect(system.asked).toBe(before + 2)
    expect(other.asked).toBe(asked)
    expect(capture.statuses().map((status) => status.bureau)).toEqual(['XA'])
    await capture.stop()
    expect(clock.pending).toBe(0)
  })
})

describe('a comparison', () => {
  it('finds a record that is gone though as many have gone from the log meanwhile', async () => {
    const versions = new RecordVersions(new Uint8Array(32))
    const record = (key: string) => ({ key, version: versions.of('Thing', key, {}), sketch: null, changedAt: null })
    const [a, b] = [record('a'), record('b')]
    const told: string[] = []
    async function* pages() {
      yield [a]
    }
    // `a` was there when it was read, and its deletion has been logged since; that of `b` was missed.
    const known = {
      spread: () => 0,
      compare: async () => ({ different: [], redrawn: [] }),
      stretch: async (from: number) => (from === 0 ? [{ spread: 0, version: b.version, key: () => 'b' }] : []),
    }
    await compareAll({ source: { pages }, log: known }, { different: async (keys) => void told.push(...keys), redrawn: async () => {} })
    expect(told).toEqual(['b'])
  })
})

describe('versions', () => {
  const versions = new RecordVersions(new Uint8Array(32).fill(1))
  const of = (values: Parameters<RecordVersions['of']>[2]) => versions.of('Thing', 'a', values)

  it('are equal for equal states, whatever the order of names and lists', () => {
    expect(of({ title: 'A', titles: ['x', 'y'], flag: null })).toBe(of({ titles: ['y', 'x'], title: 'A' }))
  })

  it.each([[{ title: 'B' }], [{ title: 'A', flag: false }], [{ titles: ['A'] }], [{ title: ['A'] }], [{}]])('differ for %j', (values) => {
    expect(of(values)).not.toBe(of({ title: 'A' }))
  })

  it('differ by record and by key, and need a whole key', () => {
    expect(versions.of('Thing', 'b', { title: 'A' })).not.toBe(of({ title: 'A' }))
    expect(new RecordVersions(new Uint8Array(32)).of('Thing', 'a', { title: 'A' })).not.toBe(of({ title: 'A' }))
    expect(() => new RecordVersions(new Uint8Array(31))).toThrow(RangeError)
  })
})
