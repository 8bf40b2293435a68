const dayMs = 86_400_000
const firstMs = Date.parse('0001-01-01T00:00:00Z')
const lastMs = Date.parse('9999-12-31T23:59:59.999Z')
const formats = new Map<string, Intl.DateTimeFormat>()

/** Whether the name is an IANA time zone that this runtime knows. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

/** An instant as RFC 3339 text in UTC with the fraction's digits; null outside the years 1 to 9999. */
export function instantText(epochMs: number, fraction: string): string | null {
  if (!(epochMs >= firstMs && epochMs <= lastMs)) return null
  const seconds = new Date(epochMs).toISOString().slice(0, 19)
  const digits = fraction.replace(/0+$/, '')
  return digits === '' ? `${seconds}Z` : `${seconds}.${digits}Z`
}

/** Local wall-clock time, as if it were UTC, in epoch milliseconds. */
export function toLocal(epochMs: number, zone: string): number {
  if (zone === 'UTC') return epochMs
  const parts = new Map(
    formatOf(zone)
      .formatToParts(epochMs)
      .map((part) => [part.type, Number(part.value)]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return local + (((epochMs % 1000) + 1000) % 1000)
}

/**
 * The instant of a wall-clock time (given as if it were UTC). A time that occurs twice means its first occurrence, one that a clock change leaves out is moved on
 * by the length of the change (RFC 5545, 3.3.5).
 */
export function fromLocal(localMs: number, zone: string): number {
  if (zone === 'UTC') return localMs
  const before = toLocal(localMs - dayMs, zone) - (localMs - dayMs)
  const after = toLocal(localMs + dayMs, zone) - (localMs + dayMs)
  const early = localMs - Math.max(before, after)
  const late = localMs - Math.min(before, after)
  if (toLocal(early, zone) === localMs) return early
  if (toLocal(late, zone) === localMs) return late
  return localMs - before
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (format === undefined) {
    const clock = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, calendar: 'iso8601', hourCycle: 'h23', ...clock })
    formats.set(zone, format)
  }
  return format
}

/** The day `count` days after another, `YYYY-MM-DD`; null outside the years 1 to 9999. */
export function addDays(day: string, count: number): string | null {
  const moved = Date.parse(`${day}T00:00:00Z`) + count * dayMs
  if (moved < firstMs || moved > lastMs) return null
  return new Date(moved).toISOString().slice(0, 10)
}
