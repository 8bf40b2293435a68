import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../links/clock.ts'
import { type LinkCall, LinkFailure } from '../links/link.ts'
import type { RecordRef } from '../model/record.ts'
import { type BureauSource, restrictionOf } from '../records/bureauSource.ts'
import type { SearchTokens } from '../store/searchTokens.ts'
import { subject } from './soughtPerson.ts'
import { keyedFields, type TokenIndex } from './tokenIndex.ts'

/** What building takes. */
export interface IndexBuilderOptions {
  readonly tokens: SearchTokens
  readonly index: TokenIndex
  /** The bureaus of this moment. */
  readonly sources: () => readonly BureauSource[]
  readonly clock: Clock
  /** Milliseconds after which a set is built anew, for what capture may have missed. Default: a day. */
  readonly rebuildMs?: number
  /** Milliseconds between two looks at who needs one. Default: a minute. */
  readonly lookMs?: number
  /** Hears of every set that was built (`null`) or could not be: the state of the link, PARTIAL where the system does not give all it has, or INTERNAL. */
  readonly onBuilt?: (bureau: string, failure: string | null) => void
}

/** A system does not give all it has: what is kept of it would pass for everything. */
class NotWhole extends Error {}

/** Longest that the reading of one page may take, in milliseconds. */
const pageMs = 30_000

/** Builds the hub's own index of the bureaus that let it, one after the other, and removes what is kept of those that do not any more. */
export class IndexBuilder {
  readonly #options: Required<IndexBuilderOptions>
  readonly #abort = new AbortController()
  #cancel: () => void = () => {}
  #working: Promise<void> = Promise.resolve()
  /** Keys of records that have changed and were not read yet, by bureau. */
  readonly #changed = new Map<string, Set<string>>()
  #reading: Promise<void> | null = null
  #stale = false

  constructor(options: IndexBuilderOptions) {
    this.#options = { rebuildMs: 86_400_000, lookMs: 60_000, onBuilt: () => {}, ...options }
  }

  /** Looks now, and from time to time. */
  start(): void {
    this.#working = this.look().finally(() => {
      if (!this.#abort.signal.aborted) this.#cancel = this.#options.clock.after(this.#options.lookMs, () => this.start())
    })
  }

  /** A record has changed or is gone: what is kept of it is made anew from what its bureau's system says now. Several are read together. */
  changed({ bureau, type, key }: RecordRef): void {
    if (type !== subject || this.#abort.signal.aborted) return
    const source = this.#options.sources().find(({ profile }) => profile.code === bureau)
    if (source?.keepsSearchKeys !== true) return
    const keys = this.#changed.get(bureau) ?? new Set()
    this.#changed.set(bureau, keys.add(key))
    this.#reading ??= turn()
      .then(() => this.#readChanged())
      .finally(() => {
        this.#reading = null
      })
  }

  /** Changes may have been passed over: what is kept counts as old, and is built anew at the next look. */
  missed(): void {
    this.#stale = true
  }

  /** Resolves when what has changed until now has been read. */
  async settled(): Promise<void> {
    await this.#reading
  }

  /** Reads on while more comes. */
  async #readChanged(): Promise<void> {
    for (let next = this.#changed.entries().next().value; next !== undefined; next = this.#changed.entries().next().value) {
      const [bureau, keys] = next
      this.#changed.delete(bureau)
      const source = this.#options.sources().find(({ profile }) => profile.code === bureau)
      const mapping = source?.mappings.get(subject)
      if (source === undefined || mapping === undefined || this.#abort.signal.aborted) continue
      try {
        const read = {
          source: mapping.source,
          key: mapping.key,
          keyOrder: mapping.keyOrder,
          ...mapping.reads(keyedFields),
          keys: [...keys],
        }
        const rows = await source.link.get(read, this.#call())
        for (const key of keys) {
          const row = rows.get(key)
          if (row === undefined) this.#options.index.forget({ bureau, type: subject, key })
          else this.#options.index.learnRow(source, subject, key, row)
        }
      } catch (error) {
        // Read anew with everything else: until then a record may be missed, and none is shown that should not be.
        this.missed()
        this.#options.onBuilt(bureau, error instanceof LinkFailure ? error.state : 'INTERNAL')
      }
    }
  }

  /** Gives up what is being read. Resolves when nothing is written any more. Idempotent. */
  async close(): Promise<void> {
    this.#abort.abort()
    this.#cancel()
    await this.#working
    await this.#reading
  }

  /** Builds whatever is missing, made by something else, or old; removes what nobody lets the hub keep. Never rejects. */
  async look(): Promise<void> {
    const { tokens, sources, index, clock, rebuildMs, onBuilt } = this.#options
    try {
      const now = sources()
      const keeping = now.filter(({ keepsSearchKeys, mappings }) => keepsSearchKeys === true && mappings.has(subject))
      const kept = new Set(now.filter(({ keepsSearchKeys }) => keepsSearchKeys === true).map(({ profile }) => profile.code))
      for (const bureau of tokens.bureaus()) if (!kept.has(bureau)) tokens.purge(bureau)
      const isStale = this.#stale
      this.#stale = false
      for (const source of keeping) {
        if (this.#abort.signal.aborted) return
        const builtAt = index.builtAt(source, subject)
        if (builtAt === null || isStale || clock.epoch() - builtAt >= rebuildMs) await this.#try(source)
      }
    } catch {
      onBuilt('', 'INTERNAL')
    }
  }

  async #try(source: BureauSource): Promise<void> {
    const { onBuilt } = this.#options
    const { code } = source.profile
    try {
      await this.build(source)
      onBuilt(code, null)
    } catch (error) {
      onBuilt(code, error instanceof LinkFailure ? error.state : error instanceof NotWhole ? 'PARTIAL' : 'INTERNAL')
    }
  }

  /** Reads a bureau's people page after page and builds a new set. Rejects when the bureau fails or does not give all it has; what was kept before still serves then. */
  async build(source: BureauSource): Promise<void> {
    const { tokens, index, clock } = this.#options
    const mapping = source.mappings.get(subject)
    if (mapping === undefined) return
    const owner = { bureau: source.profile.code, type: subject }
    const set = tokens.begin(owner, index.madeFor(source, subject))
    try {
      const where = restrictionOf({ source, mapping })
      const read = { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads(keyedFields), where }
      let page: string | null = null
      do {
        const rows = await source.link.find({ ...read, orderBy: null, after: null, limit: source.limits.pageRows, page }, this.#call())
        tokens.fill(
          set,
          rows.rows.flatMap((row) => index.recordOf(source, mapping, row) ?? []),
        )
        if (rows.capped) throw new NotWhole()
        page = rows.next
        await turn()
      } while (page !== null)
      tokens.end(owner, set, clock.epoch())
    } catch (error) {
      tokens.drop(set)
      throw error
    }
  }

  #call(): LinkCall {
    return { signal: this.#abort.signal, deadline: Date.now() + pageMs, traceId: '0'.repeat(32) }
  }
}
