import { readCatalogue } from '../api/readCatalogue.ts'
import { loadBureauFolder } from '../config/loadBureaus.ts'
import { connectorOptionsSchema } from '../connectors/open.ts'
import { type CapturedSource, type OutboxDatabase, outboxDdl, publicationDdl } from '../connectors/sql/capture/captureDdl.ts'
import type { TypeMapping } from '../mapping/typeMapping.ts'
import { problemLines } from './checkText.ts'
import type { CommandIo } from './viewAs.ts'

/**
 * `comity outbox ddl`: prints what the bureau's database administrator runs so that changes can be captured as bureau.yaml declares it: outbox tables with their
 * triggers, and publications for slots. Connects to nothing. Gives the exit code: 1 when the file has errors or nothing of it needs any statements.
 */
export async function printOutboxDdl(folder: string, { out, err, environment }: CommandIo): Promise<number> {
  const { bureaus } = await loadBureauFolder(folder, { environment, catalogue: readCatalogue(), connectorOptionsSchema })
  const [bureau] = bureaus
  const errors = bureau?.problems.filter((problem) => problem.severity === 'error') ?? []
  if (bureau === undefined || errors.length > 0) {
    err.write(bureau === undefined ? `There is no bureau.yaml to read in ${folder}.\n` : `${problemLines(errors).join('\n')}\n`)
    return 1
  }
  const { capture, connector } = bureau.file
  const outboxes = new Map<string, CapturedSource[]>()
  const publications = new Map<string, CapturedSource[]>()
  for (const [type, declaration] of Object.entries(capture?.types ?? {})) {
    const mapping = bureau.mappings.get(type)
    if (mapping === undefined) continue
    if (declaration.mode === 'outbox') add(outboxes, declaration.table, mapping)
    if (declaration.mode === 'slot') add(publications, declaration.publication, mapping)
  }
  if (outboxes.size + publications.size === 0) {
    err.write(`${bureau.file.code} captures nothing by outbox or slot: its database stays as it is.\n`)
    return 1
  }
  for (const [table, sources] of outboxes) out.write(`${outboxDdl(connector.kind as OutboxDatabase, table, sources)}\n`)
  for (const [publication, sources] of publications) out.write(publicationDdl(publication, sources))
  return 0
}

function add(all: Map<string, CapturedSource[]>, name: string, mapping: TypeMapping): void {
  const sources = all.get(name) ?? []
  sources.push({ source: mapping.source, key: mapping.key, children: mapping.reads().children })
  all.set(name, sources)
}
