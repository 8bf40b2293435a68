import { isConsistent, same, type TreeHead } from './merkleProof.ts'
import { readOffer } from './proofText.ts'
import { cosign, type SignerKey, type VerifierKey } from './signedNote.ts'

/** What a witness remembers of a log. */
export interface WitnessMemory {
  /** The largest tree that it has cosigned; null when none. */
  last(origin: string): TreeHead | null
  /** Durable when it returns. */
  remember(origin: string, head: TreeHead): void
}

/** A checkpoint contradicts what the witness has seen, or does not say that it goes on from it. */
export class NotWitnessed extends Error {}

/**
 * Cosigns a checkpoint that provably goes on from the largest one that this witness has cosigned, and remembers it first. Gives the line of the cosignature. Throws
 * `NotWitnessed`, and remembers nothing, for any other. `at`: epoch seconds.
 */
export function witness(offer: string, log: VerifierKey, signer: SignerKey, memory: WitnessMemory, at: number): string {
  const { old, proof, checkpoint } = readOffer(offer, log)
  const last = memory.last(checkpoint.origin) ?? { size: 0, root: new Uint8Array() }
  if (checkpoint.size < last.size)
    throw new NotWitnessed(`it has ${checkpoint.size} entries, and ${last.size} have been witnessed: the log was cut or rolled back`)
  if (checkpoint.size === last.size && last.size > 0) {
    if (!same(last.root, checkpoint.root))
      throw new NotWitnessed(`another tree of ${last.size} entries has been witnessed: the log was written anew`)
  } else {
    if (old !== last.size) throw new NotWitnessed(`${last.size} entries have been witnessed: offer a proof from there, not from ${old}`)
    if (!isConsistent(last, checkpoint, proof))
      throw new NotWitnessed(
        `it does not go on from the ${last.size} entries that have been witnessed: the log was written anew, or the proof is another's`,
      )
  }
  memory.remember(checkpoint.origin, checkpoint)
  return cosign(checkpoint.note, signer, at)
}
