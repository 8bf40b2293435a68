import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import type { VerifierKey } from './signedNote.ts'

const inclusionHead = 'c2sp.org/tlog-proof@v1'

/** A proof of inclusion as C2SP tlog-proof writes it. `index` is from 0. */
export function inclusionText(index: number, proof: readonly Uint8Array[], checkpoint: string): string {
  return [inclusionHead, `index ${index}`, ...proof.map(base64), '', checkpoint].join('\n')
}

/** Reads it. Throws for anything else, and for a checkpoint that `log` has not signed. */
export function readInclusion(text: string, log: VerifierKey): { index: number; proof: readonly Uint8Array[]; checkpoint: Checkpoint } {
  const { first, proof, checkpoint } = parts(
    text.startsWith(`${inclusionHead}\n`) ? text.slice(inclusionHead.length + 1) : '',
    'index',
    log,
  )
  return { index: first, proof, checkpoint }
}

/** A checkpoint with the proof that it goes on from `old` entries, as C2SP tlog-witness sends it to a witness. */
export function offerText(old: number, proof: readonly Uint8Array[], checkpoint: string): string {
  return [`old ${old}`, ...proof.map(base64), '', checkpoint].join('\n')
}

/** Reads it. Throws for anything else, and for a checkpoint that `log` has not signed. */
export function readOffer(text: string, log: VerifierKey): { old: number; proof: readonly Uint8Array[]; checkpoint: Checkpoint } {
  const { first, proof, checkpoint } = parts(text, 'old', log)
  return { old: first, proof, checkpoint }
}

function parts(text: string, word: string, log: VerifierKey): { first: number; proof: readonly Uint8Array[]; checkpoint: Checkpoint } {
  const end = text.indexOf('\n\n')
  const [head = '', ...lines] = text.slice(0, Math.max(0, end)).split('\n')
  const number = new RegExp(`^${word} (0|[1-9]\\d{0,14})$`).exec(head)?.[1]
  const proof = lines.map((line) => Buffer.from(line, 'base64'))
  if (number === undefined || proof.length > 63 || proof.some((hash, i) => hash.length !== 32 || hash.toString('base64') !== lines[i]))
    throw new Error(`this is no proof that begins with "${word}"`)
  return { first: Number(number), proof, checkpoint: readCheckpoint(text.slice(end + 2), log) }
}

const base64 = (hash: Uint8Array) => Buffer.from(hash).toString('base64')
