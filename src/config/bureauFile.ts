import type { MappingFile } from '../mapping/language.ts'
import type { BureauProfile, Limits } from '../model/bureau.ts'
import type { CaptureFile } from '../model/capture.ts'

/** `bureau.yaml` after checking: `comity: bureau/v1`. */
export interface BureauFile extends BureauProfile {
  readonly comity: 'bureau/v1'
  readonly limits: Limits
  /** Whether its system is asked; false drains the bureau. Default true. */
  readonly takesPart: boolean
  /** Ed25519 keys, base64url, of which one must sign each `disclosure.yaml`. Absent: it is taken unsigned. */
  readonly policyKeys?: readonly string[] | undefined
  /** `kind` and what that kind needs; each kind's zod schema stands in `connectors/kinds/`. Environment references `${NAME}` and `${NAME:-default}` are resolved, relative paths are relative to the bureau's folder. */
  readonly connector: { readonly kind: string; readonly [option: string]: unknown }
  readonly mapping: MappingFile
  /** What the hub may do so that a search for people need not read everything. Absent: nothing. */
  readonly search?: { readonly keepKeys: boolean } | undefined
  /** How changes of its records are captured. Absent: they are not. */
  readonly capture?: CaptureFile | undefined
}
