import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bureaus } from '../../src/cli/bureaus.ts'
import { type BureauLine, bureauLines, type FeedLine, isWell } from '../../src/cli/bureausText.ts'
import { bureauFiles, changingHub, restBureau } from '../flows/changingHub.ts'

const line = (code: string, over: Partial<BureauLine> = {}, health: Partial<BureauLine['health']> = {}): BureauLine => ({
  code,
  name: `Central Bureau of ${code}`,
  kind: 'NCB',
  supervision: 'NONE',
  status: 'READY',
  serves: ['Notice', 'Person'],
  health: { state: 'OK', lastAnsweredAt: '2026-11-24T22:50:41.123Z', latencyMs: 12, breaker: 'CLOSED', concurrency: 8, ...health },
  feeds: [],
  ...over,
})
const drained = line(
  'XC',
  { status: 'DRAINED', serves: [] },
  { state: 'NOT_ASKED', lastAnsweredAt: null, latencyMs: null, breaker: null, concurrency: null },
)

/** Runs the command against a hub. */
async function run(options: Partial<Parameters<typeof bureaus>[0]> & { url: string; dataDir: string }) {
  const written = { out: '', err: '' }
  const io = { out: { write: (text: string) => (written.out += text) }, err: { write: (text: string) => (written.err += text) } }
  return { code: await bureaus({ declare: 'INVESTIGATION', ...options }, io), ...written }
}

describe('the table of bureaus', () => {
  it('shows who they are and how they are doing, who serves what and who is not well', () => {
    expect(bureauLines([line('XA'), line('XB', {}, { state: 'TIMEOUT', breaker: 'OPEN', latencyMs: null }), drained]).join('\n')).toBe(`\
CODE  STATUS   LAST CALL  BREAKER  MEDIAN  AT ONCE  LAST ANSWERED         NAME
XA    READY    OK         CLOSED    12 ms        8  2026-11-24T22:50:41Z  Central Bureau of XA
XB    READY    TIMEOUT    OPEN          -        8  2026-11-24T22:50:41Z  Central Bureau of XB
XC    DRAINED  NOT_ASKED  -             -        -  -                     Central Bureau of XC

They serve
  Notice, Person
      XA, XB
  nothing
      XC

Not well: XB.`)
    expect(bureauLines([line('XA')]).at(-1)).toBe('All are well.')
  })

  it('shows how far alerts have come, and that some are missing', () => {
    const feed = (type: string, over: Partial<FeedLine> = {}): FeedLine => ({
      type,
      mode: 'POLL',
      lagMs: 1200,
      gap: false,
      lastError: null,
      ...over,
    })
    const feeds = [feed('Notice'), feed('Operation', { lastError: 'TIMEOUT', lagMs: 90_000 }), feed('Person', { lagMs: 4100 })]
    const lost = line('XB', { feeds: [feed('Notice', { mode: 'SLOT', gap: true })] })
    const lines = bureauLines([line('XA', { feeds }), lost, line('XC', { feeds: [feed('Notice', { mode: 'FILES', lagMs: null })] })])
    expect(lines.slice(lines.indexOf('Alerts come of')).join('\n')).toBe(`\
Alerts come of
  XA  Notice, Person: POLL, 5 s behind
  XA  Operation: POLL, 90 s behind, TIMEOUT
  XB  Notice: SLOT, 2 s behind, changes are missing
  XC  Notice: FILES, not read yet

Not well: XB.`)
  })

  it('fits 100 columns, however long names, codes and numbers are, and however many there are', () => {
    const widest = line(
      'XXX',
      { name: 'N'.repeat(300) },
      { state: 'BREAKER_OPEN', breaker: 'HALF_OPEN', latencyMs: 59_999, concurrency: 1000 },
    )
    const lines = bureauLines([...Array.from({ length: 196 }, (_, i) => line(`X${i}`)), widest])
    expect(Math.max(...lines.map((one) => one.length))).toBe(100)
    expect(lines.find((one) => one.startsWith('XXX'))).toMatch(/ N{10,}…$/)
  })

  it.each([
    [true, line('XA')],
    [true, line('XA', {}, { state: 'NOT_ASKED', lastAnsweredAt: null })],
    [true, drained],
    [false, line('XA', { status: 'BROKEN' }, { state: 'NOT_ASKED', breaker: null })],
    [false, line('XA', {}, { state: 'UNAVAILABLE' })],
    [false, line('XA', {}, { breaker: 'HALF_OPEN' })],
  ])('takes it as well: %s', (well, one) => {
    expect(isWell(one)).toBe(well)
  })
})

describe('comity bureaus', () => {
  it('asks the running hub, says as JSON what it was told, and gives 3 as soon as one is not well', async () => {
    await using hub = await changingHub()
    const at = { url: hub.running.url, dataDir: join(hub.place.path, 'state') }
    const well = await run(at)
    expect(well).toMatchObject({ code: 0, err: '' })
    expect(well.out.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^CODE {2}STATUS/),
      expect.stringMatching(/^XA {4}READY {3}OK/),
      expect.stringMatching(/^XB {4}READY {3}OK/),
    ])
    const xc = await hub.system('XC')
    xc.answer = (_request, response) => response.writeHead(500).end()
    hub.write({ ...bureauFiles('XC', xc), 'XB/bureau.yaml': restBureau('XB', await hub.system('XB'), 'takesPart: false\n') })
    await hub.running.reload()
    const json = await run({ ...at, as: 'xb-analyst', json: true })
    expect(json.code).toBe(3)
    expect((JSON.parse(json.out) as BureauLine[]).map(({ code, status, health }) => [code, status, health.state])).toEqual([
      ['XA', 'READY', 'OK'],
      ['XB', 'DRAINED', 'NOT_ASKED'],
      ['XC', 'READY', 'UNAVAILABLE'],
    ])
  })

  it('says what to do where there is no hub, no demo, no such persona, or a token that is not taken', async () => {
    await using hub = await changingHub()
    const at = { url: hub.running.url, dataDir: join(hub.place.path, 'state') }
    const no = [
      { url: 'here' },
      { url: 'http://127.0.0.1:1' },
      { dataDir: join(hub.place.path, 'nowhere') },
      { as: 'xq-nobody' },
      { token: 'abc' },
    ]
    const said = await Promise.all(no.map((one) => run({ ...at, ...one })))
    expect(said.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1])
    expect(said.map(({ err }) => err)).toEqual([
      expect.stringContaining('is not an address'),
      expect.stringContaining('No hub answers'),
      expect.stringContaining('No demo has run'),
      expect.stringContaining('xq-nobody'),
      expect.stringMatching(/\w/),
    ])
  })
})
