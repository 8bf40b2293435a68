import { readFileSync } from 'node:fs'
import { writeWhole } from '../audit/ledger/ledgerFolder.ts'
import type { TreeHead } from '../audit/ledger/merkleProof.ts'
import { readSignerKey } from '../audit/ledger/signedNote.ts'
import { NotWitnessed, type WitnessMemory, witness } from '../audit/ledger/witness.ts'
import { keyOf } from './ledgerVerify.ts'
import type { CommandIo } from './viewAs.ts'

/** What `comity ledger witness` takes. */
export interface LedgerWitnessOptions {
  /** The key of the log that is witnessed: the text or a file of it. */
  readonly log: string
  /** The witness's own key. */
  readonly key: string
  /** What it remembers; made with the first checkpoint that it cosigns. */
  readonly state: string
  /** Epoch milliseconds. Default: now. */
  readonly now?: number
}

/** `comity ledger witness <offer>`: prints the checkpoint with the cosignature. Exit code 3 when it contradicts what has been witnessed, 1 when it cannot be read. */
export async function ledgerWitness(
  offer: string,
  options: LedgerWitnessOptions,
  { out, err }: Pick<CommandIo, 'out' | 'err'>,
): Promise<number> {
  try {
    const text = readFileSync(offer, 'utf8')
    const at = Math.floor((options.now ?? Date.now()) / 1000)
    const signer = readSignerKey(readFileSync(options.key, 'utf8'))
    if (signer.verifier.kind !== 'witness')
      throw new Error(`${options.key} is not the key of a witness: make one with comity ledger keygen`)
    const line = witness(text, keyOf(options.log), signer, memoryIn(options.state), at)
    out.write(text.slice(text.indexOf('\n\n') + 2) + line)
    return 0
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    err.write(error instanceof NotWitnessed ? `Not cosigned: ${text}.\n` : `${text}\n`)
    return error instanceof NotWitnessed ? 3 : 1
  }
}

/** A small file: the largest tree of each log. */
function memoryIn(file: string): WitnessMemory {
  const all = (): Readonly<Record<string, { readonly size: number; readonly root: string }>> => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
      throw new Error(`${file} cannot be read; without it this witness would forget what it has seen`, { cause: error })
    }
  }
  return {
    last: (origin) => headIn(Object.hasOwn(all(), origin) ? all()[origin] : undefined),
    remember: (origin, { size, root }) =>
      writeWhole(file, `${JSON.stringify({ ...all(), [origin]: { size, root: Buffer.from(root).toString('base64') } }, null, 2)}\n`, 0o600),
  }
}

function headIn(kept: { readonly size: number; readonly root: string } | undefined): TreeHead | null {
  return kept === undefined ? null : { size: kept.size, root: Buffer.from(kept.root, 'base64') }
}
