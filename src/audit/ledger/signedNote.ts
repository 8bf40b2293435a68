import { createPrivateKey, createPublicKey, hash, type KeyObject, randomBytes, sign, verify } from 'node:crypto'

/** Kinds of signature of C2SP signed notes: a log's own, and a witness's, which bears the time at which it was made. */
const kinds = { log: 1, witness: 4 } as const
export type KeyKind = keyof typeof kinds

/** Whose signatures can be checked: the name, and an Ed25519 key. */
export interface VerifierKey {
  readonly name: string
  readonly kind: KeyKind
  readonly id: Uint8Array
  readonly key: KeyObject
  /** `<name>+<id>+<key>`, as one tells it to others. */
  readonly text: string
}

/** Who signs. */
export interface SignerKey {
  readonly verifier: VerifierKey
  readonly key: KeyObject
}

/** A note taken apart: the text that is signed, and who claims to have signed it. */
export interface Note {
  /** Ends with a line feed. */
  readonly text: string
  readonly signatures: readonly { readonly name: string; readonly id: Uint8Array; readonly signature: Uint8Array; readonly line: string }[]
}

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const spki = Buffer.from('302a300506032b6570032100', 'hex')
const goodName = /^[^\s+]+$/u

/** Makes a key. */
export function makeSignerKey(name: string, kind: KeyKind): string {
  return signerText(name, kind, randomBytes(32))
}

/** Reads `PRIVATE+KEY+<name>+<id>+<key>`. Throws for anything else. */
export function readSignerKey(text: string): SignerKey {
  const match = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim())
  const [kind, seed] = keyBytes(match?.[3])
  const [, name = ''] = match ?? []
  if (kind === null || signerText(name, kind, seed) !== text.trim()) throw new Error('this is no key for signing notes')
  return signerOf(name, kind, seed)
}

/** Reads `<name>+<id>+<key>`. Throws for anything else. */
export function readVerifierKey(text: string): VerifierKey {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim())
  const [kind, key] = keyBytes(match?.[3])
  const made = kind === null ? null : verifierOf(match?.[1] ?? '', kind, key)
  if (made?.text !== text.trim()) throw new Error('this is no key for verifying notes: it reads <name>+<8 hex digits>+<base64>')
  return made
}

/** Takes a note apart. Throws for what is none. */
export function readNote(note: string): Note {
  const end = note.lastIndexOf('\n\n')
  const lines = note.slice(end + 2).split('\n')
  if (end < 0 || lines.pop() !== '' || lines.length === 0 || lines.length > 100 || note.length > 1_000_000)
    throw new Error('this is no signed note')
  const signatures = lines.map((line) => {
    const match = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line)
    const bytes = base64(match?.[2] ?? '')
    if (match === null || bytes === null || bytes.length < 5) throw new Error('this is no signed note')
    return { name: match[1] ?? '', id: bytes.subarray(0, 4), signature: bytes.subarray(4), line }
  })
  return { text: note.slice(0, end + 1), signatures }
}

/** A note of `text`, which ends with a line feed, signed by a log. */
export function signNote(text: string, { verifier, key }: SignerKey): string {
  return `${text}\n${line(verifier, sign(null, Buffer.from(text), key))}`
}

/** The line with which a witness says that it saw this note at `at` (epoch seconds), and nothing that contradicts it. */
export function cosign(note: Note, { verifier, key }: SignerKey, at: number): string {
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(at))
  return line(verifier, Buffer.concat([time, sign(null, cosigned(note, BigInt(at)), key)]))
}

/** Whether the owner of the key signed the note. Signatures of others do not matter; one of its own that does not hold is a no. */
export function isSignedBy(note: Note, verifier: VerifierKey): boolean {
  const own = note.signatures.filter(({ name, id }) => name === verifier.name && Buffer.compare(id, verifier.id) === 0)
  return own.length > 0 && own.every(({ signature }) => holds(note, signature, verifier))
}

function holds(note: Note, signature: Uint8Array, { kind, key }: VerifierKey): boolean {
  if (kind === 'log') return signature.length === 64 && verify(null, Buffer.from(note.text), key, signature)
  if (signature.length !== 72) return false
  const at = Buffer.from(signature).readBigUInt64BE()
  return verify(null, cosigned(note, at), key, signature.subarray(8))
}

const cosigned = (note: Note, at: bigint) => Buffer.from(`cosignature/v1\ntime ${at}\n${note.text}`)
const line = ({ name, id }: VerifierKey, signature: Uint8Array) => `\u2014 ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`

function signerOf(name: string, kind: KeyKind, seed: Uint8Array): SignerKey {
  if (!goodName.test(name)) throw new Error('the name of a key has neither spaces nor plus signs')
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const open = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spki.length)
  return { key, verifier: verifierOf(name, kind, open) }
}

function signerText(name: string, kind: KeyKind, seed: Uint8Array): string {
  const { verifier } = signerOf(name, kind, seed)
  return `PRIVATE+KEY+${name}+${Buffer.from(verifier.id).toString('hex')}+${Buffer.concat([Buffer.of(kinds[kind]), seed]).toString('base64')}`
}

function verifierOf(name: string, kind: KeyKind, open: Uint8Array): VerifierKey {
  const typed = Buffer.concat([Buffer.of(kinds[kind]), open])
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed]), 'buffer').subarray(0, 4)
  const key = createPublicKey({ key: Buffer.concat([spki, open]), format: 'der', type: 'spki' })
  return { name, kind, id, key, text: `${name}+${id.toString('hex')}+${typed.toString('base64')}` }
}

function keyBytes(text: string | undefined): readonly [KeyKind | null, Uint8Array] {
  const bytes = base64(text ?? '') ?? Buffer.alloc(0)
  const kind = bytes[0] === kinds.log ? 'log' : bytes[0] === kinds.witness ? 'witness' : null
  return [bytes.length === 33 ? kind : null, bytes.subarray(1)]
}

/** Strict: only what would be written the same way again. */
function base64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}
