import { isHeldPlace } from '../model/record.ts'
import type { BureauSource } from '../records/bureauSource.ts'

/** Which policy it was: the version that its bureau gave it, and the digest that no other has. */
export interface DecidingPolicy {
  readonly version: string
  readonly digest: string
}

/** Kept for as long as the sources are asked as they are. */
const known = new WeakMap<readonly BureauSource[], Readonly<Record<string, DecidingPolicy>>>()

/** The policies of these sources, by bureau: one and the same object for all operations that they decide. */
export function policiesOf(sources: readonly BureauSource[]): Readonly<Record<string, DecidingPolicy>> {
  const found = known.get(sources)
  if (found !== undefined) return found
  // What the hub keeps for a bureau is under the bureau's own policy.
  const own = sources.filter(({ profile }) => !isHeldPlace(profile.code))
  const policies = Object.fromEntries(own.map(({ profile, policy: { version, digest } }) => [profile.code, { version, digest }]))
  known.set(sources, policies)
  return policies
}
