import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Baseline } from '../disclosure/compileBaseline.ts'
import { type CompiledPolicy, compilePolicy, sharesNothing } from '../disclosure/compilePolicy.ts'
import type { Policy } from '../disclosure/policy.ts'
import { compareVersions } from '../disclosure/policyVersion.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import type { AgreementsRegistry } from './agreements.ts'
import type { BureauFile } from './bureauFile.ts'
import { holdsForOthers } from './holdsForOthers.ts'
import { type PolicySeal, verifyPolicy } from './policySignature.ts'
import { policyWords } from './policyWords.ts'
import { readTextFile, wholeFile } from './readTextFile.ts'

/** A bureau's `disclosure.yaml`, read and checked. */
export interface LoadedDisclosure {
  /** One that shares nothing where there is no file; null when the file has mistakes or is not signed as it must be. */
  readonly policy: Policy | null
  /** What it was made of. */
  readonly files: DisclosureFiles
  readonly disclosureFile: { readonly path: string; readonly text: string } | null
  /** Thumbprint of the key that signed the file; null when its bureau declares no keys, or when there is no such file. */
  readonly signedBy: string | null
  readonly problems: readonly Problem[]
}

/** A signed file that was in force before. */
export interface SignedBefore {
  readonly version: string
  /** As `fileDigest` gives it. */
  readonly fileDigest: string
}

/** What a disclosure file is held against. */
export interface DisclosureOptions {
  readonly catalogue: Catalogue
  readonly agreements: AgreementsRegistry
  /** What lowers every bureau's records; null when its file has mistakes, and then no policy can be had. */
  readonly baseline: Baseline | null
  /** The last signed file of a bureau that was in force, here or before a restart. Default: none is remembered. */
  readonly lastSigned?: (bureau: string) => SignedBefore | null
}

/** Name of the file in a bureau's folder. */
export const disclosureName = 'disclosure.yaml'

/** Name of its detached signature. */
export const signatureName = 'disclosure.yaml.sig'

/** SHA-256 of a file's text, in hex. */
export function fileDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The files of a bureau's folder that its policy is made of, as they were read together. */
export interface DisclosureFiles {
  readonly folder: string
  readonly disclosure: ReturnType<typeof readTextFile>
  readonly signature: ReturnType<typeof readTextFile>
}

/** Reads the disclosure file of a bureau's folder and its signature. Never throws. */
export function readDisclosure(folder: string): DisclosureFiles {
  return { folder, disclosure: readTextFile(join(folder, disclosureName)), signature: readTextFile(join(folder, signatureName)) }
}

/** Checks a disclosure file that was read, and its signature when the bureau declares keys. Never throws. */
export function loadDisclosure(files: DisclosureFiles, file: BureauFile | null, options: DisclosureOptions): LoadedDisclosure {
  const path = join(files.folder, disclosureName)
  const text = files.disclosure
  const none = { policy: null, files, disclosureFile: null, signedBy: null }
  if (typeof text !== 'string') return { ...none, problems: [text] }
  const { catalogue, baseline } = options
  if (file === null || baseline === null) return { ...none, problems: [] }
  if (text === 'absent') {
    const problem = wholeFile(path, 'there is no such file, so nothing of this bureau is disclosed to others', 'warning')
    return { ...none, policy: sharesNothing(file.code, catalogue), problems: [problem] }
  }
  const disclosureFile = { path, text }
  const { policy, problems } = compileDisclosure(disclosureFile, file, options)
  if (file.policyKeys === undefined) return { policy, files, disclosureFile, signedBy: null, problems }
  const { seal, refused } = checkSignature(files, text, file, policy, options)
  const usable = refused === null ? policy : null
  return {
    policy: usable,
    files,
    disclosureFile,
    signedBy: seal?.kid ?? null,
    problems: refused === null ? problems : [...problems, refused],
  }
}

/**
 * Compiles the text of a disclosure file, whoever may have signed it. `tests`: whether the file's own tests must pass; not those of a text that is in force
 * already and only comes under another baseline.
 */
export function compileDisclosure(
  { path, text }: { readonly path: string; readonly text: string },
  { code, mapping, policyKeys }: BureauFile,
  { catalogue, agreements, baseline }: DisclosureOptions,
  tests = true,
): CompiledPolicy {
  if (baseline === null) return { policy: null, problems: [] }
  const known = { bureau: code, agreements: agreements.ceilings(), baseline, holds: holdsForOthers(mapping, catalogue) }
  return compilePolicy(text, path, catalogue, { ...known, ...policyWords(catalogue), ordered: policyKeys !== undefined, tests })
}

/** The signature of a file, and what is wrong with it. The text it is held against is the very one that was compiled. */
function checkSignature(
  { folder, signature: jws }: DisclosureFiles,
  text: string,
  { code, policyKeys = [] }: BureauFile,
  policy: Policy | null,
  { lastSigned }: DisclosureOptions,
): { readonly seal: PolicySeal | null; readonly refused: Problem | null } {
  const path = join(folder, signatureName)
  const refuse = (message: string) => ({ seal: null, refused: wholeFile(path, message) })
  if (typeof jws !== 'string') return { seal: null, refused: jws }
  if (jws === 'absent')
    return refuse(`there is no such file, and bureau.yaml declares keys that sign for ${code}: make it with "comity policy sign"`)
  const verified = verifyPolicy(jws, text, code, policyKeys)
  if ('refused' in verified) return refuse(verified.refused)
  const { seal } = verified
  if (policy === null) return { seal, refused: null }
  if (seal.version !== policy.version)
    return refuse(`it is a signature of version ${seal.version}, and the file is version ${policy.version}`)
  const before = lastSigned?.(code) ?? null
  if (before === null || before.fileDigest === fileDigest(text)) return { seal, refused: null }
  if (compareVersions(policy.version, before.version) > 0) return { seal, refused: null }
  return refuse(`version ${policy.version} is not newer than ${before.version}, which was in force already: a change needs a newer version`)
}
