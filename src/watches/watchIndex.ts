import type { Catalogue } from '../model/catalogue.ts'
import { type Principal, rightsKey } from '../model/principal.ts'
import { isPermitted, ownerOf, type Watch } from './watch.ts'
import { WatchGroup } from './watchGroup.ts'

/** All watches there are, by id, by owner, and by who is decided alike. */
export class WatchIndex {
  readonly #types: Catalogue['types']
  readonly #all = new Map<string, Watch>()
  readonly #byOwner = new Map<string, Set<string>>()
  readonly #groups = new Map<string, WatchGroup>()
  #readsCase = false
  #firstEnd = Number.POSITIVE_INFINITY

  constructor({ types }: Pick<Catalogue, 'types'>) {
    this.#types = types
  }

  get size(): number {
    return this.#all.size
  }

  get(id: string): Watch | null {
    return this.#all.get(id) ?? null
  }

  /** An owner's watches, the latest first. */
  ownedBy(principal: Pick<Principal, 'bureau' | 'personRef'>): readonly Watch[] {
    const ids = this.#byOwner.get(ownerOf(principal)) ?? []
    const watches = [...ids].flatMap((id) => this.#all.get(id) ?? [])
    return watches.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
  }

  /** Adds a watch, or puts it in the place of what it was. */
  add(watch: Watch): void {
    this.remove(watch.id)
    this.#all.set(watch.id, watch)
    const owner = ownerOf(watch.principal)
    this.#byOwner.set(owner, (this.#byOwner.get(owner) ?? new Set()).add(watch.id))
    this.#firstEnd = Math.min(this.#firstEnd, watch.expiresAt)
    this.#group(watch)
  }

  remove(id: string): void {
    const watch = this.#all.get(id)
    if (watch === undefined) return
    this.#all.delete(id)
    const owner = ownerOf(watch.principal)
    const ids = this.#byOwner.get(owner)
    ids?.delete(id)
    if (ids?.size === 0) this.#byOwner.delete(owner)
    const key = rightsKey(watch, this.#readsCase)
    const group = this.#groups.get(key)
    group?.remove(watch)
    if (group?.isEmpty) this.#groups.delete(key)
  }

  /** Those that ended at an instant or before. */
  ended(at: number): readonly Watch[] {
    if (at < this.#firstEnd) return []
    const ended = [...this.#all.values()].filter(({ expiresAt }) => expiresAt <= at)
    const open = [...this.#all.values()].map(({ expiresAt }) => expiresAt).filter((expiresAt) => expiresAt > at)
    this.#firstEnd = open.reduce((first, one) => Math.min(first, one), Number.POSITIVE_INFINITY)
    return ended
  }

  /** People who are decided alike, as long as rules read the case or do not. */
  groups(readsCase: boolean): readonly WatchGroup[] {
    if (readsCase !== this.#readsCase) {
      this.#readsCase = readsCase
      this.#groups.clear()
      for (const watch of this.#all.values()) this.#group(watch)
    }
    return [...this.#groups.values()]
  }

  /** Who may not declare the purpose any more, or for whom there is no such type any more, is told nothing. */
  #group(watch: Watch): void {
    const type = this.#types.get(watch.question.type)
    if (type === undefined || !isPermitted(watch)) return
    const key = rightsKey(watch, this.#readsCase)
    const group = this.#groups.get(key) ?? new WatchGroup(watch)
    this.#groups.set(key, group)
    group.add(watch, type)
  }
}
