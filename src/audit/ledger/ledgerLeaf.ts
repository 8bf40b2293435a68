import { canonicalJson } from './canonicalJson.ts'
import { leafHash } from './merkleTree.ts'

/** What a leaf holds: the canonical JSON of the entry with its number and its time. `entry` is canonical JSON already. */
export function leafContent(seq: number, at: string, entry: string): string {
  return `{"at":${JSON.stringify(at)},"entry":${entry},"seq":${seq}}`
}

/** An entry as it is stored. */
interface StoredEntry {
  readonly seq: number
  readonly at: string
  readonly entry: string
}

/**
 * What a stored entry's leaf must hold. Entries that were written before there was a tree (`seq` up to `before`) are stored as they were written, and made canonical first;
 * the text of all others must be canonical as it stands, so that not even a space can be added to it.
 */
export function storedContent({ seq, at, entry }: StoredEntry, before: number): string {
  return leafContent(seq, at, seq <= before ? canonicalJson(JSON.parse(entry)) : entry)
}

/** The hash that a stored entry's leaf must have. */
export function leafOf(stored: StoredEntry, before: number): Uint8Array {
  return leafHash(storedContent(stored, before))
}
