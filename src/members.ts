import type { Logger } from 'pino'
import type { AgreementsRegistry } from './config/agreements.ts'
import type { LoadedBureau } from './config/loadBureau.ts'
import { loadBureaus } from './config/loadBureaus.ts'
import { connectorOptionsSchema, openConnector } from './connectors/open.ts'
import type { Member } from './hub.ts'
import { Link } from './links/link.ts'
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
  /** Folder of bureau folders. */
  readonly bureaus: string
  /** For the references in bureau files. */
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Take the bureaus whose files have errors as broken members, instead of refusing to start. */
  readonly skipBroken: boolean
  readonly log: Logger
}

/** The members, with their connectors open, and the registry of agreements. */
export interface Members {
  readonly members: readonly Member[]
  readonly agreements: AgreementsRegistry
}

/** Loads, checks and opens every bureau of a folder. Throws `FilesRefused` with every error of every file. */
export async function openMembers({ bureaus: folder, variables, skipBroken, log }: MemberOptions, catalogue: Catalogue): Promise<Members> {
  const { bureaus, agreements, problems } = await loadBureaus(folder, { environment: variables, catalogue, connectorOptionsSchema })
  const errors = problems.filter((problem) => problem.severity === 'error')
  for (const problem of problems) if (problem.severity === 'warning') log.warn(formatProblem(problem))
  if (errors.length > 0 && (!skipBroken || bureaus.length === 0)) throw new FilesRefused(errors)
  for (const problem of errors) log.error(formatProblem(problem))
  return { members: await Promise.all(bureaus.map((bureau) => openMember(bureau, log))), agreements }
}

async function openMember({ file, folder, mappings, policy, problems }: LoadedBureau, log: Logger): Promise<Member> {
  if (policy === null || problems.some((problem) => problem.severity === 'error')) {
    log.error({ bureau: file.code }, 'starting without this bureau: its files have errors')
    return { profile: file, source: null }
  }
  const connector = await openConnector(file.connector, { folder })
  const link = new Link(
    file.code,
    connector,
    file.limits,
    () => Date.now(),
    (bureau, error) => log.warn({ bureau, reason: reasonOf(error) }, 'a bureau did not answer'),
  )
  const rows = new RowProblems((problem) => log.warn({ bureau: file.code, ...problem }, 'a row does not map and is left out'))
  return { profile: file, source: { profile: file, limits: file.limits, link, mappings, policy, problems: rows } }
}

/** The class of a failure; its message may hold the system's own words. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? ((error as { reason?: string }).reason ?? error.name) : typeof error
}
