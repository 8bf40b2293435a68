import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Baseline, noBaseline } from '../disclosure/compileBaseline.ts'
import type { PoliciesInForce } from '../disclosure/policiesInForce.ts'
import type { Policy } from '../disclosure/policy.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { PolicyStatus } from '../model/policyStatus.ts'
import type { Problem } from '../model/problem.ts'
import type { AgreementsRegistry } from './agreements.ts'
import { loadBaseline } from './loadBaseline.ts'
import type { LoadedBureau } from './loadBureau.ts'
import { loadAgreements } from './loadBureaus.ts'
import {
  compileDisclosure,
  type DisclosureFiles,
  type DisclosureOptions,
  disclosureName,
  fileDigest,
  type LoadedDisclosure,
  loadDisclosure,
  readDisclosure,
  type SignedBefore,
  signatureName,
} from './loadDisclosure.ts'
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
  /** A changed file is not taken, and the policy of `status` stays. */
  refused(status: PolicyStatus, bureau: string): void
  /** The registry of agreements or the baseline is another from now on. */
  sharedTaken(file: string): void
  /** What all bureaus share was changed and is not taken. */
  sharedRefused(problems: readonly Problem[]): void
}

/** What policies are reloaded with. */
export interface ReloadOptions {
  /** Folder of bureau folders. */
  readonly folder: string
  /** The bureaus that take part, as they were loaded. */
  readonly bureaus: readonly LoadedBureau[]
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
}

/** What every bureau's file is compiled against. */
type Shared = Required<Pick<DisclosureOptions, 'agreements' | 'baseline'>>

/** One bureau's part. */
interface Held {
  readonly bureau: LoadedBureau
  /** The policy in force, and the file it was made of. */
  inForce: LoadedDisclosure & { readonly policy: Policy }
  status: PolicyStatus
  /** The files that were last looked at, whether or not they were taken. */
  seen: DisclosureFiles
}

/** A policy that is to follow the one in force. */
interface Successor {
  readonly held: Held
  readonly next: Held['inForce']
}

/**
 * The life of policies in a running hub: reads changed disclosure files, the baseline and the registry of agreements, and puts what is sound in
 * force, all at once. What is broken, not signed as it must be, or older than what was in force is not taken, and what was in force stays. A
 * disclosure file that is gone shares nothing.
 */
export class PolicyReload {
  readonly #options: ReloadOptions
  readonly #held: readonly Held[]
  #shared: Shared
  #last: Promise<void> = Promise.resolve()

  /** Notes the policies that are in force at the start. Throws when they cannot be noted. */
  constructor(options: ReloadOptions) {
    const { bureaus, agreements, baseline, memory } = options
    this.#options = options
    this.#shared = { agreements, baseline }
    const loaded = bureaus.flatMap((bureau) => (bureau.policy === null ? [] : [{ bureau, inForce: { ...bureau, policy: bureau.policy } }]))
    const since = memory.activate(
      loaded.map(({ inForce }) => activation(inForce)),
      this.#now(),
    )
    this.#held = loaded.map(({ bureau, inForce }, i) => ({
      bureau,
      inForce,
      status: statusOf(inForce, since[i] ?? ''),
      seen: bureau.files,
    }))
  }

  /** The registry of agreements in force. */
  get agreements(): AgreementsRegistry {
    return this.#shared.agreements
  }

  /** The files that policies are made of. */
  get files(): readonly string[] {
    const own = this.#held.flatMap(({ bureau: { folder } }) => [join(folder, disclosureName), join(folder, signatureName)])
    return [...own, join(this.#options.folder, 'baseline.yaml'), join(this.#options.folder, 'agreements.yaml')]
  }

  /** How a bureau's policy stands; null for a bureau that takes no part. */
  statusOf(bureau: string): PolicyStatus | null {
    return this.#held.find(({ inForce }) => inForce.policy.bureau === bureau)?.status ?? null
  }

  /** Looks at all files and takes what has changed. One at a time. Rejects when what comes into force cannot be noted durably: then nothing has changed. */
  reload(): Promise<void> {
    const turn = this.#last.then(() => this.#reload())
    this.#last = turn.catch(() => {})
    return turn
  }

  async #reload(): Promise<void> {
    const { catalogue, memory } = this.#options
    const shared = this.#readShared()
    const sharedChanged = shared.agreements !== this.#shared.agreements || shared.baseline !== this.#shared.baseline
    const options = { catalogue, ...shared, lastSigned: (bureau: string) => memory.lastSigned(bureau) }
    const successors: Successor[] = []
    const looked: { readonly held: Held; readonly files: DisclosureFiles; readonly problems: readonly Problem[] }[] = []
    for (const held of this.#held) {
      const files = readDisclosure(held.bureau.folder)
      if (!sharedChanged && isDeepStrictEqual(files, held.seen)) continue
      const loaded = loadDisclosure(files, held.bureau.file, options)
      const problems = loaded.problems.filter(({ severity }) => severity === 'error')
      looked.push({ held, files, problems })
      const stays = sharedChanged ? underShared(held, options) : held.inForce
      const next = loaded.policy === null ? stays : { ...loaded, policy: loaded.policy }
      if (isOther(next, held.inForce)) successors.push({ held, next })
      // Others' questions go on between two files.
      await setImmediate()
    }
    this.#apply(successors, shared)
    for (const { held, files, problems } of looked) {
      held.seen = files
      held.status = { ...held.status, problems }
      if (problems.length > 0) this.#options.listener.refused(held.status, held.bureau.file.code)
    }
  }

  /** Durable first, then in force, in one step that nothing can come between. */
  #apply(successors: readonly Successor[], shared: Shared): void {
    const { memory, policies, listener } = this.#options
    const since = memory.activate(
      successors.map(({ next }) => activation(next)),
      this.#now(),
    )
    const was = this.#shared
    policies.replace(successors.map(({ next }) => next.policy))
    this.#shared = shared
    if (was.agreements !== shared.agreements) listener.sharedTaken('agreements.yaml')
    if (was.baseline !== shared.baseline) listener.sharedTaken('baseline.yaml')
    for (const [i, { held, next }] of successors.entries()) {
      held.inForce = next
      held.status = statusOf(next, since[i] ?? '')
      listener.active(held.status, held.bureau.file.code, next)
    }
  }

  /** What all bureaus share, as it is now; as it was where a file is broken, or where the baseline is gone, which would raise everything. */
  #readShared(): Shared {
    const { folder, catalogue, directory, listener } = this.#options
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

/**
 * The text in force, under what is shared now. Where the file that should follow it cannot be taken, what all members agreed to lower shall not wait for it. As it was
 * where that is not to be had.
 */
function underShared({ bureau, inForce }: Held, options: DisclosureOptions): Held['inForce'] {
  if (inForce.disclosureFile === null) return inForce
  const { policy } = compileDisclosure(inForce.disclosureFile, bureau.file, options, false)
  return policy === null ? inForce : { ...inForce, policy }
}

function isOther(a: Held['inForce'], b: Held['inForce']): boolean {
  return a.policy.digest !== b.policy.digest || a.signedBy !== b.signedBy
}

function activation({ policy: { bureau, version, digest }, disclosureFile, signedBy }: Held['inForce']): Activation {
  return { bureau, version, digest, fileDigest: fileDigest(disclosureFile?.text ?? ''), signedBy }
}

function statusOf({ policy: { version, digest } }: Held['inForce'], activeSince: string): PolicyStatus {
  return { version, digest, activeSince, problems: [] }
}
