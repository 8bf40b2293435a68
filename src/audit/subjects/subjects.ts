import { createHmac, randomFillSync } from 'node:crypto'
import type { SubjectRow, SubjectTables } from '../../store/subjectTables.ts'
import { keyedDigest } from './keyedDigest.ts'
import {
  commitment,
  commitmentOfBefore,
  decryptGround,
  decryptGroundOfBefore,
  encryptGrounds,
  type NameGround,
  saltBytes,
} from './nameGround.ts'

/** Whom an entry is about: a record, by its place, type and key, or an officer (`officer`, by bureau and reference). */
export interface Subject {
  readonly bureau: string
  readonly type: string
  readonly key: string
}

/** The type of subjects who are no records: those who ask. */
export const officer = 'officer'

/** Names kept at hand; the longest unused one goes first. */
const handlesKept = 100_000

/** Salts drawn at once: drawing one alone takes as long. */
const saltsDrawn = 64

/** A name that was given and is not durable yet. */
interface NewName {
  readonly number: number
  readonly handle: string
  readonly lookup: Uint8Array
  readonly ground: NameGround
}

/**
 * Gives whoever an entry is about a name that says nothing: a commitment, made with a salt of the subject's own, behind the number of the row in which is kept, encrypted, what leads back.
 * Whoever has that can prove whom the name stands for; once it is destroyed nobody can tell, the holder of all other keys included, and the ledger stands as it was.
 */
export class Subjects {
  readonly #tables: SubjectTables
  readonly #lookup: (text: string) => Uint8Array
  readonly #key: Uint8Array
  readonly #keyOfBefore: Uint8Array
  readonly #handles = new Map<string, string>()
  #lastNumber: number | null = null
  #salts: Uint8Array = new Uint8Array()

  /** `secret`: the hub's own; without it no name leads back to anybody. */
  constructor(tables: SubjectTables, secret: Uint8Array) {
    const keyFor = (use: string) => createHmac('sha256', secret).update(use).digest()
    const digest = keyedDigest(keyFor('comity ledger subject lookup'))
    this.#tables = tables
    this.#lookup = (text) => digest(text).subarray(0, 16)
    this.#key = keyFor('comity ledger subject stream')
    this.#keyOfBefore = keyFor('comity ledger subject sealing')
  }

  /** Names for the entries of one commit. */
  naming(): Naming {
    return new Naming({
      find: (text, lookup) => this.#find(text, lookup),
      lookup: this.#lookup,
      make: (text, lookup) => this.#make(text, lookup),
      seal: (names) => encryptGrounds(names, this.#key),
      remember: (named) => this.#remember(named),
    })
  }

  /** The name that a subject has; null when no entry is about them, or they were forgotten. */
  handleOf(subject: Subject): string | null {
    return this.#find(textOf(subject), this.#lookup)
  }

  /** Whom a name stands for; null when they were forgotten. Throws when what is kept is not what the name was made of. */
  open(handle: string): Subject | null {
    const sealed = this.#tables.byHandle(handle, numberIn(handle))
    return sealed === null ? null : this.#decrypt(handle, sealed)
  }

  /** Goes through all that is kept and throws at the first name that was not made of what is kept of it; gives how many there are. */
  verify(): number {
    let count = 0
    for (const { handle, sealed } of this.#tables.rows()) {
      this.#decrypt(handle, sealed)
      count++
    }
    return count
  }

  /** Destroys what leads from their names to these subjects; gives how many there were. */
  forget(subjects: readonly Subject[]): number {
    const handles = subjects.map((subject) => this.handleOf(subject)).filter((handle) => handle !== null)
    for (const subject of subjects) this.#handles.delete(textOf(subject))
    return this.#tables.destroy(handles.map((handle) => ({ handle, number: numberIn(handle) })))
  }

  #find(text: string, lookup: (text: string) => Uint8Array): string | null {
    const known = this.#handles.get(text)
    if (known !== undefined) return known
    const found = this.#tables.byLookup(lookup(text))
    if (found !== null) this.#remember([[text, found]])
    return found
  }

  #remember(named: Iterable<readonly [string, string]>): void {
    for (const [text, handle] of named) {
      this.#handles.set(text, handle)
      const oldest = this.#handles.size > handlesKept ? this.#handles.keys().next().value : undefined
      if (oldest !== undefined) this.#handles.delete(oldest)
    }
  }

  /** Numbers of names that did not become durable are given to nobody else. */
  #make(text: string, lookup: Uint8Array): NewName {
    const number = (this.#lastNumber ?? this.#tables.lastNumber()) + 1
    this.#lastNumber = number
    const ground = { salt: this.#salt(), text }
    return { number, handle: `${number.toString(36)}.${commitment(ground)}`, lookup, ground }
  }

  #salt(): Uint8Array {
    if (this.#salts.length === 0) this.#salts = randomFillSync(new Uint8Array(saltsDrawn * saltBytes))
    const salt = this.#salts.subarray(0, saltBytes)
    this.#salts = this.#salts.subarray(saltBytes)
    return salt
  }

  #decrypt(handle: string, sealed: Uint8Array): Subject {
    const number = numberIn(handle)
    const ground = number === null ? decryptGroundOfBefore(sealed, handle, this.#keyOfBefore) : decryptGround(sealed, this.#key)
    const made = ground === null ? null : number === null ? commitmentOfBefore(ground) : commitment(ground)
    if (ground === null || made !== handle.slice(handle.indexOf('.') + 1))
      throw new Error(`what is kept of ${handle} is not what it was made of`)
    const [bureau, type, key] = JSON.parse(ground.text) as [string, string, string]
    return { bureau, type, key }
  }
}

/** What names are given with. */
interface NamingParts {
  /** The name that somebody has already. */
  readonly find: (text: string, lookup: (text: string) => Uint8Array) => string | null
  readonly lookup: (text: string) => Uint8Array
  readonly make: (text: string, lookup: Uint8Array) => NewName
  readonly seal: (grounds: readonly NameGround[]) => readonly Uint8Array[]
  readonly remember: (named: Iterable<readonly [string, string]>) => void
}

/** Names given to the entries of one commit. */
export class Naming {
  readonly #parts: NamingParts
  readonly #made = new Map<string, NewName>()

  constructor(parts: NamingParts) {
    this.#parts = parts
  }

  /** The name of a subject, the same for every entry about them. */
  nameOf(subject: Subject): string {
    const { find, lookup, make } = this.#parts
    const text = textOf(subject)
    const given = this.#made.get(text)
    if (given !== undefined) return given.handle
    let digest: Uint8Array | null = null
    const known = find(text, () => (digest ??= lookup(text)))
    if (known !== null) return known
    const made = make(text, digest ?? lookup(text))
    this.#made.set(text, made)
    return made.handle
  }

  /** What is to be kept with the entries, in the same commit: encrypted now, all at once. */
  rows(): readonly SubjectRow[] {
    const made = [...this.#made.values()]
    const sealed = this.#parts.seal(made.map(({ ground }) => ground))
    return made.map(({ number, handle, lookup }, i) => ({ number, handle, lookup, sealed: sealed[i] ?? new Uint8Array() }))
  }

  /** The commit is durable. */
  done(): void {
    this.#parts.remember([...this.#made].map(([text, { handle }]) => [text, handle] as const))
  }
}

function textOf({ bureau, type, key }: Subject): string {
  return JSON.stringify([bureau, type, key])
}

/** The number that a name begins with; null for a name of before, which has none. */
function numberIn(handle: string): number | null {
  const end = handle.indexOf('.')
  return end < 0 ? null : Number.parseInt(handle.slice(0, end), 36)
}
