import type { Member } from './member.ts'

/** Something that a member holds open. */
export interface Connection {
  /** Gives everything back. */
  close(): Promise<void>
}

/** The members that one operation began with, held until it ends. */
export interface Lease {
  /** In the order of codes. */
  readonly members: readonly Member[]
  /** The operation has ended. Idempotent. */
  release(): void
}

/** Told that nothing needs a member's connection any more and that it was closed; `error` when that failed. */
export type ClosedListener = (bureau: string, error: unknown) => void

interface Generation {
  readonly members: readonly Member[]
  leases: number
}

/**
 * The one place that says who the members are. A change replaces the whole list at once; an operation goes on with the list that it began with. What a member
 * holds open is closed when neither the list nor any operation has it any more.
 */
export class Roster {
  readonly #onClosed: ClosedListener
  /** Lists that were replaced and that an operation still holds. */
  readonly #older = new Set<Generation>()
  /** What is open, with whose it is. */
  readonly #open = new Map<Connection, string>()
  #now: Generation = { members: [], leases: 0 }

  constructor(members: readonly Member[], onClosed: ClosedListener = () => {}) {
    this.#onClosed = onClosed
    this.replace(members)
  }

  /** The members of this moment, in the order of codes. */
  get members(): readonly Member[] {
    return this.#now.members
  }

  /** A member of this moment by its code. */
  member(code: string): Member | null {
    return this.#now.members.find(({ profile }) => profile.code === code) ?? null
  }

  /** From now on these are the members. A connection that stands in the old list and in the new one stays open. */
  replace(members: readonly Member[]): void {
    if (this.#now.leases > 0) this.#older.add(this.#now)
    this.#now = { members: members.toSorted((a, b) => (a.profile.code < b.profile.code ? -1 : 1)), leases: 0 }
    for (const member of members) for (const connection of connectionsOf(member)) this.#open.set(connection, member.profile.code)
    this.#closeUnused()
  }

  /** For an operation that begins: its members, until it ends. */
  hold(): Lease {
    const generation = this.#now
    generation.leases++
    let isHeld = true
    return {
      members: generation.members,
      release: () => {
        if (!isHeld) return
        isHeld = false
        generation.leases--
        if (generation.leases === 0 && this.#older.delete(generation)) this.#closeUnused()
      },
    }
  }

  /** Closes everything, whoever may still hold it. */
  async close(): Promise<void> {
    const all = [...this.#open.keys()]
    this.#open.clear()
    await Promise.all(all.map((connection) => connection.close()))
  }

  #closeUnused(): void {
    const needed = new Set([this.#now, ...this.#older].flatMap(({ members }) => members.flatMap(connectionsOf)))
    for (const [connection, bureau] of this.#open) {
      if (needed.has(connection)) continue
      this.#open.delete(connection)
      connection.close().then(
        () => this.#onClosed(bureau, null),
        (error: unknown) => this.#onClosed(bureau, error),
      )
    }
  }
}

function connectionsOf({ source, connection }: Member): readonly Connection[] {
  if (connection !== undefined) return connection === null ? [] : [connection]
  return source === null ? [] : [source.link]
}
