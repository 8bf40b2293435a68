import type { RecordType } from '../model/catalogue.ts'
import type { Principal, Purpose } from '../model/principal.ts'
import type { RecordRef, ViewRecord } from '../model/record.ts'
import { type Interest, interestsOf, keysAt, ownerKey, recordKey } from '../plan/interest.ts'
import { fieldsOf } from '../plan/weaken.ts'
import type { Watch } from './watch.ts'

/** A link that some watch looks along. */
export interface WatchedLink {
  /** Record type that holds the link. */
  readonly type: string
  readonly field: string
}

/** Watches by a value that a record must have for them to be satisfied. */
type ByKey = Map<string, Set<string>>

interface Kept {
  readonly watch: Watch
  readonly interests: readonly Interest[]
  /** By which it is looked up; null: by none. */
  readonly chosen: Interest | null
}

/** Watches that a view brought up. */
export interface Candidates {
  /** How many came up by the one value by which they are looked up. */
  readonly considered: number
  /** Those for which every other value is there as well. */
  readonly watches: readonly Watch[]
}

/** Watches for one record type, of people who are decided alike. A record finds those that it may concern by the values of its view. */
export class TypeWatches {
  readonly #type: RecordType
  readonly #all = new Map<string, Kept>()
  /** By path. */
  readonly #byValue = new Map<string, ByKey>()
  /** Those that no single value must be there for. */
  readonly #open = new Set<string>()
  #fields: ReadonlySet<string> | null = null

  constructor(type: RecordType) {
    this.#type = type
  }

  get size(): number {
    return this.#all.size
  }

  has(id: string): boolean {
    return this.#all.has(id)
  }

  add(watch: Watch): void {
    const interests = interestsOf(watch.question.where, this.#type)
    const chosen = this.#choose(interests)
    this.#all.set(watch.id, { watch, interests, chosen })
    this.#fields = null
    if (chosen === null) {
      this.#open.add(watch.id)
      return
    }
    const byKey = this.#byValue.get(chosen.path) ?? new Map<string, Set<string>>()
    this.#byValue.set(chosen.path, byKey)
    for (const key of chosen.keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(watch.id))
  }

  remove(id: string): void {
    const chosen = this.#all.get(id)?.chosen ?? null
    this.#all.delete(id)
    this.#open.delete(id)
    this.#fields = null
    if (chosen === null) return
    const byKey = this.#byValue.get(chosen.path)
    for (const key of chosen.keys) {
      const ids = byKey?.get(key)
      ids?.delete(id)
      if (ids?.size === 0) byKey?.delete(key)
    }
    if (byKey?.size === 0) this.#byValue.delete(chosen.path)
  }

  /** The value that the fewest others are looked up by; of several the narrowest. */
  #choose(interests: readonly Interest[]): Interest | null {
    let chosen: Interest | null = null
    let fewest = Number.POSITIVE_INFINITY
    for (const interest of interests) {
      const byKey = this.#byValue.get(interest.path)
      const others = [...interest.keys].reduce((sum, key) => sum + (byKey?.get(key)?.size ?? 0), 0)
      if (others >= fewest) continue
      chosen = interest
      fewest = others
    }
    return chosen
  }

  /** Whether a record at a place may concern any of them, whatever its view holds. */
  mayConcern(ref: RecordRef): boolean {
    if (this.#open.size > 0) return true
    for (const [path, byKey] of this.#byValue) {
      if (path === 'id' ? byKey.has(recordKey(ref)) : path === 'owner' ? byKey.has(ownerKey(ref.bureau)) : true) return true
    }
    return false
  }

  /** Those that a view may satisfy; the others it does not. */
  candidates(view: ViewRecord): Candidates {
    const values = new Map<string, readonly string[]>()
    const keys = (path: string) => {
      const known = values.get(path)
      if (known !== undefined) return known
      const found = keysAt(view, path, this.#type)
      values.set(path, found)
      return found
    }
    const ids = new Set(this.#open)
    for (const [path, byKey] of this.#byValue) for (const key of keys(path)) for (const id of byKey.get(key) ?? []) ids.add(id)
    const watches = [...ids].flatMap((id) => {
      const kept = this.#all.get(id)
      return kept?.interests.every((interest) => keys(interest.path).some((key) => interest.keys.has(key))) ? [kept.watch] : []
    })
    return { considered: ids.size, watches }
  }

  /** Fields that deciding on any of them takes. */
  get fields(): ReadonlySet<string> {
    if (this.#fields !== null) return this.#fields
    const fields = new Set<string>()
    for (const { watch } of this.#all.values()) fieldsOf(watch.question.where, fields)
    this.#fields = fields
    return fields
  }

  /** Links along which any of them looks to records of a type. */
  linksTo(type: string): readonly WatchedLink[] {
    return [...this.fields].flatMap((name) => {
      const field = this.#type.fields.get(name)
      return field?.kind === 'link' && field.to === type && field.inverse === undefined ? [{ type: this.#type.name, field: name }] : []
    })
  }
}

/** People who are decided alike, and their watches. */
export class WatchGroup {
  /** One of them: all others would be decided alike. */
  readonly principal: Principal
  readonly purpose: Purpose
  readonly #byType = new Map<string, TypeWatches>()

  constructor({ principal, purpose }: Pick<Watch, 'principal' | 'purpose'>) {
    this.principal = principal
    this.purpose = purpose
  }

  /** Their watches for a record type; null: none. */
  of(type: string): TypeWatches | null {
    return this.#byType.get(type) ?? null
  }

  /** Links along which their watches look to records of a type. */
  linksTo(type: string): readonly WatchedLink[] {
    return [...this.#byType.values()].flatMap((watches) => watches.linksTo(type))
  }

  add(watch: Watch, type: RecordType): void {
    const watches = this.#byType.get(type.name) ?? new TypeWatches(type)
    this.#byType.set(type.name, watches)
    watches.add(watch)
  }

  remove({ id, question }: Watch): void {
    const watches = this.#byType.get(question.type)
    watches?.remove(id)
    if (watches?.size === 0) this.#byType.delete(question.type)
  }

  get isEmpty(): boolean {
    return this.#byType.size === 0
  }
}
