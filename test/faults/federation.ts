import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { openMembers } from '../../src/members.ts'
import { catalogue } from '../support/catalogue.ts'
import { memoryHub } from '../support/memoryHub.ts'

/** A bureau of a federation: its connector, as YAML with an indent of two, and how much time it has. */
export interface Participant {
  readonly connector: string
  readonly deadlineMs: number
  /** Further limits. Default: nothing is tried again, and no breaker opens before ten failures in a row. */
  readonly limits?: string
}

/** What one question to all bureaus came to. */
export interface Outcome {
  /** State by bureau. */
  readonly states: Readonly<Record<string, string>>
  /** Numbers of the notices shown, by bureau, in the order of the answer. */
  readonly numbers: Readonly<Record<string, readonly string[]>>
  readonly complete: boolean
  readonly tookMs: number
}

/** A whole hub over real connectors: bureau files, mappings and policies as they are in production. */
export interface Federation {
  /** Asks for all notices. Throws when the answer as a whole is an error. */
  ask(): Promise<Outcome>
  /** Lines of the hub's log so far. */
  readonly lines: readonly string[]
  /** Causes of failures so far, in the words of the hub's log. */
  readonly reasons: readonly string[]
  close(): Promise<void>
}

/** Opens one. Failures are neither retried nor do they open a breaker before ten of them come in a row: here it is about what one question meets. */
export async function openFederation(participants: Readonly<Record<string, Participant>>): Promise<Federation> {
  const folder = mkdtempSync(join(tmpdir(), 'comity-faults-'))
  for (const [code, participant] of Object.entries(participants)) {
    mkdirSync(join(folder, code))
    writeFileSync(join(folder, code, 'bureau.yaml'), bureauFile(code, participant))
    writeFileSync(join(folder, code, 'disclosure.yaml'), disclosureFile(code))
  }
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  const { roster } = await openMembers({ bureaus: folder, variables: {}, skipBroken: false, log }, catalogue)
  const memory = memoryHub([], { members: roster })
  return {
    lines,
    get reasons() {
      return lines.flatMap((line) => (JSON.parse(line) as { reason?: string }).reason ?? [])
    },
    async ask() {
      const started = performance.now()
      const { data, errors } = await memory.ask(question)
      const tookMs = performance.now() - started
      if (errors !== undefined) throw new Error('the whole answer is an error', { cause: errors })
      const { nodes, sources, completeness } = (data as unknown as Answer).notices
      const groups = Object.groupBy(nodes, ({ owner }) => owner.code)
      return {
        states: Object.fromEntries(sources.map(({ bureau, state }) => [bureau.code, state])),
        numbers: Object.fromEntries(Object.entries(groups).map(([code, own = []]) => [code, own.map(({ number }) => number)])),
        complete: completeness.complete,
        tookMs,
      }
    },
    async close() {
      await memory.hub.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const question = '{ notices(first: 100) { nodes { owner { code } number } sources { bureau { code } state } completeness { complete } } }'

interface Answer {
  readonly notices: {
    readonly nodes: readonly { readonly owner: { readonly code: string }; readonly number: string }[]
    readonly sources: readonly { readonly bureau: { readonly code: string }; readonly state: string }[]
    readonly completeness: { readonly complete: boolean }
  }
}

function bureauFile(
  code: string,
  { connector, deadlineMs, limits = 'breakerPercent: 100, retryPercent: 0, hedgePercent: 0' }: Participant,
): string {
  return `comity: bureau/v1
code: ${code}
name: Central Bureau of ${code}
timeZone: UTC
languages: [en]
limits: { deadlineMs: ${deadlineMs}, ${limits} }
connector:
${connector}
mapping:
  types:
    Notice:
      from: notices
      key: id
      fields:
        number: { column: number }
        kind: { column: kind }
        issuedOn: { column: day }
`
}

function disclosureFile(code: string): string {
  return `comity: disclosure/v1
bureau: ${code}
version: test
rules:
  - { id: L, title: t, on: Notice, record: listed, to: any, for: any }
  - { id: F, title: t, on: Notice, fields: [number, kind, issuedOn], level: full, to: any, for: any }
`
}
