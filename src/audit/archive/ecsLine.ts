import { hash } from 'node:crypto'
import { readEntry } from '../reading/readEntry.ts'

/** An entry as it is exported: what its leaf holds, word for word, with what a SIEM looks for beside it. */
export interface ExportedEntry {
  readonly seq: number
  /** RFC 3339. */
  readonly at: string
  readonly entry: string
  /** What the leaf holds. */
  readonly content: string
}

/** One line of NDJSON with the field names of the Elastic Common Schema. Officers and records are named as in the ledger: whoever reads the export cannot tell who they are. */
export function ecsLine({ seq, at, entry, content }: ExportedEntry): string {
  const read = readEntry(entry)
  const act = read === null ? String((JSON.parse(entry) as { readonly act?: string }).act ?? 'UNKNOWN') : null
  const failed = read !== null && (read.refused !== null || (read.operation?.errors ?? 0) > 0)
  const [reader] = read?.readers ?? []
  const code = read?.refused ?? read?.operation?.codes?.[0]
  return JSON.stringify({
    '@timestamp': at,
    ecs: { version: '8.11.0' },
    event: {
      kind: 'event',
      category: [act === null ? 'database' : 'configuration'],
      type: [act === null ? (read?.refused === null ? 'access' : 'denied') : 'change'],
      action: act ?? read?.kind,
      outcome: failed ? 'failure' : 'success',
      sequence: seq,
      id: hash('sha256', `\0${content}`, 'base64'),
      original: content,
    },
    ...(read === null
      ? {}
      : {
          organization: { id: read.bureau },
          user: {
            id: reader === undefined ? undefined : 'handle' in reader.person ? reader.person.handle : reader.person.key,
            roles: read.roles,
          },
          comity: {
            purpose: read.purpose,
            case: reader?.case ?? null,
            emergency: read.emergency,
            owners: [...new Set(read.accesses.map(({ owner }) => owner))],
            records: read.accesses.reduce((sum, { records }) => sum + records.length, 0),
          },
        }),
    ...(code === undefined ? {} : { error: { code } }),
  })
}
