import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Baseline, noBaseline } from '../disclosure/compileBaseline.ts'
import type { PoliciesInForce } from '../disclosure/policiesInForce.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { PolicyStatus } from '../model/policyStatus.ts'
import type { Problem } from '../model/problem.ts'
import type { AgreementsRegistry } from './agreements.ts'
import type { FoundBureaus } from './bureauReload.ts'
import { loadBaseline } from './loadBaseline.ts'
import type { BureauParts, LoadedBureau } from './loadBureau.ts'
import { loadAgreements } from './loadBureaus.ts'
import { type DisclosureOptions, fileDigest, type LoadedDisclosure, type SignedBefore } from './loadDisclosure.ts'
import type { MemberHouse } from './memberHouse.ts'
import { type Held, type Next, nextHeld, type PolicyInForce } from './nextHeld.ts'
import { wholeFile } from './readTextFile.ts'

/** Where it is kept which policies were in force. `PolicyHistory` of the store is one. */
export interface PolicyMemory {
  /** Notes policies that come into force, durably; gives since when each is. Throws when it cannot, and then they do not. */
  activate(policies: readonly Activation[], at: string): readonly string[]
  lastSigned(bureau: string): SignedBefore | null
}

/** A policy that comes into force. */
export interface Activation extends SignedBefore {
  readonly bureau: string
  readonly digest: string
  readonly signedBy: string | null
}

/** Told what becomes of changed files. */
export interface ReloadListener {
  /** A policy is in force from now on. */
  active(status: PolicyStatus, bureau: string, loaded: LoadedDisclosure): void
  /** A changed file of a member is not taken: its policy is that of `status`, and the rest of it is as it was. */
  refused(status: PolicyStatus, bureau: string): void
  /** The registry of agreements or the baseline is another from now on. */
  sharedTaken(file: string): void
  /** What all bureaus share was changed and is not taken. */
  sharedRefused(problems: readonly Problem[]): void
  /** What stands against folders of bureaus that are no members, or against the folder that holds them all. Default: nobody is told. */
  foldersRefused?(problems: readonly Problem[]): void
}

/** What policies are reloaded with. */
export interface ReloadOptions {
  /** Folder of bureau folders. */
  readonly folder: string
  /** The bureaus that take part, as they were loaded. */
  readonly bureaus: readonly LoadedBureau[]
  /** Bureaus that are members although their files have mistakes. Default: none. */
  readonly broken?: readonly BureauParts[]
  /** Codes of all bureaus. */
  readonly directory: ReadonlySet<string>
  readonly catalogue: Catalogue
  /** What the bureaus were loaded with. */
  readonly agreements: AgreementsRegistry
  readonly baseline: Baseline | null
  readonly policies: PoliciesInForce
  readonly memory: PolicyMemory
  /** Epoch milliseconds. */
  readonly clock: () => number
  readonly listener: ReloadListener
  /** Says which bureaus there are now. Default: those of the start, for good. */
  readonly look?: () => Promise<FoundBureaus>
  /** Default: nobody keeps members. */
  readonly house?: MemberHouse
}

/** What every bureau's file is compiled against. */
type Shared = Required<Pick<DisclosureOptions, 'agreements' | 'baseline'>>

/** One bureau as it is to be from now on. */
interface Target extends Pick<Held, 'bureau' | 'inForce' | 'seen'> {
  readonly problems: readonly Problem[]
  readonly suspended: boolean
}

/**
 * The life of bureaus and their policies in a running hub: reads changed files and puts what is sound in force, all at once. What is broken, not signed as it must
 * be, or older than what was in force is not taken, and what was in force stays. A disclosure file that is gone shares nothing; a bureau whose folder is gone has left.
 */
export class PolicyReload {
  readonly #options: ReloadOptions
  #held: ReadonlyMap<string, Held>
  #broken: readonly BureauParts[]
  #shared: Shared
  #suspended: ReadonlySet<string>
  /** What was told last of folders that are not taken. */
  #told: readonly Problem[] = []
  #last: Promise<void> = Promise.resolve()

  /** Notes the policies that are in force at the start. Throws when they cannot be noted. */
  constructor(options: ReloadOptions) {
    const { bureaus, agreements, baseline, memory, broken = [] } = options
    this.#options = options
    this.#shared = { agreements, baseline }
    this.#broken = broken
    this.#suspended = new Set([...bureaus, ...broken].flatMap(suspension))
    const loaded = bureaus.flatMap((bureau) => (bureau.policy === null ? [] : [{ bureau, inForce: { ...bureau, policy: bureau.policy } }]))
    const since = memory.activate(
      loaded.map(({ inForce }) => activation(inForce)),
      this.#now(),
    )
    const held = loaded.map(({ bureau, inForce }, i): Held => {
      return { bureau, inForce, status: statusOf(inForce, since[i] ?? '', []), seen: bureau.files }
    })
    this.#held = new Map(held.map((one) => [one.bureau.file.code, one]))
  }

