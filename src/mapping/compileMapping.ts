import type { Catalogue } from '../model/catalogue.ts'
import { CodeList } from './codeList.ts'
import { compileType } from './compileType.ts'
import { didYouMean, type MappingContext } from './fields/fieldContext.ts'
import type { MappingFile } from './language.ts'
import type { MappingProblem } from './mistake.ts'
import type { TypeMapping } from './typeMapping.ts'

/** A mapping file ready for use. */
export interface CompiledMapping {
  /** By record type; a type with errors is absent. */
  readonly mappings: ReadonlyMap<string, TypeMapping>
  /** All mistakes, in the order in which they were met. */
  readonly problems: readonly MappingProblem[]
}

/**
 * Compiles what stands under `mapping:`, which has the shape of `mappingSchema`. `directory` holds the codes of all bureaus of the hub: links to others lead nowhere.
 * Never throws.
 */
export function compileMapping(file: MappingFile, bureau: string, catalogue: Catalogue, directory: ReadonlySet<string>): CompiledMapping {
  const problems: MappingProblem[] = []
  const usedCodes = new Set<string>()
  const types = new Set(Object.keys(file.types))
  const codes = file.codes ?? {}
  const codeLists = new Map(Object.entries(file.codeLists ?? {}).map(([name, list]) => [name, new CodeList(name, list)]))
  const context: MappingContext = { bureau, catalogue, directory, codes, codeLists, types, problems, usedCodes }
  const mappings = new Map<string, TypeMapping>()
  for (const [name, typeFile] of Object.entries(file.types)) {
    const type = catalogue.types.get(name)
    if (type === undefined) {
      const suggestion = didYouMean(name, catalogue.types.keys())
      problems.push({
        severity: 'error',
        path: ['types', name],
        message: `there is no record type "${name}"`,
        ...(suggestion ? { suggestion } : {}),
      })
      continue
    }
    const before = problems.filter(isError).length
    const mapping = compileType(typeFile, type, context)
    if (problems.filter(isError).length === before) mappings.set(name, mapping)
  }
  for (const name of Object.keys(codes)) {
    if (!usedCodes.has(name)) problems.push({ severity: 'warning', path: ['codes', name], message: 'no field uses this code table' })
  }
  for (const [name, { refreshMs, staleMs }] of codeLists) {
    const path = ['codeLists', name]
    if (Object.hasOwn(codes, name)) problems.push({ severity: 'error', path, message: 'a table under "codes" has this name already' })
    if (!usedCodes.has(name)) problems.push({ severity: 'warning', path, message: 'no field uses this list of codes' })
    if (staleMs < refreshMs)
      problems.push({ severity: 'error', path: [...path, 'staleSeconds'], message: 'the list would be too old before it is read again' })
  }
  return { mappings, problems }
}

function isError(problem: MappingProblem): boolean {
  return problem.severity === 'error'
}
