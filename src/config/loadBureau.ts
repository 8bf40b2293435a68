import type { z } from 'zod'
import { type CompiledMapping, compileMapping } from '../mapping/compileMapping.ts'
import { mappingSchema } from '../mapping/mappingSchema.ts'
import type { TypeMapping } from '../mapping/typeMapping.ts'
import type { Problem } from '../model/problem.ts'
import type { BureauFile } from './bureauFile.ts'
import { bureauSchema, profileSchema } from './bureauSchema.ts'
import { checkAnomalies } from './checkAnomalies.ts'
import { checkCapture } from './checkCapture.ts'
import { checkShape } from './checkShape.ts'
import { type DisclosureOptions, type LoadedDisclosure, loadDisclosure, readDisclosure } from './loadDisclosure.ts'
import type { BureauHead } from './readBureauHead.ts'
import type { YamlSource } from './yamlSource.ts'

/** What a `bureau.yaml` comes to. Never changes: a changed file is another. */
export interface BureauParts {
  readonly folder: string
  /** With mistakes in connector or mapping only the profile and the limits are to be relied upon. */
  readonly file: BureauFile
  /** By record type. */
  readonly mappings: ReadonlyMap<string, TypeMapping>
}

/** A bureau's folder, read and checked. It takes part only when `problems` has no error. */
export interface LoadedBureau extends BureauParts, LoadedDisclosure {
  /** Mistakes of all its files. */
  readonly problems: readonly Problem[]
}

/** What a bureau is checked against. */
export interface CheckOptions extends DisclosureOptions {
  readonly connectorOptionsSchema: (kind: string) => Promise<z.ZodType>
  readonly directory: ReadonlySet<string>
}

/** Checks everything in a bureau's folder. `bureau` is null when not even its head can be read. Never throws. */
export async function loadBureau(
  head: BureauHead,
  options: CheckOptions,
): Promise<{ bureau: LoadedBureau | null; problems: readonly Problem[] }> {
  const { parts, problems: own } = await loadBureauFile(head, options)
  if (head.source === null || head.content === undefined) return { bureau: null, problems: own }
  const disclosure = loadDisclosure(readDisclosure(head.folder), parts?.file ?? null, options)
  const problems = inOrder([...own, ...disclosure.problems])
  return { bureau: parts === null ? null : { ...disclosure, ...parts, problems }, problems }
}

/** Checks a `bureau.yaml` alone. `parts` is null when not even its head can be read. Never throws. */
export async function loadBureauFile(
  { folder, source, content, code, problems: before }: BureauHead,
  options: Omit<CheckOptions, keyof DisclosureOptions> & Pick<DisclosureOptions, 'catalogue'>,
): Promise<{ parts: BureauParts | null; problems: readonly Problem[] }> {
  if (source === null || content === undefined) return { parts: null, problems: before }
  const { data, problems: shape } = checkShape(bureauSchema, content, source)
  const connector = await checkConnector(content, source, options)
  const file = data === null ? headOnly(content) : (data as BureauFile)
  const compiled = compileMappingOf(content, code ?? '', options)
  const mapping = (compiled?.problems ?? []).map(({ path, message, severity, suggestion }) =>
    source.problem(['mapping', ...path], message, { severity, suggestion }),
  )
  const capture = checkCapture(content, { source, catalogue: options.catalogue, mappings: compiled?.mappings ?? new Map() })
  const anomalies = checkAnomalies(content, { source, catalogue: options.catalogue })
  const problems = inOrder([...before, ...shape, ...connector, ...mapping, ...capture, ...anomalies])
  if (file === null) return { parts: null, problems }
  const mappings = data === null ? new Map<string, TypeMapping>() : (compiled?.mappings ?? new Map<string, TypeMapping>())
  return { parts: { folder, file, mappings }, problems }
}

/** Checked even when the rest of the file has mistakes, so that all are told at once. */
function compileMappingOf(
  content: unknown,
  code: string,
  { catalogue, directory }: Pick<CheckOptions, 'catalogue' | 'directory'>,
): CompiledMapping | null {
  const mapping = typeof content === 'object' && content !== null && 'mapping' in content ? mappingSchema.safeParse(content.mapping) : null
  return mapping?.success ? compileMapping(mapping.data, code, catalogue, directory) : null
}

/** The profile of a file with mistakes elsewhere, so that the hub can say whose it is. */
function headOnly(content: unknown): BureauFile | null {
  const profile = profileSchema.safeParse(content)
  return profile.success ? { ...profile.data, connector: { kind: 'none' }, mapping: { types: {} } } : null
}

async function checkConnector(
  content: unknown,
  source: YamlSource,
  options: Pick<CheckOptions, 'connectorOptionsSchema'>,
): Promise<readonly Problem[]> {
  const connector = typeof content === 'object' && content !== null && 'connector' in content ? content.connector : null
  const kind = typeof connector === 'object' && connector !== null && 'kind' in connector ? connector.kind : null
  if (typeof kind !== 'string') return []
  try {
    return checkShape(await options.connectorOptionsSchema(kind), connector, source, ['connector']).problems
  } catch (error) {
    return [source.problem(['connector', 'kind'], error instanceof Error ? error.message : 'there is no such kind of connector')]
  }
}

/** By place, file by file. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(problems.map((problem) => problem.file))]
  const place = (one: Problem) => [files.indexOf(one.file), one.line ?? 0, one.column ?? 0] as const
  return problems.toSorted((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1] || place(a)[2] - place(b)[2])
}
