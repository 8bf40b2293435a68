import type { Logger } from 'pino'
import type { MemberAct } from './audit/entry.ts'
import type { AgreementsRegistry } from './config/agreements.ts'
import { BureauReload } from './config/bureauReload.ts'
import type { LoadedBureau } from './config/loadBureau.ts'
import { loadBureaus } from './config/loadBureaus.ts'
import { type PolicyMemory, PolicyReload, type ReloadListener } from './config/policyReload.ts'
import { connectorOptionsSchema } from './connectors/open.ts'
import { PoliciesInForce } from './disclosure/policiesInForce.ts'
import type { Policy } from './disclosure/policy.ts'
import { Roster } from './hub/roster.ts'
import { type HouseListener, MemberHouse } from './members/memberHouse.ts'
import type { MembersObserver } from './members/membersObserver.ts'
import type { MemberMaking } from './members/openMember.ts'
import type { Catalogue } from './model/catalogue.ts'
import { formatProblem, type Problem } from './model/problem.ts'
import { RowVault } from './records/kept/rowVault.ts'

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
  /** Where it is kept which policies were in force. Default: nowhere. */
  readonly memory?: PolicyMemory
  readonly log: Logger
  /** Default: nobody hears anything. */
  readonly observer?: MembersObserver
  /** Hears what became of members, and of what they share, for the record. Default: nobody does. */
  readonly onAct?: (act: MemberAct) => void
}

/** The members, with their connectors open, and what they share. */
export interface Members {
  /** Who they are at each moment. */
  readonly roster: Roster
  /** The registry of agreements, as it is at each moment. */
  readonly agreements: Pick<AgreementsRegistry, 'inForce'>
  /** The life of the members and their policies. */
  readonly policies: PolicyReload
}

/** Loads, checks and opens every bureau of a folder. Throws `FilesRefused` with every error of every file. */
export async function openMembers(options: MemberOptions, catalogue: Catalogue): Promise<Members> {
  const { bureaus: folder, variables: environment, skipBroken, memory = forgetful, log, observer = deaf, onAct = () => {} } = options
  const lastSigned = (bureau: string) => memory.lastSigned(bureau)
  const loaded = await loadBureaus(folder, { environment, catalogue, connectorOptionsSchema, lastSigned })
  const errors = loaded.problems.filter((problem) => problem.severity === 'error')
  warn(loaded.problems, log)
  if (errors.length > 0 && (!skipBroken || loaded.bureaus.length === 0)) throw new FilesRefused(errors)
  for (const problem of errors) log.error(formatProblem(problem))
  const whole = loaded.bureaus.filter(isWhole)
  const broken = loaded.bureaus.filter((bureau) => !isWhole(bureau))
  for (const { file } of broken) log.error({ bureau: file.code }, 'starting without this bureau: its files have errors')
  const suspended = loaded.bureaus.flatMap(({ file }) => (file.supervision === 'SUSPENDED' ? [file.code] : []))
  const inForce = new PoliciesInForce(
    whole.map(({ policy }) => policy),
    suspended,
  )
  const roster = new Roster([], (bureau, error) => {
    if (error === null) log.info({ bureau }, "a bureau's connection is closed: no operation needs it any more")
    else log.warn({ bureau, reason: reasonOf(error) }, "a bureau's connection could not be closed in order")
  })
  const house = new MemberHouse({ roster, policies: inForce, listener: houseListener(log, observer, onAct), ...makingOf(log, observer) })
  const directory = new Set(loaded.bureaus.map(({ file }) => file.code))
  const found = new BureauReload({ folder, environment, catalogue, connectorOptionsSchema, bureaus: whole, directory })
  const policies = new PolicyReload({
    ...loaded,
    folder,
    bureaus: whole,
    broken,
    directory,
    catalogue,
    policies: inForce,
    memory,
    clock: () => Date.now(),
    listener: listenerOf(log, observer, onAct),
    look: () => found.look(),
    house,
  })
  await house.prepare(whole)
  house.put(
    whole,
    broken.map(({ file }) => file),
  )
  return { roster, agreements: { inForce: (bureau, day) => policies.agreements.inForce(bureau, day) }, policies }
}

