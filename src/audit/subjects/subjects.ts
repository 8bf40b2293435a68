import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { SubjectRow, SubjectTables } from '../../store/subjectTables.ts'

/** Whom an entry is about: a record, by its place, type and key, or an officer (`officer`, by bureau and reference). */
export interface Subject {
  readonly bureau: string
  readonly type: string
  readonly key: string
}

/** The type of subjects who are no records: those who ask. */
export const officer = 'officer'

const saltBytes = 32
const nonceBytes = 12
const tagBytes = 16
const handleBytes = 18
/** Names kept at hand; the longest unused one goes first. */
const handlesKept = 100_000

/**
 * Gives whoever an entry is about a name that says nothing: a commitment, made with a salt of the subject's own. What leads back, salt and key, is encrypted and kept beside the ledger.
 * Whoever has it can prove whom the name stands for; once it is destroyed nobody can tell, the holder of all other keys included, and the ledger stands as it was.
 */
export class Subjects {
  readonly #tables: SubjectTables
  readonly #lookupKey: Uint8Array
  readonly #sealingKey: Uint8Array
  readonly #handles = new Map<string, string>()

  /** `secret`: the hub's own; without it no name leads back to anybody. */
  constructor(tables: SubjectTables, secret: Uint8Array) {
    this.#tables = tables
    this.#lookupKey = createHmac('sha256', secret).update('comity ledger subject lookup').digest()
    this.#sealingKey = createHmac('sha256', secret).update('comity ledger subject sealing').digest()
  }

  /** Names for the entries of one commit. */
  naming(): Naming {
    return new Naming(
      (subject) => this.#find(subject),
      (subject) => this.#make(subject),
      (named) => this.#remember(named),
    )
  }

  /** The name that a subject has; null when no entry is about them, or they were forgotten. */
  handleOf(subject: Subject): string | null {
    return this.#find(subject)
  }

  /** Whom a name stands for; null when they were forgotten. Throws when what is kept is not what the name was made of. */
  open(handle: string): Subject | null {
    const sealed = this.#tables.byHandle(handle)
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
    const handles = subjects.map((subject) => this.#find(subject)).filter((handle) => handle !== null)
    for (const subject of subjects) this.#handles.delete(textOf(subject))
    return this.#tables.destroy(handles)
  }

  #find(subject: Subject): string | null {
    const text = textOf(subject)
    const known = this.#handles.get(text)
    if (known !== undefined) return known
    const found = this.#tables.byLookup(this.#lookup(text))
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

  #lookup(text: string): Uint8Array {
    return createHmac('sha256', this.#lookupKey).update(text).digest().subarray(0, 16)
  }

  #make(subject: Subject): SubjectRow {
    const text = textOf(subject)
    const salt = randomBytes(saltBytes)
    const handle = commit(salt, text)
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', this.#sealingKey, nonce).setAAD(Buffer.from(handle))
    const body = Buffer.concat([cipher.update(salt), cipher.update(text, 'utf8'), cipher.final()])
    return { handle, lookup: this.#lookup(text), sealed: Buffer.concat([nonce, body, cipher.getAuthTag()]) }
  }

  #decrypt(handle: string, sealed: Uint8Array): Subject {
    const wrong = () => new Error(`what is kept of ${handle} is not what it was made of`)
    if (sealed.length < nonceBytes + saltBytes + tagBytes) throw wrong()
    const decipher = createDecipheriv('aes-256-gcm', this.#sealingKey, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(handle)).setAuthTag(sealed.subarray(sealed.length - tagBytes))
    let plain: Buffer
    try {
      plain = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)), decipher.final()])
    } catch {
      throw wrong()
    }
    const text = plain.subarray(saltBytes).toString('utf8')
    if (commit(plain.subarray(0, saltBytes), text) !== handle) throw wrong()
    const [bureau, type, key] = JSON.parse(text) as [string, string, string]
    return { bureau, type, key }
  }
}

/** Names given to the entries of one commit. */
export class Naming {
  readonly #find: (subject: Subject) => string | null
  readonly #make: (subject: Subject) => SubjectRow
  readonly #remember: (named: Iterable<readonly [string, string]>) => void
  readonly #made = new Map<string, SubjectRow>()

  constructor(
    find: (subject: Subject) => string | null,
    make: (subject: Subject) => SubjectRow,
    remember: (named: Iterable<readonly [string, string]>) => void,
  ) {
    this.#find = find
    this.#make = make
    this.#remember = remember
  }

  /** The name of a subject, the same for every entry about them. */
  nameOf(subject: Subject): string {
    const text = textOf(subject)
    const made = this.#made.get(text)
    if (made !== undefined) return made.handle
    const known = this.#find(subject)
    if (known !== null) return known
    const row = this.#make(subject)
    this.#made.set(text, row)
    return row.handle
  }

  /** What is to be kept with the entries, in the same commit. */
  get rows(): readonly SubjectRow[] {
    return [...this.#made.values()]
  }

  /** The commit is durable. */
  done(): void {
    this.#remember([...this.#made].map(([text, { handle }]) => [text, handle] as const))
  }
}

function textOf({ bureau, type, key }: Subject): string {
  return JSON.stringify([bureau, type, key])
}

/** INVARIANT: what is already in the ledger was named so. */
function commit(salt: Uint8Array, text: string): string {
  return createHmac('sha256', salt).update(text).digest().subarray(0, handleBytes).toString('base64url')
}
