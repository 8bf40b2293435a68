import { createHash } from 'node:crypto'
import type { CaptureFile } from '../../../model/capture.ts'
import type { ChangeKind } from '../../../model/change.ts'
import type { CaptureRecords, InboxEntry } from '../../../store/capture/captureRecords.ts'
import type { FeedSeals } from '../feedSeals.ts'
import { type MessageFault, verifyMessage, type WebhookHeaders } from './verifyMessage.ts'
import { type WebhookKey, webhookKey } from './webhookKey.ts'

/** What became of a message. */
export type WebhookOutcome = 'TAKEN' | 'REPEATED' | 'OTHER_BODY' | 'TOO_LARGE' | 'UNKNOWN' | MessageFault

/** The answer to a message: a status without a body. */
export interface WebhookAnswer {
  readonly status: 202 | 208 | 400 | 401 | 404 | 409 | 413
  readonly outcome: WebhookOutcome
}

/** What the door works with. */
export interface WebhookDoorOptions {
  readonly records: CaptureRecords
  readonly seals: FeedSeals
  /** What a bureau declares now; undefined for one that there is not. */
  readonly captureOf: (bureau: string) => CaptureFile | undefined
  /** Something was taken: `Capture.wake`. */
  readonly onTaken: (bureau: string) => void
  /** Hears how each message ended, to be counted. `bureau` is one of those that take messages; for all others null. */
  readonly onOutcome?: (bureau: string | null, outcome: WebhookOutcome) => void
  /** Epoch milliseconds. Default: the machine's clock. */
  readonly now?: () => number
}

const mostBytes = 65_536
const mostRecords = 500

/** What a message says of one record. */
type Said = Omit<InboxEntry, 'key'> & { readonly key: string }

const statuses: Readonly<Record<WebhookOutcome, WebhookAnswer['status']>> = {
  TAKEN: 202,
  // What is known already is as good as taken: the sender shall stop.
  REPEATED: 208,
  MALFORMED: 400,
  TIMESTAMP: 401,
  SIGNATURE: 401,
  UNKNOWN: 404,
  OTHER_BODY: 409,
  TOO_LARGE: 413,
}

/**
 * Where bureaus' systems say that records changed. A message says which, never to what: the hub reads the record itself. It is answered when it is durable.
 * A message that is not taken changes nothing.
 */
export class WebhookDoor {
  readonly #options: WebhookDoorOptions
  readonly #keys = new WeakMap<CaptureFile, readonly WebhookKey[]>()

  constructor(options: WebhookDoorOptions) {
    this.#options = options
  }

  /** Bytes of the largest message. */
  get mostBytes(): number {
    return mostBytes
  }

  /** Refuses a message of which no more than its beginning was read. */
  refuseLarge(bureau: string): WebhookAnswer {
    const capture = this.#options.captureOf(bureau)
    const takes = capture !== undefined && this.#keysOf(capture).length > 0
    return this.#answer(takes ? bureau : null, takes ? 'TOO_LARGE' : 'UNKNOWN')
  }

  /** Takes one message in. Rejects only when the store cannot write: then it was not taken. */
  async receive(bureau: string, message: { readonly headers: WebhookHeaders; readonly body: Uint8Array }): Promise<WebhookAnswer> {
    const capture = this.#options.captureOf(bureau)
    const keys = capture === undefined ? [] : this.#keysOf(capture)
    // A bureau that takes none and one that there is not are the same to whoever asks.
    if (capture === undefined || keys.length === 0) return this.#answer(null, 'UNKNOWN')
    if (message.body.length > mostBytes) return this.refuseLarge(bureau)
    const now = (this.#options.now ?? Date.now)()
    const body = Buffer.from(message.body)
    const text = body.toString('utf8')
    const verified = verifyMessage({ headers: message.headers, body: text }, keys, now)
    if ('fault' in verified) return this.#answer(bureau, verified.fault)
    const said = readEntries(text, capture)
    if (said === null) return this.#answer(bureau, 'MALFORMED')
    const { records, seals } = this.#options
    const entries = said.map((entry): InboxEntry => ({ ...entry, key: seals.key({ bureau, type: entry.type }, entry.key) }))
    const digest = createHash('sha256').update(body).digest('base64url')
    const taken = await records.receive(bureau, { id: verified.id, digest, at: now }, entries)
    if (taken === 'NEW') this.#options.onTaken(bureau)
    return this.#answer(bureau, taken === 'NEW' ? 'TAKEN' : taken === 'OTHER' ? 'OTHER_BODY' : 'REPEATED')
  }

  #answer(bureau: string | null, outcome: WebhookOutcome): WebhookAnswer {
    this.#options.onOutcome?.(bureau, outcome)
    return { status: statuses[outcome], outcome }
  }

  #keysOf(capture: CaptureFile): readonly WebhookKey[] {
    const known = this.#keys.get(capture)
    if (known !== undefined) return known
    const keys = capture.webhookKeys.map(webhookKey).filter((key) => key !== null)
    this.#keys.set(capture, keys)
    return keys
  }
}

/** `{"type": "record.changed", "data": {"records": [{"type", "key", "kind"?, "at"?}]}}`. Null when it is anything else, or names a type whose changes do not come this way. */
function readEntries(text: string, capture: CaptureFile): readonly Said[] | null {
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(message) || message['type'] !== 'record.changed' || !isObject(message['data'])) return null
  const records = message['data']['records']
  if (!Array.isArray(records) || records.length === 0 || records.length > mostRecords) return null
  const entries = records.map((record: unknown) => readEntry(record, capture))
  return entries.every((entry) => entry !== null) ? entries : null
}

function readEntry(record: unknown, capture: CaptureFile): Said | null {
  if (!isObject(record)) return null
  const { type, key, kind = 'UNKNOWN', at = null } = record
  if (typeof type !== 'string' || !Object.hasOwn(capture.types, type) || capture.types[type]?.mode !== 'webhook') return null
  if (typeof key !== 'string' || key.length === 0 || key.length > 300 || !isKind(kind)) return null
  const isMoment =
    typeof at === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(at) && !Number.isNaN(Date.parse(at))
  if (at !== null && !isMoment) return null
  return { type, key, kind, at: at === null ? null : new Date(at as string).toISOString() }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isKind(value: unknown): value is ChangeKind {
  return value === 'CREATED' || value === 'CHANGED' || value === 'DELETED' || value === 'UNKNOWN'
}
