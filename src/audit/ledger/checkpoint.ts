import type { TreeHead } from './merkleProof.ts'
import { isSignedBy, type Note, readNote, type SignerKey, signNote, type VerifierKey } from './signedNote.ts'

/** What a log says of itself: how long it is and what its root is (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** The name of the log. */
  readonly origin: string
  readonly note: Note
}

/** A checkpoint, signed by its log. */
export function signCheckpoint({ size, root }: TreeHead, signer: SignerKey): string {
  return signNote(`${signer.verifier.name}\n${size}\n${Buffer.from(root).toString('base64')}\n`, signer)
}

/** Reads a checkpoint that `log` has signed. Throws, and says why, for anything else. */
export function readCheckpoint(text: string, log: VerifierKey): Checkpoint {
  const note = readNote(text)
  const [origin = '', size = '', root = ''] = note.text.split('\n')
  const bytes = Buffer.from(root, 'base64')
  if (!/^(0|[1-9]\d{0,14})$/.test(size) || bytes.length !== 32 || bytes.toString('base64') !== root)
    throw new Error('this note is no checkpoint')
  if (origin !== log.name) throw new Error(`it is a checkpoint of ${JSON.stringify(origin)}, not of ${log.name}`)
  if (!isSignedBy(note, log)) throw new Error(`it is not signed with the key of ${log.name}`)
  return { origin, size: Number(size), root: bytes, note }
}
