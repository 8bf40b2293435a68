import type { InclusionProofQuery } from '../generated/graphql.ts'

/** A proof as the hub gives it. */
export type InclusionProof = NonNullable<InclusionProofQuery['ledgerInclusion']>

/** What the browser found. */
export interface InclusionFinding {
  /** Whether the leaf and the proof lead to the root of the checkpoint. */
  readonly included: boolean
  /** Whether the note says that root and size, and is signed by its key (Ed25519). Null where this browser cannot check such signatures. */
  readonly signed: boolean | null
}

/** Checks a proof of inclusion (RFC 9162, 2.1.3.2) against the checkpoint that it names, and the checkpoint's signature (C2SP signed-note), with nothing of the hub's help. */
export async function checkInclusion({ entry, leafHash, hashes, checkpoint }: InclusionProof): Promise<InclusionFinding> {
  const root = await rootOf(entry - 1, checkpoint.size, bytesOf(leafHash), hashes.map(bytesOf))
  const included = root !== null && base64(root) === checkpoint.root
  return { included, signed: await isSigned(checkpoint) }
}

/** The root that a leaf and its proof lead to; null when the proof has not as many hashes as such a tree asks for. */
async function rootOf(index: number, size: number, leaf: Bytes, hashes: readonly Bytes[]): Promise<Bytes | null> {
  if (index < 0 || index >= size) return null
  let [at, last] = [index, size - 1]
  let root = leaf
  for (const hash of hashes) {
    if (last === 0) return null
    if (at % 2 === 1 || at === last) {
      root = await nodeOf(hash, root)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else root = await nodeOf(root, hash)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? root : null
}

type Bytes = Uint8Array<ArrayBuffer>

async function nodeOf(left: Bytes, right: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([1, ...left, ...right])))
}

async function isSigned({ origin, size, root, note, key }: InclusionProof['checkpoint']): Promise<boolean | null> {
  const end = note.indexOf('\n\n')
  const text = note.slice(0, end + 1)
  const [first, second, third] = text.split('\n')
  if (end < 0 || first !== origin || second !== String(size) || third !== root) return false
  // The key is `name+hash+base64(algorithm, public key)`; a name may hold no plus, base64 may.
  const [name, , ...rest] = key.split('+')
  const material = bytesOf(rest.join('+'))
  if (material[0] !== 1) return false
  const line = note
    .slice(end + 2)
    .split('\n')
    .find((one) => one.startsWith(`\u2014 ${name} `))
  if (line === undefined) return false
  const signature = bytesOf(line.split(' ')[2] ?? '').slice(4)
  try {
    const publicKey = await crypto.subtle.importKey('raw', material.slice(1), 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', publicKey, signature, new TextEncoder().encode(text))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null
    throw error
  }
}

function bytesOf(text: string): Bytes {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
}

function base64(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes))
}
