/** How one bureau took part in an answer. */
export interface BureauState {
  /** The bureau's code. */
  readonly bureau: string
  /** A name of `SourceState`. */
  readonly state: string
  /** How long it took in milliseconds, or null. */
  readonly latencyMs: number | null
}

/** A field that is less than full in some of the answer's records. */
export interface LessThanFull {
  /** The field. */
  readonly field: string
  /** A name of `Level`. */
  readonly level: string
  /** A name of `DisclosureReason`. */
  readonly reason: string
  /** In how many records. */
  readonly records: number
}

/** What an answer says of itself. */
export interface AnswerNotes {
  /** Bureaus in the order of their codes. */
  readonly bureaus: readonly BureauState[]
  /** Fields, the most frequent first. */
  readonly fields: readonly LessThanFull[]
}

/** One answer may hold several connections: a bureau that fell short in one of them, or has not answered it yet, is shown so. */
const severity = ['NOT_ASKED', 'OK', 'PENDING', 'PARTIAL', 'BUSY', 'BREAKER_OPEN', 'TIMEOUT', 'UNAVAILABLE', 'STALE']

type Json = Readonly<Record<string, unknown>>

/** Reads what an answer, as text, says of its sources and of its records' disclosure. Anything else gives empty notes. */
export function readAnswer(text: string): AnswerNotes {
  const answer = parse(text)
  const bureaus = new Map<string, BureauState>()
  const fields = new Map<string, LessThanFull>()
  const open: unknown[] = [answer['data']]
  while (open.length > 0) {
    const value = open.pop()
    if (Array.isArray(value)) open.push(...value)
    if (!isObject(value)) continue
    for (const entry of list(value['sources'])) addBureau(bureaus, entry)
    for (const entry of list(value['_disclosure'])) addField(fields, entry)
    open.push(...Object.values(value))
  }
  const extensions = isObject(answer['extensions']) ? answer['extensions'] : {}
  for (const entry of list(extensions['sources'])) addBureau(bureaus, entry)
  // The records themselves say it best; the hub's summary counts when the query did not select `_disclosure`.
  const summaries = fields.size === 0 ? list(extensions['disclosure']) : []
  for (const summary of summaries) for (const entry of list(summary['below'])) addField(fields, entry)
  return {
    bureaus: [...bureaus.values()].sort((a, b) => (a.bureau < b.bureau ? -1 : 1)),
    fields: [...fields.values()].sort((a, b) => b.records - a.records || (a.field < b.field ? -1 : 1)),
  }
}

function addBureau(bureaus: Map<string, BureauState>, entry: Json): void {
  const { bureau: named, state, latencyMs } = entry
  const bureau = isObject(named) ? named['code'] : named
  if (typeof bureau !== 'string' || typeof state !== 'string') return
  const known = bureaus.get(bureau)
  if (known !== undefined && severity.indexOf(known.state) >= severity.indexOf(state)) return
  bureaus.set(bureau, { bureau, state, latencyMs: typeof latencyMs === 'number' ? latencyMs : null })
}

function addField(fields: Map<string, LessThanFull>, entry: Json): void {
  const { field, level, reason } = entry
  if (typeof field !== 'string') return
  const known = { field, level: typeof level === 'string' ? level : 'NONE', reason: typeof reason === 'string' ? reason : '' }
  const key = `${field} ${known.level} ${known.reason}`
  const records = typeof entry['records'] === 'number' ? entry['records'] : 1
  fields.set(key, { ...known, records: (fields.get(key)?.records ?? 0) + records })
}

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    // A message that is no JSON, such as "Signed out.": it says nothing of sources.
    return {}
  }
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
