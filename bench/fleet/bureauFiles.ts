import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FleetBureau } from './fleetPlan.ts'
import { dropFolder, sqliteFile, tableOf } from './fleetTables.ts'
import type { FleetLimits } from './withFleet.ts'

/** What stands in the bureaus' files beside themselves. */
export interface FilesOptions extends FleetLimits {
  /** Where the fleet's own folders are. */
  readonly folder: string
  /** Base address of the simulator. */
  readonly simulatorUrl: string
  readonly postgresUrl: string | null
  readonly mysqlUrl: string | null
}

/** Writes a folder of bureaus, each with its two files, and gives its path. */
export function writeBureaus(bureaus: readonly FleetBureau[], options: FilesOptions): string {
  const root = join(options.folder, 'bureaus')
  for (const bureau of bureaus) {
    const own = join(root, bureau.code)
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'bureau.yaml'), bureauFile(bureau, options))
    writeFileSync(join(own, 'disclosure.yaml'), disclosureFile(bureau.code))
  }
  return root
}

function bureauFile(bureau: FleetBureau, options: FilesOptions): string {
  const { deadlineMs, hedgePercent, pageRows, breakerPercent } = options
  return `comity: bureau/v1
code: ${bureau.code}
name: Central Bureau of ${bureau.code}
timeZone: UTC
languages: [en]
limits: { deadlineMs: ${deadlineMs}, hedgePercent: ${hedgePercent}, breakerPercent: ${breakerPercent}, pageRows: ${pageRows}, scanRows: 2000000 }
connector:
${connectorOf(bureau, options)}
mapping:
  types:
    Notice:
      from: ${bureau.kind === 'postgres' || bureau.kind === 'mysql' ? tableOf(bureau.code) : 'notices'}
      key: id
      fields:
        number: { column: number }
        kind: { column: kind }
        state: { column: state }
        summary: { column: summary }
        issuedOn: { column: day }
`
}

function connectorOf({ code, kind }: FleetBureau, options: FilesOptions): string {
  const { folder, simulatorUrl, postgresUrl, mysqlUrl } = options
  switch (kind) {
    case 'rest':
      return `  kind: rest
  url: ${simulatorUrl}/${code}
  health: /health
  sources:
    notices:
      path: /notices
      rows: items
      paging: { kind: cursor, parameter: cursor, next: next, size: size, max: 1000 }
      orders:
        - { path: day, direction: DESC, bound: until, keyset: { value: afterDay, key: afterId } }
      filters: { day: { gte: since } }
      get: { parameter: ids }`
    case 'graphql':
      return `  kind: graphql
  url: ${simulatorUrl}/${code}/graphql
  sources:
    notices:
      list:
        field: notices
        nodes: nodes
        max: 1000
        arguments: { until: String, since: String }
        filters: { day: { gte: since } }
        orders:
          - { path: day, direction: DESC, bound: until }
      get: { field: noticesById, keys: ids }`
    case 'sqlite':
      return `  kind: sqlite\n  file: ${sqliteFile(folder, code)}`
    case 'file':
      return `  kind: file\n  folder: ${dropFolder(folder, code)}\n  refreshMs: 60000\n  sources:\n    notices: { files: notices.ndjson, format: ndjson }`
    case 'postgres':
      return `  kind: postgres\n  url: ${postgresUrl}`
    case 'mysql':
      return `  kind: mysql\n  url: ${mysqlUrl}`
  }
}

/** Rules as bureaus have them: a condition on the record decides whether it is listed, and another on one of its fields. */
function disclosureFile(code: string): string {
  return `comity: disclosure/v1
bureau: ${code}
version: bench
rules:
  - { id: ${code}-1, title: Published notices, on: Notice, record: listed, to: any, for: any, when: 'record.state == "PUBLISHED"' }
  - { id: ${code}-2, title: What they ask, on: Notice, fields: [number, kind, state, issuedOn], level: full, to: any, for: any }
  - { id: ${code}-3, title: The facts, on: Notice, fields: [summary], level: full, to: any, for: any, when: 'record.kind != "RED"' }
`
}
