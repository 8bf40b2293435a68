import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { CompileOptions } from '../disclosure/compilePolicy.ts'
import { mappingSchema } from '../mapping/mappingSchema.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import { AgreementsRegistry, readAgreements } from './agreements.ts'
import { holdsForOthers } from './holdsForOthers.ts'
import { loadBaseline } from './loadBaseline.ts'
import { policyWords } from './policyWords.ts'
import { readBureauHead } from './readBureauHead.ts'
import { readTextFile, wholeFile } from './readTextFile.ts'

/** A disclosure file, read but not compiled: for tools that look at rules with no hub and no system around them. */
export interface PolicySource {
  readonly path: string
  readonly text: string
  /** What the hub would compile it against: the registry and the baseline beside the bureaus' folders, as far as they are there. */
  readonly options: CompileOptions
}

/** The disclosure files that a path leads to, and what could not be read. */
export interface PolicySources {
  readonly sources: readonly PolicySource[]
  readonly problems: readonly Problem[]
}

const fileName = 'disclosure.yaml'

/** Finds disclosure files: `path` is one of them, a bureau's folder, or a folder of bureaus' folders. Never throws. */
export function findPolicySources(path: string, catalogue: Catalogue): PolicySources {
  const files = filesAt(path)
  if (files.length === 0) return { sources: [], problems: [wholeFile(path, `there is no ${fileName} here`)] }
  const found = files.map((file) => readSource(file, catalogue))
  return {
    sources: found.flatMap(({ source }) => (source === null ? [] : [source])),
    problems: found.flatMap(({ problems }) => problems),
  }
}

function filesAt(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return []
  if (found.isFile()) return [path]
  const inside = [join(path, fileName), ...readdirSync(path).map((name) => join(path, name, fileName))]
  return inside.filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile()).sort()
}

function readSource(path: string, catalogue: Catalogue): { readonly source: PolicySource | null; readonly problems: readonly Problem[] } {
  const text = readTextFile(path)
  if (typeof text !== 'string') return { source: null, problems: [text] }
  const folder = dirname(resolve(path))
  const around = dirname(folder)
  const head = readBureauHead(folder, {})
  const { baseline, problems } = loadBaseline(around, catalogue)
  if (baseline === null) return { source: null, problems }
  const agreements = registryOf(join(around, 'agreements.yaml'))
  const options: CompileOptions = {
    // A file on its own, beside no bureau.yaml, is taken at its word.
    bureau: head.code ?? codeIn(text) ?? basename(folder),
    ...policyWords(catalogue),
    baseline,
    holds: holdsIn(head.content, catalogue),
    ...(agreements === null ? {} : { agreements: agreements.ceilings() }),
  }
  return { source: { path, text, options }, problems: [] }
}

/** Null where there is no registry: then the names of agreements are not checked. */
function registryOf(path: string): AgreementsRegistry | null {
  const text = readTextFile(path)
  if (text === 'absent') return null
  return typeof text === 'string' ? readAgreements(text, path, new Set()).registry : new AgreementsRegistry()
}

function codeIn(text: string): string | null {
  return /^bureau:\s*["']?(\w+)/m.exec(text)?.[1] ?? null
}

/** Whatever cannot be read of the mapping may hold records for others. */
function holdsIn(content: unknown, catalogue: Catalogue): (type: string) => boolean {
  const mapping = typeof content === 'object' && content !== null && 'mapping' in content ? mappingSchema.safeParse(content.mapping) : null
  return mapping?.success ? holdsForOthers(mapping.data, catalogue) : () => true
}
