import { readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Baseline } from '../disclosure/compileBaseline.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import { AgreementsRegistry, readAgreements } from './agreements.ts'
import { loadBaseline } from './loadBaseline.ts'
import { type CheckOptions, type LoadedBureau, loadBureau } from './loadBureau.ts'
import type { SignedBefore } from './loadDisclosure.ts'
import { type BureauHead, readBureauHead } from './readBureauHead.ts'
import { readTextFile, wholeFile } from './readTextFile.ts'
import type { Variables } from './resolveReferences.ts'

/** What bureaus are loaded with. */
export interface LoadOptions {
  /** For references in bureau files. */
  readonly environment: Variables
  readonly catalogue: Catalogue
  /** The strict zod schema of a connector kind's options; throws an `Error` whose message names the kinds there are. */
  readonly connectorOptionsSchema: CheckOptions['connectorOptionsSchema']
  /** The last signed disclosure file of a bureau that was in force. Default: none is remembered. */
  readonly lastSigned?: (bureau: string) => SignedBefore | null
}

/** All bureaus of a folder. */
export interface LoadedBureaus {
  /** In the order of their codes; those whose head cannot be read are missing. */
  readonly bureaus: readonly LoadedBureau[]
  readonly agreements: AgreementsRegistry
  /** What lowers every bureau's records; null when its file has mistakes. */
  readonly baseline: Baseline | null
  /** All mistakes of all files, those of each bureau included. */
  readonly problems: readonly Problem[]
}

/** Reads every folder in `folder` that has a `bureau.yaml`, and `agreements.yaml` and `baseline.yaml` beside them. Never throws; all mistakes come back at once. */
export async function loadBureaus(folder: string, options: LoadOptions): Promise<LoadedBureaus> {
  const folders = bureauFolders(folder)
  if ('severity' in folders) return { bureaus: [], agreements: new AgreementsRegistry(), baseline: null, problems: [folders] }
  const heads = folders.map((one) => readBureauHead(one, options.environment))
  const empty = heads.length === 0 ? [wholeFile(folder, 'there is no folder with a bureau.yaml in it')] : []
  return loadHeads(folder, heads, options, empty)
}

/** Reads one bureau folder; the folder that it stands in gives the directory of bureaus, the registry of agreements and the baseline. */
export async function loadBureauFolder(folder: string, options: LoadOptions): Promise<LoadedBureaus> {
  const parent = dirname(resolve(folder))
  const siblings = bureauFolders(parent)
  const others = 'severity' in siblings ? [] : siblings.filter((one) => resolve(one) !== resolve(folder))
  const head = readBureauHead(folder, options.environment)
  const codes = others.map((one) => readBureauHead(one, options.environment).code)
  const directory = new Set([head.code, ...codes].filter((code) => code !== null))
  const { registry, problems: registryProblems } = loadAgreements(parent, directory)
  const { baseline, problems: baselineProblems } = loadBaseline(parent, options.catalogue)
  const { bureau, problems } = await loadBureau(head, { ...options, directory, agreements: registry, baseline })
  const all = [...registryProblems, ...baselineProblems, ...problems]
  return { bureaus: bureau === null ? [] : [bureau], agreements: registry, baseline, problems: all }
}

async function loadHeads(
  folder: string,
  heads: readonly BureauHead[],
  options: LoadOptions,
  before: readonly Problem[],
): Promise<LoadedBureaus> {
  const directory = new Set(heads.map((head) => head.code).filter((code) => code !== null))
  const { registry, problems: registryProblems } = loadAgreements(folder, directory)
  const twice = repeatedCodes(heads)
  const bureaus: LoadedBureau[] = []
  const { baseline, problems: baselineProblems } = loadBaseline(folder, options.catalogue)
  const problems = [...before, ...registryProblems, ...baselineProblems, ...twice]
  for (const head of heads) {
    const { bureau, problems: found } = await loadBureau(head, { ...options, directory, agreements: registry, baseline })
    problems.push(...found)
    if (bureau === null) continue
    const own = twice.filter((problem) => problem.file === head.source?.file)
    bureaus.push({ ...bureau, problems: [...bureau.problems, ...own] })
  }
  return { bureaus: bureaus.sort((a, b) => (a.file.code < b.file.code ? -1 : 1)), agreements: registry, baseline, problems }
}

/** Reads the `agreements.yaml` of a folder of bureaus. Without the file, or with a mistake in it, no agreement is in force. Never throws. */
export function loadAgreements(
  folder: string,
  directory: ReadonlySet<string>,
): { registry: AgreementsRegistry; problems: readonly Problem[] } {
  const path = join(folder, 'agreements.yaml')
  const text = readTextFile(path)
  if (text === 'absent') return { registry: new AgreementsRegistry(), problems: [] }
  return typeof text === 'string' ? readAgreements(text, path, directory) : { registry: new AgreementsRegistry(), problems: [text] }
}

/** Folders with a `bureau.yaml`, in the order of their names. */
export function bureauFolders(folder: string): readonly string[] | Problem {
  try {
    const names = readdirSync(folder).sort()
    return names.map((name) => join(folder, name)).filter((one) => readTextFile(join(one, 'bureau.yaml')) !== 'absent')
  } catch {
    return wholeFile(folder, 'there is no such folder, or it cannot be read')
  }
}

function repeatedCodes(heads: readonly BureauHead[]): readonly Problem[] {
  const byCode = Map.groupBy(
    heads.filter((head) => head.code !== null),
    (head) => head.code,
  )
  return [...byCode.values()].flatMap((same) =>
    same.slice(1).flatMap(({ source }) => source?.problem(['code'], `another bureau has this code: ${same[0]?.source?.file ?? ''}`) ?? []),
  )
}
