import { wrap } from './wrap.ts'

/** What the hub answers of one bureau. */
export interface BureauLine {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly supervision: string
  readonly status: string
  readonly serves: readonly string[]
  readonly health: {
    readonly state: string
    readonly lastAnsweredAt: string | null
    readonly latencyMs: number | null
    readonly breaker: string | null
    readonly concurrency: number | null
  }
  readonly feeds: readonly FeedLine[]
}

/** What the hub answers of one feed. */
export interface FeedLine {
  readonly type: string
  readonly mode: string
  readonly lagMs: number | null
  readonly gap: boolean
  readonly lastError: string | null
}

const header = ['CODE', 'STATUS', 'LAST CALL', 'BREAKER', 'MEDIAN', 'AT ONCE', 'LAST ANSWERED', 'NAME']
const rightAligned = new Set([4, 5])
const width = 100

/** Whether a bureau does what its files say: drained is well, since somebody wanted it; that alerts are missing is not. */
export function isWell({ status, feeds, health: { state, breaker } }: BureauLine): boolean {
  if (status === 'DRAINED') return true
  if (feeds.some(({ gap }) => gap)) return false
  return status === 'READY' && ['OK', 'PARTIAL', 'NOT_ASKED'].includes(state) && (breaker === null || breaker === 'CLOSED')
}

/** A table of the members, at most 100 columns wide; then who serves which types, how far alerts have come, and who is not well. */
export function bureauLines(bureaus: readonly BureauLine[]): readonly string[] {
  const rows = [header, ...bureaus.map(cells)]
  const widths = header.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const table = rows.map((row) => {
    const line = row.map((cell, i) => (rightAligned.has(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ')
    return line.length > width ? `${line.slice(0, width - 1).trimEnd()}…`.trimEnd() : line.trimEnd()
  })
  const serving = Map.groupBy(bureaus, ({ serves }) => serves.join(', '))
  const served = [...serving].flatMap(([types, own]) => {
    const codes = own.map(({ code }) => code).join(', ')
    return [...wrap(types === '' ? 'nothing' : types, '  '), ...wrap(codes, '      ')]
  })
  const unwell = bureaus.filter((one) => !isWell(one)).map(({ code }) => code)
  const summary = unwell.length === 0 ? ['All are well.'] : wrap(`Not well: ${unwell.join(', ')}.`, '')
  const alerts = bureaus.flatMap(feedLines)
  const captured = alerts.length === 0 ? [] : ['', 'Alerts come of', ...alerts]
  return [...table, '', 'They serve', ...served, ...captured, '', ...summary]
}

/** Types whose feeds stand alike, together. */
function feedLines({ code, feeds }: BureauLine): readonly string[] {
  const alike = Map.groupBy(feeds, ({ mode, lagMs, gap, lastError }) => JSON.stringify([mode, lagMs === null, gap, lastError]))
  return [...alike.values()].flatMap((some) => {
    const [{ mode = '', gap = false, lastError = null } = {}] = some
    const lags = some.flatMap(({ lagMs }) => lagMs ?? [])
    const behind = lags.length === 0 ? 'not read yet' : `${Math.ceil(Math.max(...lags) / 1000)} s behind`
    const said = [mode, behind, ...(gap ? ['changes are missing'] : []), ...(lastError === null ? [] : [lastError])].join(', ')
    return wrap(`${some.map(({ type }) => type).join(', ')}: ${said}`, `  ${code}  `)
  })
}

function cells({ code, name, status, health }: BureauLine): readonly string[] {
  const { state, breaker, latencyMs, concurrency, lastAnsweredAt } = health
  return [
    code,
    status,
    state,
    breaker ?? '-',
    latencyMs === null ? '-' : `${latencyMs} ms`,
    concurrency === null ? '-' : String(concurrency),
    lastAnsweredAt === null ? '-' : lastAnsweredAt.replace(/\.\d+Z$/, 'Z'),
    name,
  ]
}
