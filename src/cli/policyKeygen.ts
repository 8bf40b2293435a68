import { generateKeyPairSync } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { keyId, policyKeyOf } from '../config/policySignature.ts'

/** Where the commands write. */
export interface PolicyOutput {
  readonly out: { write(text: string): unknown }
  readonly err: { write(text: string): unknown }
}

/**
 * `comity policy keygen`: makes a key that signs disclosure files. The private half (PKCS #8, PEM) goes into a new file that its owner alone may read; the public
 * half is printed. Gives the exit code.
 */
export function policyKeygen(file: string, { out, err }: PolicyOutput): number {
  const repository = repositoryAround(resolve(file))
  if (repository !== null) {
    err.write(`A private key does not belong in a repository: ${repository} is one. Choose a file elsewhere.\n`)
    return 1
  }
  const { privateKey } = generateKeyPairSync('ed25519')
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    err.write(exists ? `${file} exists already, and no key is ever overwritten.\n` : `${file} cannot be written.\n`)
    return 1
  }
  const key = policyKeyOf(privateKey)
  out.write(`The private key is in ${file}: keep it where only those who may sign can read it.
Its public half (thumbprint ${keyId(key)}) goes into the bureau's bureau.yaml:

policyKeys: [${key}]
`)
  return 0
}

/** The folder above a file that a version control system keeps, or null. */
function repositoryAround(file: string): string | null {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === dirname(folder)) return null
  }
}
