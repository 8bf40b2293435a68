import { join } from 'node:path'
import type { z } from 'zod'
import type { Baseline } from '../disclosure/compileBaseline.ts'
import { compilePolicy, sharesNothing } from '../disclosure/compilePolicy.ts'
import type { Policy } from '../disclosure/policy.ts'
import { type CompiledMapping, compileMapping } from '../mapping/compileMapping.ts'
import { mappingSchema } from '../mapping/mappingSchema.ts'
import type { TypeMapping } from '../mapping/typeMapping.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import type { AgreementsRegistry } from './agreements.ts'
import type { BureauFile } from './bureauFile.ts'
import { bureauSchema, profileSchema } from './bureauSchema.ts'
import { checkShape } from './checkShape.ts'
import { holdsForOthers } from './holdsForOthers.ts'
import type { BureauHead } from './readBureauHead.ts'
import { readTextFile, wholeFile } from './readTextFile.ts'
import type { YamlSource } from './yamlSource.ts'

/** A bureau's folder, read and checked. It takes part only when `problems` has no error. */
export interface LoadedBureau {
  readonly folder: string
  /** With mistakes in connector or mapping only the profile and the limits are to be relied upon. */
  readonly file: BureauFile
  /** By record type. */
  readonly mappings: ReadonlyMap<string, TypeMapping>
  /** The policy of `disclosure.yaml`; one that shares nothing where there is no such file; null when that file has mistakes. */
  readonly policy: Policy | null
  readonly disclosureFile: { readonly path: string; readonly text: string } | null
  readonly problems: readonly Problem[]
}

/** What a bureau is checked against. */
export interface CheckOptions {
  readonly catalogue: Catalogue
  readonly connectorOptionsSchema: (kind: string) => Promise<z.ZodType>
  readonly directory: ReadonlySet<string>
  readonly agreements: AgreementsRegistry
  /** What lowers every bureau's records; null when its file has mistakes, and then no policy can be had. */
  readonly baseline: Baseline | null
}

/** Checks everything in a bureau's folder. `bureau` is null when not even its head can be read. Never throws. */
export async function loadBureau(
  head: BureauHead,
  options: CheckOptions,
): Promise<{ bureau: LoadedBureau | null; problems: readonly Problem[] }> {
  const { folder, source, content } = head
  if (source === null || content === undefined) return { bureau: null, problems: head.problems }
  const { data, problems: shape } = checkShape(bureauSchema, content, source)
  const connector = await checkConnector(content, source, options)
  const file = data === null ? headOnly(content) : (data as BureauFile)
  const compiled = compileMappingOf(content, head.code ?? '', options)
  const mapping = (compiled?.problems ?? []).map(({ path, message, severity, suggestion }) =>
    source.problem(['mapping', ...path], message, { severity, suggestion }),
  )
  const disclosure = loadDisclosure(folder, file, options)
  const problems = inOrder([...head.problems, ...shape, ...connector, ...mapping, ...disclosure.problems])
  if (file === null) return { bureau: null, problems }
  const { policy, disclosureFile } = disclosure
  return {
    bureau: { folder, file, mappings: data === null ? new Map() : (compiled?.mappings ?? new Map()), policy, disclosureFile, problems },
    problems,
  }
}

/** Checked even when the rest of the file has mistakes, so that all are told at once. */
function compileMappingOf(content: unknown, code: string, { catalogue, directory }: CheckOptions): CompiledMapping | null {
  const mapping = typeof content === 'object' && content !== null && 'mapping' in content ? mappingSchema.safeParse(content.mapping) : null
  return mapping?.success ? compileMapping(mapping.data, code, catalogue, directory) : null
}

/** The profile of a file with mistakes elsewhere, so that the hub can say whose it is. */
function headOnly(content: unknown): BureauFile | null {
  const profile = profileSchema.safeParse(content)
  return profile.success ? { ...profile.data, connector: { kind: 'none' }, mapping: { types: {} } } : null
}

async function checkConnector(content: unknown, source: YamlSource, options: CheckOptions): Promise<readonly Problem[]> {
  const connector = typeof content === 'object' && content !== null && 'connector' in content ? content.connector : null
  const kind = typeof connector === 'object' && connector !== null && 'kind' in connector ? connector.kind : null
  if (typeof kind !== 'string') return []
  try {
    return checkShape(await options.connectorOptionsSchema(kind), connector, source, ['connector']).problems
  } catch (error) {
    return [source.problem(['connector', 'kind'], error instanceof Error ? error.message : 'there is no such kind of connector')]
  }
}

function loadDisclosure(
  folder: string,
  file: BureauFile | null,
  options: CheckOptions,
): Pick<LoadedBureau, 'policy' | 'disclosureFile' | 'problems'> {
  const path = join(folder, 'disclosure.yaml')
  const text = readTextFile(path)
  if (typeof text !== 'string') return { policy: null, disclosureFile: null, problems: [text] }
  if (file === null) return { policy: null, disclosureFile: null, problems: [] }
  const { catalogue, agreements, baseline } = options
  if (baseline === null) return { policy: null, disclosureFile: null, problems: [] }
  if (text === 'absent') {
    const problem = wholeFile(path, 'there is no such file, so nothing of this bureau is disclosed to others', 'warning')
    return { policy: sharesNothing(file.code, catalogue), disclosureFile: null, problems: [problem] }
  }
  const known = { bureau: file.code, agreements: agreements.ceilings(), baseline, holds: holdsForOthers(file.mapping, catalogue) }
  const words = { purposes: catalogue.enums.get('Purpose') ?? [], roles: catalogue.enums.get('Role') ?? [] }
  const { policy, problems } = compilePolicy(text, path, catalogue, { ...known, ...words })
  return { policy, disclosureFile: { path, text }, problems }
}

/** By place, file by file. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(problems.map((problem) => problem.file))]
  const place = (one: Problem) => [files.indexOf(one.file), one.line ?? 0, one.column ?? 0] as const
  return problems.toSorted((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1] || place(a)[2] - place(b)[2])
}
