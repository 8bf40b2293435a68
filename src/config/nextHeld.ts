import { isDeepStrictEqual } from 'node:util'
import type { Policy } from '../disclosure/policy.ts'
import type { PolicyStatus } from '../model/policyStatus.ts'
import type { Problem } from '../model/problem.ts'
import type { BureauParts } from './loadBureau.ts'
import {
  compileDisclosure,
  type DisclosureFiles,
  type DisclosureOptions,
  type LoadedDisclosure,
  loadDisclosure,
  readDisclosure,
} from './loadDisclosure.ts'

/** A policy, and the file it was made of. */
export type PolicyInForce = LoadedDisclosure & { readonly policy: Policy }

/** One bureau's part of what is in force. Never changes: a change makes another. */
export interface Held {
  readonly bureau: BureauParts
  readonly inForce: PolicyInForce
  readonly status: PolicyStatus
  /** The disclosure files that were last looked at, whether or not they were taken. */
  readonly seen: DisclosureFiles
}

/** What is to become of one bureau. */
export interface Next {
  readonly bureau: BureauParts
  /** Null when it does not join, or not yet. */
  readonly after: Pick<Held, 'bureau' | 'inForce'> | null
  /** What it is as long as something has to be opened for `after`; null: it is no member. */
  readonly meanwhile: Pick<Held, 'bureau' | 'inForce'> | null
  readonly seen: DisclosureFiles
  /** What stands against its files as they are now. */
  readonly problems: readonly Problem[]
  /** Whether there was anything to look at: it has changed, or what it is held against has. */
  readonly looked: boolean
}

/** How a bureau's files are looked at. */
export interface NextOptions extends DisclosureOptions {
  /** Whether the baseline or the registry is another than what the bureau's policy in force was made with. */
  readonly sharedChanged: boolean
  /** Errors of its `bureau.yaml`; `bureau` is then still what it was before. */
  readonly mistakes: readonly Problem[]
}

/** Reads a bureau's disclosure files and says what is to become of it. `before`: what it is now; null for one that is no member. Never throws. */
export function nextHeld(bureau: BureauParts, before: Held | null, options: NextOptions): Next {
  const { sharedChanged, mistakes } = options
  const seen = readDisclosure(bureau.folder)
  if (before?.bureau === bureau && !sharedChanged && isDeepStrictEqual(seen, before.seen)) {
    const known = before.status.problems
    const problems = [...mistakes, ...known.filter((one) => one.file.startsWith(`${seen.folder}/disclosure.yaml`))]
    return { bureau, after: before, meanwhile: before, seen, problems, looked: !isDeepStrictEqual(problems, known) }
  }
  const meanwhile =
    before !== null && sharedChanged ? { ...before, inForce: under(before, before.bureau, options) ?? before.inForce } : before
  const loaded = loadDisclosure(seen, bureau.file, options)
  const problems = [...mistakes, ...loaded.problems.filter(({ severity }) => severity === 'error')]
  const inForce = loaded.policy === null ? stays(before, bureau, options) : { ...loaded, policy: loaded.policy }
  return { bureau, after: inForce === null ? meanwhile : { bureau, inForce }, meanwhile, seen, problems, looked: true }
}

/** The policy of a bureau whose disclosure file cannot be taken; null when its changed `bureau.yaml` cannot be taken with it either. */
function stays(before: Held | null, bureau: BureauParts, options: NextOptions): PolicyInForce | null {
  if (before === null) return null
  if (before.bureau === bureau) return options.sharedChanged ? (under(before, bureau, options) ?? before.inForce) : before.inForce
  // Whoever gives a bureau other keys wants a file that one of them signed.
  if (!isDeepStrictEqual(before.bureau.file.policyKeys, bureau.file.policyKeys)) return null
  // A bureau must not be able to put off what concerns it, such as a suspension, by a disclosure file with a mistake.
  return under(before, bureau, options)
}

/**
 * The text in force, for a bureau as it is now and under what is shared now. Where the file that should follow it cannot be taken, what all members agreed to lower shall not
 * wait for it. Null where that is not to be had.
 */
function under({ inForce }: Held, { file }: BureauParts, options: DisclosureOptions): PolicyInForce | null {
  if (inForce.disclosureFile === null) return inForce
  const { policy } = compileDisclosure(inForce.disclosureFile, file, options, false)
  return policy === null ? null : { ...inForce, policy }
}