  /** The registry of agreements in force. */
  get agreements(): AgreementsRegistry {
    return this.#shared.agreements
  }

  /** How a bureau's policy stands; null for a bureau that takes no part. */
  statusOf(bureau: string): PolicyStatus | null {
    return this.#held.get(bureau)?.status ?? null
  }

  /** Looks at all files and takes what has changed. One at a time. Rejects when what comes into force cannot be noted durably: then it is not in force. */
  reload(): Promise<void> {
    const turn = this.#last.then(() => this.#reload())
    this.#last = turn.catch(() => {})
    return turn
  }

  /** Resolves when nothing is being looked at. */
  rest(): Promise<void> {
    return this.#last
  }

  async #reload(): Promise<void> {
    const { look, catalogue, memory, house } = this.#options
    const found = (await look?.()) ?? this.#asBefore()
    const shared = this.#readShared(found.directory)
    const sharedChanged = shared.agreements !== this.#shared.agreements || shared.baseline !== this.#shared.baseline
    const options = { catalogue, ...shared, sharedChanged, lastSigned: (code: string) => memory.lastSigned(code) }
    const before = this.#held
    const nexts: Next[] = []
    for (const bureau of found.bureaus) {
      const mistakes = found.problems.get(bureau.folder) ?? []
      const next = nextHeld(bureau, before.get(bureau.file.code) ?? null, { ...options, mistakes })
      nexts.push(next)
      // Others' questions go on between two files.
      if (next.looked) await setImmediate()
    }
    try {
      const all = await this.#take(nexts, shared, found)
      this.#tellOfMembers(all, sharedChanged ? new Map() : before)
      this.#tellOfFolders(all, found)
    } finally {
      house?.discard()
    }
  }

  /** At once what nothing has to be opened for: a tightening does not wait for anybody's system. Then the rest. Gives what became of it. */
  async #take(nexts: readonly Next[], shared: Shared, found: FoundBureaus): Promise<readonly Next[]> {
    const opening = nexts.map((next) => this.#open(next))
    this.#apply(
      nexts.map((next, i) => (opening[i] === null ? next : { ...next, after: next.meanwhile })),
      shared,
      found,
    )
    if (opening.every((one) => one === null)) return nexts
    const opened = await Promise.all(opening)
    const all = nexts.map((next, i) => opened[i] ?? next)
    this.#apply(all, shared, found)
    return all
  }

  /** Null when there is nothing to open. Else what becomes of it: it stays what it was when it cannot be opened. */
  #open(next: Next): Promise<Next> | null {
    const opening = next.after === null ? null : (this.#options.house?.open(next.after.bureau) ?? null)
    if (opening === null) return null
    return opening.then(
      () => next,
      (error: unknown) => {
        const why = `its connector cannot be opened: ${error instanceof Error ? error.message : 'there is no reason'}`
        const problems = [...next.problems, wholeFile(join(next.bureau.folder, 'bureau.yaml'), why)]
        return { ...next, after: next.meanwhile, problems, looked: true }
      },
    )
  }

  /** Durable first, then in force, in one step that nothing can come between. */
  #apply(nexts: readonly Next[], shared: Shared, found: FoundBureaus): void {
    const { memory, listener } = this.#options
    const targets = nexts.flatMap(({ bureau, after, seen, problems }): Target[] => {
      // A suspension waits for nothing.
      return after === null ? [] : [{ ...after, seen, problems, suspended: isSuspended(after.bureau) || isSuspended(bureau) }]
    })
    const others = targets.filter(({ bureau, inForce }) => isOther(inForce, this.#held.get(bureau.file.code)?.inForce))
    const since = memory.activate(
      others.map(({ inForce }) => activation(inForce)),
      this.#now(),
    )
    const sinceOf = new Map(others.map(({ bureau }, i) => [bureau.file.code, since[i] ?? '']))
    const held = targets.map(({ bureau, inForce, seen, problems }): Held => {
      const { code } = bureau.file
      return {
        bureau,
        inForce,
        seen,
        status: statusOf(inForce, sinceOf.get(code) ?? this.#held.get(code)?.status.activeSince ?? '', problems),
      }
    })
    const was = this.#shared
    this.#enter(held, new Set(targets.flatMap(({ suspended, bureau }) => (suspended ? [bureau.file.code] : []))), found)
    this.#shared = shared
    if (was.agreements !== shared.agreements) listener.sharedTaken('agreements.yaml')
    if (was.baseline !== shared.baseline) listener.sharedTaken('baseline.yaml')
    for (const { bureau, inForce, status } of held) {
      if (sinceOf.has(bureau.file.code)) listener.active(status, bureau.file.code, inForce)
    }
  }

  /** Puts policies and members in force, as far as they have changed. */
  #enter(held: readonly Held[], suspendedNow: ReadonlySet<string>, { folders }: FoundBureaus): void {
    const { policies, house } = this.#options
    const codes = new Set(held.map(({ bureau }) => bureau.file.code))
    const broken = this.#broken.filter(({ file, folder }) => folders.has(folder) && !codes.has(file.code))
    const suspended = suspendedNow.union(new Set(broken.flatMap(suspension)))
    const isSame =
      held.length === this.#held.size &&
      broken.length === this.#broken.length &&
      isDeepStrictEqual(suspended, this.#suspended) &&
      held.every(({ bureau, inForce }) => {
        const before = this.#held.get(bureau.file.code)
        return before?.bureau === bureau && before.inForce === inForce
      })
    this.#held = new Map(held.map((one) => [one.bureau.file.code, one]))
    if (isSame) return
    policies.put(
      held.map(({ inForce }) => inForce.policy),
      suspended,
    )
    house?.put(
      held.map(({ bureau }) => bureau),
      broken.map(({ file }) => file),
    )
    this.#suspended = suspended
    this.#broken = broken
  }

  /** What stands against members' files, unless it was the same files and the same mistakes before. */
  #tellOfMembers(nexts: readonly Next[], before: ReadonlyMap<string, Held>): void {
    for (const { after, seen, problems } of nexts) {
      const code = after?.bureau.file.code
      const status = code === undefined ? null : this.statusOf(code)
      if (code === undefined || status === null || problems.length === 0) continue
      const was = before.get(code)
      if (isDeepStrictEqual(was?.status.problems, problems) && isDeepStrictEqual(was?.seen, seen)) continue
      this.#options.listener.refused(status, code)
    }
  }

  #tellOfFolders(nexts: readonly Next[], found: FoundBureaus): void {
    const { listener } = this.#options
    const members = new Set([...this.#held.values()].map(({ bureau }) => bureau.folder))
    const own = nexts.flatMap(({ after, problems }) => (after === null ? problems : []))
    const told = [...own, ...[...found.problems].flatMap(([folder, problems]) => (members.has(folder) ? [] : problems))]
    if (told.length > 0 && !isDeepStrictEqual(told, this.#told)) listener.foldersRefused?.(told)
    this.#told = told
  }

  #asBefore(): FoundBureaus {
    const all = [...[...this.#held.values()].map(({ bureau }) => bureau), ...this.#broken]
    const folders = new Set(all.map(({ folder }) => folder))
    const bureaus = [...this.#held.values()].map(({ bureau }) => bureau)
    return { bureaus, directory: this.#options.directory, folders, problems: new Map() }
  }

  /** What all bureaus share, as it is now; as it was where a file is broken, or where the baseline is gone, which would raise everything. */
  #readShared(directory: ReadonlySet<string>): Shared {
    const { folder, catalogue, listener } = this.#options
    const found = loadAgreements(folder, directory)
    const { baseline, problems } = loadBaseline(folder, catalogue)
    const was = this.#shared.baseline
    const isGone = baseline === noBaseline && was !== null && was !== noBaseline
    const gone = isGone ? [wholeFile(join(folder, 'baseline.yaml'), 'the file is gone; a hub gives up its baseline at a restart only')] : []
    const errors = [...found.problems, ...problems, ...gone].filter(({ severity }) => severity === 'error')
    if (errors.length > 0) listener.sharedRefused(errors)
    const broken = found.problems.some(({ severity }) => severity === 'error')
    return {
      agreements: broken || isDeepStrictEqual(found.registry, this.agreements) ? this.agreements : found.registry,
      baseline: baseline === null || isGone || baseline.digest === was?.digest ? was : baseline,
    }
  }

  #now(): string {
    return new Date(this.#options.clock()).toISOString()
  }
}

function isOther(a: PolicyInForce, b: PolicyInForce | undefined): boolean {
  return a.policy.digest !== b?.policy.digest || a.signedBy !== b.signedBy
}

function isSuspended({ file }: BureauParts): boolean {
  return file.supervision === 'SUSPENDED'
}

function suspension(bureau: BureauParts): readonly string[] {
  return isSuspended(bureau) ? [bureau.file.code] : []
}

function activation({ policy: { bureau, version, digest }, disclosureFile, signedBy }: PolicyInForce): Activation {
  return { bureau, version, digest, fileDigest: fileDigest(disclosureFile?.text ?? ''), signedBy }
}

function statusOf({ policy: { version, digest } }: PolicyInForce, activeSince: string, problems: readonly Problem[]): PolicyStatus {
  return { version, digest, activeSince, problems }
}
