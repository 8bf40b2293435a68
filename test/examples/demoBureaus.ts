import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DemoSystems, startDemoSystems } from '../../examples/demo.ts'
import type { LoadedBureau } from '../../src/config/loadBureau.ts'
import { loadBureaus } from '../../src/config/loadBureaus.ts'
import type { Connector } from '../../src/connectors/connector.ts'
import { connectorOptionsSchema, openConnector } from '../../src/connectors/open.ts'
import type { TypeMapping } from '../../src/mapping/typeMapping.ts'
import type { RowProblem } from '../../src/model/bureau.ts'
import type { CanonicalRecord } from '../../src/model/record.ts'
import { catalogue } from '../support/catalogue.ts'

/** The folder of the demo's bureaus. */
export const bureausFolder = join(import.meta.dirname, '..', '..', 'examples', 'bureaus')

/** The demo's systems with data of their own in a folder of their own. */
export interface PrivateDemo {
  readonly systems: DemoSystems
  readonly dataDir: string
  /** Ends the systems and removes the data. */
  stop(): Promise<void>
}

/** Starts the demo's systems for one test file. */
export async function startPrivateDemo(options: {
  readonly scale: number
  readonly seed: number
  readonly today: string
}): Promise<PrivateDemo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'comity-demo-'))
  const systems = await startDemoSystems({ ...options, dataDir, log: () => {} })
  const stop = async () => {
    await systems.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { systems, dataDir, stop }
}

/** The demo's bureau files, read and checked. */
export function loadDemoBureaus(environment: Readonly<Record<string, string>>) {
  return loadBureaus(bureausFolder, { environment, catalogue, connectorOptionsSchema })
}

/** Everything a bureau holds of one type, mapped; and what did not map. */
export interface Mapped {
  readonly records: readonly CanonicalRecord[]
  readonly problems: readonly RowProblem[]
}

/** Reads a bureau's whole source of a type through its connector. */
export async function readAll(connector: Connector, mapping: TypeMapping): Promise<Mapped> {
  const records: CanonicalRecord[] = []
  const problems: RowProblem[] = []
  const read = { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads() }
  let page: string | null = null
  do {
    const call = { signal: new AbortController().signal, deadline: Date.now() + 15_000, traceId: '0'.repeat(32) }
    const found = await connector.find({ ...read, where: mapping.restriction, orderBy: null, after: null, limit: 100, page }, call)
    for (const row of found.rows) {
      const mapped = mapping.toCanonical(row)
      if (mapped.record !== null) records.push(mapped.record)
      problems.push(...mapped.problems)
    }
    page = found.next
  } while (page !== null)
  return { records, problems }
}

/** Reads all types of a bureau; `options` replaces its connector. */
export async function readBureau(
  bureau: LoadedBureau,
  options: LoadedBureau['file']['connector'] = bureau.file.connector,
): Promise<ReadonlyMap<string, Mapped>> {
  const connector = await openConnector(options, { folder: bureau.folder })
  try {
    const types = new Map<string, Mapped>()
    for (const [type, mapping] of bureau.mappings) types.set(type, await readAll(connector, mapping))
    return types
  } finally {
    await connector.close()
  }
}
