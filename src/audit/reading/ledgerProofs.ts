import { ComityError } from '../../model/errors.ts'
import type { LedgerTables } from '../../store/ledgerTables.ts'
import { readCheckpoint } from '../ledger/checkpoint.ts'
import type { LedgerFolder } from '../ledger/ledgerFolder.ts'
import { consistencyProof, inclusionProof, rootAt, same } from '../ledger/merkleProof.ts'
import { inclusionText, offerText } from '../ledger/proofText.ts'
import { storedTree } from '../ledger/storedTree.ts'

/** A checkpoint, with what it takes to read it. Hashes are base64. */
export interface CheckpointProof {
  readonly origin: string
  readonly size: number
  readonly root: string
  /** The signed note (C2SP tlog-checkpoint). */
  readonly note: string
  /** Public half of the key that signed it, in Go's text form. One that was kept elsewhere says more. */
  readonly key: string
}

/** That an entry is in the tree of the latest checkpoint. */
export interface InclusionProof {
  readonly entry: number
  readonly leafHash: string
  readonly hashes: readonly string[]
  readonly checkpoint: CheckpointProof
  /** All of it as C2SP tlog-proof writes it. */
  readonly text: string
}

/** That the tree of `to` entries goes on from that of `from`. */
export interface ConsistencyProof {
  readonly from: number
  readonly to: number
  readonly hashes: readonly string[]
  readonly checkpoint: CheckpointProof
  /** With the checkpoint, as C2SP tlog-witness sends it; null where `to` is not what the latest checkpoint speaks of. */
  readonly text: string | null
}

/** Proves what the ledger holds, without showing any of it. */
export class LedgerProofs {
  readonly #tables: LedgerTables
  readonly #folder: Pick<LedgerFolder, 'verifier'>

  constructor(tables: LedgerTables, folder: Pick<LedgerFolder, 'verifier'>) {
    this.#tables = tables
    this.#folder = folder
  }

  /** Null while nothing was signed. Throws when the tree is not the one that was. */
  latest(): CheckpointProof | null {
    const stored = this.#tables.latestCheckpoint()
    if (stored === null) return null
    const key = this.#folder.verifier()
    const { origin, size, root } = readCheckpoint(stored.note, key)
    if (!same(root, rootAt(storedTree(this.#tables), size))) throw new Error('the tree is not the one that was signed')
    return { origin, size, root: base64(root), note: stored.note, key: key.text }
  }

  /** Throws BAD_USER_INPUT for an entry of which the latest checkpoint does not speak. */
  inclusion(entry: number): InclusionProof {
    const checkpoint = this.#checkpoint()
    if (!(Number.isSafeInteger(entry) && entry >= 1 && entry <= checkpoint.size))
      throw new ComityError('BAD_USER_INPUT', { reason: `entry: the latest checkpoint speaks of the entries 1 to ${checkpoint.size}` })
    const [leaf] = this.#tables.hashes(0, entry - 1, 1)
    if (leaf === undefined) throw new Error(`entry ${entry} has no leaf in the tree`)
    const hashes = inclusionProof(storedTree(this.#tables), entry - 1, checkpoint.size)
    const text = inclusionText(entry - 1, hashes, checkpoint.note)
    return { entry, leafHash: base64(leaf), hashes: hashes.map(base64), checkpoint, text }
  }

  /** `to`: null for what the latest checkpoint speaks of. Throws BAD_USER_INPUT for sizes that the signed tree never had. */
  consistency(from: number, to: number | null): ConsistencyProof {
    const checkpoint = this.#checkpoint()
    const end = to ?? checkpoint.size
    if (!(from >= 0 && from <= end && end <= checkpoint.size))
      throw new ComityError('BAD_USER_INPUT', {
        reason: `from, to: in this order, and at most the ${checkpoint.size} of the latest checkpoint`,
      })
    const hashes = consistencyProof(storedTree(this.#tables), from, end)
    const text = end === checkpoint.size ? offerText(from, hashes, checkpoint.note) : null
    return { from, to: end, hashes: hashes.map(base64), checkpoint, text }
  }

  #checkpoint(): CheckpointProof {
    const latest = this.latest()
    if (latest === null) throw new ComityError('BAD_USER_INPUT', { reason: 'there is no checkpoint yet' })
    return latest
  }
}

const base64 = (hash: Uint8Array) => Buffer.from(hash).toString('base64')
