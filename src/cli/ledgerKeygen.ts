import { writeFileSync } from 'node:fs'
import { makeSignerKey, readSignerKey } from '../audit/ledger/signedNote.ts'
import type { CommandIo } from './viewAs.ts'

/** `comity ledger keygen`: makes the key of a witness in a new file that its owner alone may read, and prints its public half. Gives the exit code. */
export async function ledgerKeygen(name: string, file: string, { out, err }: Pick<CommandIo, 'out' | 'err'>): Promise<number> {
  try {
    const text = makeSignerKey(name, 'witness')
    writeFileSync(file, `${text}\n`, { flag: 'wx', mode: 0o600 })
    out.write(`${readSignerKey(text).verifier.text}\n`)
    return 0
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    err.write(
      exists ? `${file} exists already, and no key is ever overwritten.\n` : `${error instanceof Error ? error.message : String(error)}\n`,
    )
    return 1
  }
}
