import type { BureauProfile } from '../model/bureau.ts'
import type { BureauParts } from './loadBureau.ts'

/** Where the members are kept, and their connections: what a change of bureau files is told to. */
export interface MemberHouse {
  /** Opens what a bureau needs, beside all that is open; null when there is nothing to open. Rejects with a sentence that may be told. */
  open(bureau: BureauParts): Promise<void> | null
  /** From now on these are the members. Called in the step in which policies change; never throws. */
  put(bureaus: readonly BureauParts[], broken: readonly BureauProfile[]): void
  /** Closes what was opened and is not needed after all. */
  discard(): void
}
