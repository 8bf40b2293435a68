import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCatalogue } from '../api/readCatalogue.ts'
import { loadBureauFolder } from '../config/loadBureaus.ts'
import { compileDisclosure, signatureName } from '../config/loadDisclosure.ts'
import { policyKeyOf, signPolicy } from '../config/policySignature.ts'
import { connectorOptionsSchema } from '../connectors/open.ts'
import { problemLines } from './checkText.ts'
import type { PolicyOutput } from './policyKeygen.ts'

/** Where the command writes, and the environment that bureau files refer to. */
export interface SignIo extends PolicyOutput {
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * `comity policy sign`: checks the `disclosure.yaml` of a bureau's folder and writes `disclosure.yaml.sig` beside it. A file with errors is not signed. Gives
 * the exit code.
 */
export async function policySign(folder: string, keyFile: string, { out, err, environment }: SignIo): Promise<number> {
  const fail = (sentence: string): number => {
    err.write(`${sentence}\n`)
    return 1
  }
  const key = readKey(keyFile)
  if (key === null) return fail(`${keyFile} is not a readable Ed25519 private key (PKCS #8, PEM): make one with "comity policy keygen".`)
  const { bureaus, agreements, baseline, problems } = await loadBureauFolder(folder, {
    environment,
    catalogue: readCatalogue(),
    connectorOptionsSchema,
  })
  const [bureau] = bureaus
  if (bureau === undefined || bureau.disclosureFile === null || baseline === null) {
    err.write(`${problemLines(problems).join('\n')}\n`)
    return fail('There is nothing to sign: the folder needs a bureau.yaml and a disclosure.yaml that can be read.')
  }
  const { file, disclosureFile } = bureau
  const publicKey = policyKeyOf(key)
  if (file.policyKeys?.includes(publicKey) !== true)
    return fail(
      `The hub would refuse a signature with this key: add ${publicKey} to the "policyKeys" of ${file.code} in bureau.yaml first.`,
    )
  const checked = compileDisclosure(disclosureFile, file, { catalogue: readCatalogue(), agreements, baseline })
  err.write(
    problemLines(checked.problems)
      .map((line) => `${line}\n`)
      .join(''),
  )
  if (checked.policy === null) return fail('It is not signed: mend the errors first.')
  const { bureau: code, version } = checked.policy
  const path = join(folder, signatureName)
  // In one step, so that a hub that is watching meets the old signature or the new one.
  writeFileSync(`${path}.new`, `${signPolicy(disclosureFile.text, { bureau: code, version }, key)}\n`)
  renameSync(`${path}.new`, path)
  out.write(`Version ${version} of ${code} is signed: ${path}\n`)
  return 0
}

/** Null when there is no such key. */
function readKey(file: string): KeyObject | null {
  try {
    const key = createPrivateKey(readFileSync(file))
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