const deaf: MembersObserver = { called: () => {}, extra: () => {}, changed: () => {}, left: () => {} }

/** For a hub that keeps nothing. */
const forgetful: PolicyMemory = { activate: (policies, at) => policies.map(() => at), lastSigned: () => null }

function isWhole(bureau: LoadedBureau): bureau is LoadedBureau & { readonly policy: Policy } {
  return bureau.policy !== null && bureau.problems.every((problem) => problem.severity !== 'error')
}

function warn(problems: readonly Problem[], log: Logger): void {
  for (const problem of problems) if (problem.severity === 'warning') log.warn(formatProblem(problem))
}

function listenerOf(log: Logger, observer: MembersObserver, onAct: (act: MemberAct) => void): ReloadListener {
  return {
    active({ version, digest, activeSince }, bureau, { signedBy, problems }) {
      observer.changed('policy', 'taken')
      warn(problems, log)
      log.info({ bureau, version, digest, activeSince, signedBy }, 'a disclosure policy is in force')
    },
    refused({ version, problems }, bureau) {
      const isOwn = problems.some(({ file }) => file.endsWith('bureau.yaml'))
      observer.changed(isOwn ? 'bureau' : 'policy', 'refused')
      const found = { bureau, version, problems: problems.map(formatProblem) }
      if (isOwn) log.error(found, 'a bureau.yaml is not taken: the bureau stays as it was')
      else log.error(found, 'a disclosure file is not taken: the policy of this version stays in force')
    },
    sharedTaken(file) {
      observer.changed('shared', 'taken')
      onAct({ act: 'SHARED_FILE_CHANGED', file })
      log.info({ file }, 'what all bureaus share has changed')
    },
    sharedRefused(problems) {
      observer.changed('shared', 'refused')
      const found = { problems: problems.map(formatProblem) }
      log.error(found, 'the baseline or the registry of agreements is not taken: what was in force stays so')
    },
    foldersRefused(problems) {
      observer.changed('bureau', 'refused')
      log.error({ problems: problems.map(formatProblem) }, 'a folder is not taken: its bureau does not join')
    },
  }
}

type BureauAct = Extract<MemberAct, { readonly bureau: string }>['act']

function houseListener(log: Logger, observer: MembersObserver, onAct: (act: MemberAct) => void): HouseListener {
  const taken = (bureau: string, act: BureauAct, message: string) => {
    observer.changed('bureau', 'taken')
    onAct({ act, bureau })
    log.info({ bureau }, message)
  }
  return {
    probed(bureau, answers) {
      if (!answers) log.warn({ bureau }, "a bureau's system does not answer yet: the bureau takes part, and is silent")
    },
    joined: (bureau) => taken(bureau, 'BUREAU_JOINED', 'a bureau has joined'),
    changed: (bureau) => taken(bureau, 'BUREAU_CHANGED', 'a bureau is asked as its file says now'),
    drained: (bureau) => taken(bureau, 'BUREAU_DRAINED', 'a bureau is drained: no operation that begins from now on asks it'),
    left(bureau) {
      observer.left(bureau)
      taken(bureau, 'BUREAU_LEFT', 'a bureau has left')
    },
  }
}

function makingOf(log: Logger, observer: MembersObserver): Omit<MemberMaking, 'policies'> {
  return {
    link: {
      onFailure: (bureau, error) => log.warn({ bureau, reason: reasonOf(error) }, 'a bureau did not answer'),
      onBreaker: (bureau, breaker) => log.warn({ bureau, breaker }, "a bureau's breaker changed"),
      onCall: (...call) => observer.called(...call),
      onExtra: (...extra) => observer.extra(...extra),
    },
    onRowProblem: (bureau, problem) => log.warn({ bureau, ...problem }, 'a row does not map and is left out'),
    vault: new RowVault(),
  }
}

/** The class of a failure; its message may hold the system's own words. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? ((error as { reason?: string }).reason ?? error.name) : typeof error
}
