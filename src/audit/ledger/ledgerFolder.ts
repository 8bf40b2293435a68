import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeSignerKey, readSignerKey, readVerifierKey, type SignerKey, type VerifierKey } from './signedNote.ts'

/**
 * What the ledger keeps in the data folder beside the database: `keys/ledger.key`, with which checkpoints are signed, readable by its owner only;
 * `keys/ledger.pub`, its public half; and `checkpoints/latest`.
 */
export class LedgerFolder {
  readonly #dataDir: string

  constructor(dataDir: string) {
    this.#dataDir = dataDir
  }

  /** The key of this log; null when there is none. Throws when the file holds something else. */
  signer(): SignerKey | null {
    const text = readIfThere(this.#path('keys', 'ledger.key'))
    return text === null ? null : readSignerKey(text)
  }

  /** Makes the key. The name of the log is drawn with it, so that no two hubs have the same. */
  makeSigner(): SignerKey {
    const text = makeSignerKey(`comity-ledger-${randomBytes(8).toString('hex')}`, 'log')
    writeWhole(this.#path('keys', 'ledger.key'), `${text}\n`, 0o600)
    const signer = readSignerKey(text)
    this.tellKey(signer)
    return signer
  }

  /** Writes down the public half of the key. */
  tellKey({ verifier }: SignerKey): void {
    writeWhole(this.#path('keys', 'ledger.pub'), `${verifier.text}\n`, 0o644)
  }

  /** The public half of the key. Throws when there is none. */
  verifier(): VerifierKey {
    return readVerifierKey(readFileSync(this.#path('keys', 'ledger.pub'), 'utf8'))
  }

  /** The note that was exported last; null when there is none. */
  exported(): string | null {
    return readIfThere(this.#path('checkpoints', 'latest'))
  }

  /** Puts a note where others fetch it. */
  export(note: string): void {
    writeWhole(this.#path('checkpoints', 'latest'), note, 0o644)
  }

  #path(...parts: readonly string[]): string {
    return join(this.#dataDir, ...parts)
  }
}

/** Writes a file so that after a power cut it is the old one or the new one. */
export function writeWhole(path: string, text: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${process.pid}.new`
  try {
    const file = openSync(temporary, 'w', mode)
    try {
      writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } finally {
    rmSync(temporary, { force: true })
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
