/** A row of a simulated system. Synthetic: every value follows from the bureau's code and the row's number. */
export interface FleetRow {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly summary: string
  readonly day: string
}

/** Days over which a bureau's rows are spread, the newest first. */
const days = 1826
const newest = Date.UTC(2026, 9, 31)
const dayMs = 86_400_000
const kinds = ['RED', 'BLUE', 'GREEN', 'YELLOW', 'SILVER']
const summary =
  'Facts of a case that never was, as long as such texts are: who is sought, by which court, for what, since when, and what to do.'

/** Row number `i` of a bureau with `rows` rows, in the order newest first, then by id. Nothing is kept: a million rows cost nothing. */
export function rowAt(code: string, rows: number, i: number): FleetRow {
  return {
    id: idOf(i),
    number: `${code}/${idOf(i)}`,
    kind: kinds[(i * 7 + code.length) % kinds.length] ?? 'RED',
    state: i % 20 === 13 ? 'DRAFT' : 'PUBLISHED',
    summary,
    day: dayOf(rows, i),
  }
}

/** How many rows of a bureau come before a place: those newer than `day`, or, with a key, those up to it. */
export function placeOf(rows: number, start: { readonly day: string } | { readonly key: string } | null): number {
  if (start === null) return 0
  if ('key' in start) return Math.min(rows, Number(start.key.slice(1)) + 1)
  let [low, high] = [0, rows]
  while (low < high) {
    const middle = (low + high) >> 1
    if (dayOf(rows, middle) > start.day) low = middle + 1
    else high = middle
  }
  return low
}

/** What of a row differs by the dialect of SQL, over `i`, a column of numbers from 0. */
const dialects = {
  sqlite: { id: "printf('n%08d', i)", day: (ago: string) => `date('${newestDay()}', '-' || (${ago}) || ' days')`, over: '/' },
  postgres: { id: "'n' || lpad(i::text, 8, '0')", day: (ago: string) => `date '${newestDay()}' - (${ago})::int`, over: '/' },
  mysql: { id: "concat('n', lpad(i, 8, '0'))", day: (ago: string) => `date_sub('${newestDay()}', interval (${ago}) day)`, over: 'div' },
} as const

/** The columns of a row in SQL, over `i`: the same as `rowAt`. */
export function sqlColumns(code: string, rows: number, dialect: keyof typeof dialects): string {
  const { id, day, over } = dialects[dialect]
  const number = dialect === 'mysql' ? `concat('${code}/', ${id})` : `'${code}/' || ${id}`
  const kind = `case (i * 7 + ${code.length}) % ${kinds.length} ${kinds.map((one, at) => `when ${at} then '${one}'`).join(' ')} end`
  const state = "case when i % 20 = 13 then 'DRAFT' else 'PUBLISHED' end"
  return `${id} as id, ${number} as number, ${kind} as kind, ${state} as state, '${summary}' as summary, ${day(`(i * ${days}) ${over} ${rows}`)} as day`
}

function newestDay(): string {
  return new Date(newest).toISOString().slice(0, 10)
}

function idOf(i: number): string {
  return `n${String(i).padStart(8, '0')}`
}

function dayOf(rows: number, i: number): string {
  return new Date(newest - Math.floor((i * days) / rows) * dayMs).toISOString().slice(0, 10)
}
