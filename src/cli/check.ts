import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readCatalogue } from '../api/readCatalogue.ts'
import type { LoadedBureau } from '../config/loadBureau.ts'
import { type LoadedBureaus, loadBureauFolder, loadBureaus } from '../config/loadBureaus.ts'
import { readTextFile } from '../config/readTextFile.ts'
import { YamlSource } from '../config/yamlSource.ts'
import { type Connector, ConnectorError } from '../connectors/connector.ts'
import { connectorOptionsSchema, openConnector } from '../connectors/open.ts'
import type { TypeMapping } from '../mapping/typeMapping.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import { powersOf } from './checkPowers.ts'
import { checkSource, type SourceReport } from './checkSource.ts'
import { countProblems, coverageLines, powerLines, problemLines, sampleLines } from './checkText.ts'

/** What `check` is run with. */
export interface CheckOptions {
  /** Whether to try the files against the bureau's system. */
  readonly connect: boolean
}

/** Where `check` writes, and the environment that files refer to. */
export interface CheckIo {
  write(text: string): void
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * Checks bureau folders, or folders of bureau folders, without starting the hub. Resolves to the exit code: 0, or 1 when there is an error. Never
 * prints a value of a record.
 */
export async function check(folders: readonly string[], options: CheckOptions, io: CheckIo): Promise<number> {
  const catalogue = readCatalogue()
  const all: Problem[] = []
  for (const folder of folders) {
    const loaded = await load(folder, catalogue, io)
    const shared = loaded.problems.filter((problem) => !loaded.bureaus.some((bureau) => bureau.problems.includes(problem)))
    print(io, problemLines(shared))
    all.push(...shared)
    for (const bureau of loaded.bureaus) all.push(...(await checkBureau(bureau, catalogue, options, io)))
  }
  print(io, [countProblems(all)])
  return all.some((problem) => problem.severity === 'error') ? 1 : 0
}

function load(folder: string, catalogue: Catalogue, io: CheckIo): Promise<LoadedBureaus> {
  const options = { environment: io.environment, catalogue, connectorOptionsSchema }
  return existsSync(join(folder, 'bureau.yaml')) ? loadBureauFolder(folder, options) : loadBureaus(folder, options)
}

async function checkBureau(bureau: LoadedBureau, catalogue: Catalogue, options: CheckOptions, io: CheckIo): Promise<readonly Problem[]> {
  print(io, [`${bureau.file.code}  ${bureau.file.name}  (${bureau.folder})`, ...signatureLines(bureau), ...problemLines(bureau.problems)])
  const broken = bureau.problems.some((problem) => problem.severity === 'error')
  const found = options.connect && !broken ? await connect(bureau, catalogue, io) : []
  if (options.connect && broken) print(io, ['  not connected: mend the errors first'])
  if (!options.connect || broken) {
    for (const mapping of bureau.mappings.values()) print(io, coverageOf(mapping, catalogue))
  }
  print(io, [''])
  return [...bureau.problems, ...found]
}

/** No warning: whether a bureau signs is for it and the hub to agree on. */
function signatureLines({ file, signedBy, disclosureFile }: LoadedBureau): readonly string[] {
  if (disclosureFile === null) return []
  if (file.policyKeys === undefined) return ['  disclosure.yaml is taken unsigned: bureau.yaml declares no "policyKeys"']
  return signedBy === null ? [] : [`  disclosure.yaml is signed with the key ${signedBy}`]
}

function coverageOf(mapping: TypeMapping, catalogue: Catalogue): readonly string[] {
  const type = catalogue.types.get(mapping.type)
  return type === undefined ? [] : coverageLines(type, mapping.mapped)
}

async function connect(bureau: LoadedBureau, catalogue: Catalogue, io: CheckIo): Promise<readonly Problem[]> {
  const file = join(bureau.folder, 'bureau.yaml')
  const text = readTextFile(file)
  const source = new YamlSource(typeof text === 'string' ? text : '', file)
  const problems: Problem[] = []
  let connector: Connector | null = null
  try {
    connector = await openConnector(bureau.file.connector, { folder: bureau.folder })
    for (const mapping of bureau.mappings.values()) problems.push(...(await checkType(connector, mapping, catalogue, source, bureau, io)))
  } catch (error) {
    problems.push(source.problem(['connector'], reasonOf(error, connector !== null)))
    print(io, problemLines(problems.slice(-1)))
  } finally {
    await connector?.close()
  }
  return problems
}

/** The words of connectors hold no values of records; those of anything else may. */
function reasonOf(error: unknown, opened: boolean): string {
  if (error instanceof ConnectorError) return `the system gave no answer (${error.reason}): ${error.message}`
  return error instanceof Error && !opened ? `the connector cannot be opened: ${error.message}` : 'the check failed inside the hub'
}

async function checkType(
  connector: Connector,
  mapping: TypeMapping,
  catalogue: Catalogue,
  source: YamlSource,
  bureau: LoadedBureau,
  io: CheckIo,
): Promise<readonly Problem[]> {
  const type = catalogue.types.get(mapping.type)
  if (type === undefined) return []
  print(io, [...coverageLines(type, mapping.mapped), `    reading ${mapping.source} …`])
  const report = await checkSource(connector, mapping)
  const problems = sourceProblems(report, mapping, source, bureau)
  print(io, problemLines(problems))
  if (report.missing.length === 0) print(io, [...sampleLines(report), ...powerLines(powersOf(connector, mapping, type, catalogue))])
  return problems
}

function sourceProblems(report: SourceReport, mapping: TypeMapping, source: YamlSource, bureau: LoadedBureau): readonly Problem[] {
  const at = ['mapping', 'types', mapping.type]
  const file = bureau.file.mapping.types[mapping.type]
  const problems = report.missing.map((missing) => {
    const path = [...at, ...(placeOf(file, missing.name) ?? [])]
    const isSource = missing.name === missing.source
    const message = isSource ? `the system has no source "${missing.name}"` : `${missing.source} has no field "${missing.name}"`
    const suggestion = missing.near === undefined ? undefined : `did you mean "${missing.near}"?`
    return source.problem(path, message, { suggestion })
  })
  if (report.rows > 0 && report.mapped === 0) problems.push(source.problem(at, `none of ${report.rows} sample rows could be mapped`))
  if (report.rows === 0 && report.missing.length === 0)
    problems.push(source.problem(at, 'the system gave no rows', { severity: 'warning' }))
  return problems
}

/** Where a native name stands in the file. */
function placeOf(value: unknown, name: string): readonly (string | number)[] | null {
  if (typeof value === 'string') return value === name || value === `^${name}` || name.endsWith(`.${value}`) ? [] : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, member] of Object.entries(value)) {
    const found = placeOf(member, name)
    if (found !== null) return [Array.isArray(value) ? Number(key) : key, ...found]
  }
  return null
}

function print(io: CheckIo, lines: readonly string[]): void {
  for (const line of lines) io.write(`${line}\n`)
}
