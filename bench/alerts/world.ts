import { createHmac } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readCatalogue } from '../../src/api/readCatalogue.ts'
import { loadBureaus } from '../../src/config/loadBureaus.ts'
import { connectorOptionsSchema } from '../../src/connectors/open.ts'
import type { Policy } from '../../src/disclosure/policy.ts'
import { seal } from '../../src/disclosure/seal.ts'
import type { Change } from '../../src/model/change.ts'

/** The bureau whose records move. */
export const owner = 'XB'
/** The bureau whose officers subscribe. */
export const reader = 'XA'
/** What officers who subscribe may be cleared for: one half sees less than the other. */
export const clearances = [1, 3] as const

/** How a record stands in its bureau's system. */
export interface RecordState {
  readonly number: string
  readonly kind: 'RED' | 'BLUE' | 'GREEN'
  readonly state: 'PUBLISHED' | 'UNDER_REVIEW'
  readonly summary: string
}

/** A record that moved: what it was and what it is; null: it is not there. */
export interface Move {
  readonly key: string
  readonly before: RecordState | null
  readonly after: RecordState | null
}

/**
 * What the rules below come to, said a second time and without them: what somebody with this clearance is told of a move; null: nothing. What a run of the hub
 * is held against.
 */
export function expectedKind({ before, after }: Move, clearance: number): 'NEW' | 'CHANGED' | 'WITHDRAWN' | null {
  const was = seenBy(before, clearance)
  const is = seenBy(after, clearance)
  if (was === is) return null
  if (was === null) return 'NEW'
  return is === null ? 'WITHDRAWN' : 'CHANGED'
}

function seenBy(state: RecordState | null, clearance: number): string | null {
  if (state === null || (state.state === 'UNDER_REVIEW' && clearance < 3)) return null
  return JSON.stringify([state.number, state.kind, state.state, clearance < 3 ? null : state.summary])
}

const rules = `
  - { id: ${owner}-1, title: Published notices, on: Notice, record: listed, to: any, for: any, when: 'record.state == "PUBLISHED"' }
  - { id: ${owner}-2, title: What they ask, on: Notice, fields: [number, kind, state, issuedOn], level: full, to: any, for: any }
  - { id: ${owner}-3, title: The cleared see all, on: Notice, record: listed, to: caller.clearance >= 3, for: any }
  - { id: ${owner}-4, title: And the facts, on: Notice, fields: [summary], level: full, to: caller.clearance >= 3, for: any }`

/** Two bureaus of which one has records that move, as files and as changes for the log. */
export class World {
  /** Folder of bureau folders. */
  readonly folder: string
  readonly #policy: Policy
  readonly #secret: Uint8Array
  #version = 0

  private constructor(folder: string, policy: Policy, secret: Uint8Array) {
    this.folder = folder
    this.#policy = policy
    this.#secret = secret
  }

  /** Writes the bureaus' files, and as many records as may ever be read. `secret`: that of the hub. */
  static async write(root: string, { records, secret }: { readonly records: number; readonly secret: Uint8Array }): Promise<World> {
    const bureaus = join(root, 'bureaus')
    for (const code of [owner, reader]) writeBureau(root, code, code === owner ? records : 0)
    const { bureaus: loaded, problems } = await loadBureaus(bureaus, {
      environment: {},
      catalogue: readCatalogue(),
      connectorOptionsSchema,
    })
    const policy = loaded.find(({ folder }) => basename(folder) === owner)?.policy ?? null
    if (policy === null || problems.length > 0) throw new Error(`the files of ${owner} are wrong: ${JSON.stringify(problems)}`)
    return new World(bureaus, policy, secret)
  }

  /** The change that a feed would append for a move, with sketches by the bureau's own policy. */
  changeOf({ key, before, after }: Move): Change {
    const kind = after === null ? 'DELETED' : before === null ? 'CREATED' : 'CHANGED'
    const [was, is] = [before, after].map((state) => (state === null ? null : this.#sketch(key, state)))
    const version = createHmac('sha256', this.#secret)
      .update(`${this.#version++} ${key}`)
      .digest('hex')
      .slice(0, 32)
    return { bureau: owner, type: 'Notice', key, kind, version, occurredAt: null, late: false, before: was ?? null, after: is ?? null }
  }

  #sketch(key: string, state: RecordState) {
    const digest = (text: string) => createHmac('sha256', this.#secret).update(text).digest('base64url').slice(0, 8)
    return this.#policy.sketch(seal({ ref: { bureau: owner, type: 'Notice', key }, values: { ...state, issuedOn: '2026-01-01' } }), digest)
  }
}

/** The key of a record. */
export function keyAt(index: number): string {
  return `n${String(index).padStart(8, '0')}`
}

function writeBureau(folder: string, code: string, records: number): void {
  const own = join(folder, 'bureaus', code)
  mkdirSync(own, { recursive: true })
  const file = join(folder, `${code}.sqlite`)
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    CREATE TABLE notices (id TEXT PRIMARY KEY, number TEXT, kind TEXT, state TEXT, summary TEXT, day TEXT NOT NULL);
    INSERT INTO notices WITH RECURSIVE n(i) AS (SELECT 0 WHERE ${records} > 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${records})
      SELECT printf('n%08d', i), printf('2026/%05d', i), 'RED', 'PUBLISHED', 'a summary', '2026-01-01' FROM n`)
  database.close()
  writeFileSync(
    join(own, 'bureau.yaml'),
    `comity: bureau/v1
code: ${code}
name: Central Bureau of ${code}
timeZone: UTC
languages: [en]
connector:
  kind: sqlite
  file: ${file}
mapping:
  types:
    Notice:
      from: notices
      key: id
      fields:
        number: { column: number }
        kind: { column: kind }
        state: { column: state }
        summary: { column: summary }
        issuedOn: { column: day }
`,
  )
  writeFileSync(
    join(own, 'disclosure.yaml'),
    `comity: disclosure/v1\nbureau: ${code}\nversion: bench\nrules:${rules.replaceAll(owner, code)}\n`,
  )
}
