import type { Logger } from 'pino'
import { type AgreementsRegistry, type LoadedBureau, loadBureaus } from './config/loadBureaus.ts'
import { openConnector } from './connectors/open.ts'
import { compilePolicy, sharesNothing } from './disclosure/compilePolicy.ts'
import type { Policy } from './disclosure/policy.ts'
import type { Member } from './hub.ts'
import { Link } from './links/link.ts'
import type { BureauProfile } from './model/bureau.ts'
import type { Catalogue } from './model/catalogue.ts'
import { formatProblem, type Problem } from './model/problem.ts'
import { RowProblems } from './records/rowProblems.ts'

/** The bureaus' files have errors; the message lists them all. */
export class FilesRefused extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'FilesRefused'
    this.problems = problems
  }
}

/** Where the bureaus' files are and how strictly they are taken. */
export interface MemberOptions {
  readonly bureaus: string
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly skipBroken: boolean
  readonly log: Logger
}

/** The members, with their connectors open, and the registry of agreements. */
export interface Members {
  readonly members: readonly Member[]
  readonly agreements: AgreementsRegistry
}

/** Loads, checks and opens every bureau of a folder. Throws `FilesRefused` with every problem of every file. */
export async function openMembers(options: MemberOptions, catalogue: Catalogue): Promise<Members> {
  const { bureaus, agreements, problems } = loadBureaus(options.bureaus, { environment: options.variables, catalogue })
  const compiled = bureaus.map((bureau) => withPolicy(bureau, catalogue, agreements))
  const all = [...problems, ...compiled.flatMap((one) => one.problems)]
  for (const problem of all) if (problem.severity === 'warning') options.log.warn({ problem: formatProblem(problem) }, 'bureau file')
  const errors = all.filter((problem) => problem.severity === 'error')
  if (errors.length > 0 && (!options.skipBroken || compiled.length === 0)) throw new FilesRefused(errors)
  for (const problem of errors) options.log.error({ problem: formatProblem(problem) }, 'starting without this bureau')
  return { members: await Promise.all(compiled.map((one) => openMember(one, options.log))), agreements }
}

interface CompiledBureau {
  readonly bureau: LoadedBureau
  readonly policy: Policy | null
  readonly problems: readonly Problem[]
}

/** A bureau without a disclosure file shares nothing; one whose file has an error does not take part. */
function withPolicy(bureau: LoadedBureau, catalogue: Catalogue, agreements: AgreementsRegistry): CompiledBureau {
  const { code, disclosureFile } = bureau
  if (disclosureFile === null) return { bureau, policy: sharesNothing(code, catalogue), problems: bureau.problems }
  const { policy, problems } = compilePolicy(disclosureFile.text, disclosureFile.path, catalogue, {
    bureau: code,
    agreements: agreements.names,
    purposes: catalogue.enums.get('Purpose') ?? [],
    roles: catalogue.enums.get('Role') ?? [],
  })
  return { bureau, policy, problems: [...bureau.problems, ...problems] }
}

async function openMember({ bureau, policy, problems }: CompiledBureau, log: Logger): Promise<Member> {
  const { file, code, folder } = bureau
  const broken = file === null || policy === null || problems.some((problem) => problem.severity === 'error')
  if (broken) return { profile: file ?? unreadable(code), source: null }
  const connector = await openConnector(file.connector, { folder })
  const link = new Link(
    code,
    connector,
    file.limits,
    () => Date.now(),
    (name, error) => log.warn({ bureau: name, reason: (error as Error).name }, 'a bureau did not answer'),
  )
  const rows = new RowProblems((problem) => log.warn({ bureau: code, ...problem }, 'a row does not map and is left out'))
  return { profile: file, source: { profile: file, limits: file.limits, link, mappings: bureau.mappings, policy, problems: rows } }
}

/** What is shown of a bureau whose file cannot even be read. */
function unreadable(code: string): BureauProfile {
  return { code, name: code, kind: 'NCB', timeZone: 'UTC', languages: [], duty24x7: false, contact: null, supervision: 'NONE' }
}
