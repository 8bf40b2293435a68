import { setImmediate } from 'node:timers/promises'
import type { Change, RecordSketch } from '../model/change.ts'
import type { Caller } from '../model/principal.ts'
import { type RecordRef, refKey, type ViewRecord } from '../model/record.ts'
import { readLinking, readViews, sketchOf, type Verdict, verdicts } from '../plan/standing.ts'
import type { MatchMemory } from './matchMemory.ts'
import type { SealedWatches } from './sealedWatches.ts'
import type { Watch } from './watch.ts'
import type { WatchGround, WatchReading, WatchRules } from './watchGround.ts'
import type { TypeWatches, WatchGroup } from './watchGroup.ts'
import type { WatchIndex } from './watchIndex.ts'

/** What looking takes. */
export interface LookParts {
  readonly ground: WatchGround
  readonly index: WatchIndex
  readonly sealed: SealedWatches
  readonly signal: AbortSignal
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Hears why looking failed: it is tried again, and nothing is passed over. */
  readonly onFailure: (error: unknown) => void
}

/** What came of a look at one change. */
export interface Looked {
  /** For the log: what watches have found. */
  readonly matches: readonly Change[]
  /** A bureau that has to do with it did not answer: it is to be looked at again. */
  readonly silent: boolean
}

/** What looking came to so far. */
export interface LookWork {
  /** Watches that came up by a value of a view. */
  readonly considered: number
  /** Filters that were held against a view. */
  readonly decided: number
}

/** Those who are decided alike, in whose view something moved. */
interface Concerned {
  readonly group: WatchGroup
  readonly caller: Caller
  /** Whether the record has left the view. */
  readonly isGone: boolean
}

/** One of them, about one record: `reading` is null where the record has left the view. */
interface Asking {
  readonly watches: TypeWatches
  readonly reading: WatchReading | null
}

interface Target {
  readonly ref: RecordRef
  /** Null: not known yet. */
  readonly sketch: RecordSketch | null
  readonly asking: Asking[]
}

/** Views that are decided on before everybody else has their turn. */
const movesAtOnce = 64
const questionsAtOnce = 256
const nothing: Looked = { matches: [], silent: false }
/** To be looked at again. */
const failed: Looked = { matches: [], silent: true }

/**
 * Looks at one change for all watches. Who sees no move has nothing to be told; of the others each class's view is decided from one reading, and finds the watches it may concern by its own
 * values. Records that link to the one that moved are looked at too, where a watch looks along that link.
 */
export class ChangeLook {
  readonly #parts: LookParts
  /** Who a group is, for as long as rules and second are the same. */
  readonly #callers = new WeakMap<WatchGroup, { readonly caller: Caller; readonly rules: WatchRules; readonly until: number }>()
  #considered = 0
  #decided = 0

  constructor(parts: LookParts) {
    this.#parts = parts
  }

  /** Watches that came up so far, and those of them whose filters were held against a view. */
  get work(): LookWork {
    return { considered: this.#considered, decided: this.#decided }
  }

  /** Whether looking at a change may look at other records besides. */
  reachesOthers({ type }: Change): boolean {
    const { ground, index } = this.#parts
    return index.groups(ground.rules().readsCase).some((group) => group.linksTo(type).length > 0)
  }

  /** `occasion`: the change's place in the log; the same one never gives a second match of the same watch and record. */
  async look(change: Change, occasion: string, memory: MatchMemory): Promise<Looked> {
    if (change.kind === 'HIT' || change.kind === 'WATCH_MATCH' || change.kind === 'REVOCATION') return nothing
    const concerned = await this.#concerned(change)
    if (concerned.length === 0) return nothing
    using readings = new DisposableStack()
    const begun = concerned.map((one) => ({ ...one, reading: this.#begin(one.caller, readings) }))
    const { targets, silent } = await this.#targets(change, begun)
    const matches: Change[] = []
    let isSilent = silent
    for (const target of targets) {
      // What one record has brought stands, whatever happens at the next.
      const looked = await this.#settle(target, { change, occasion, memory }).catch((error: unknown) => {
        this.#parts.onFailure(error)
        return failed
      })
      matches.push(...looked.matches)
      isSilent ||= looked.silent
    }
    return { matches, silent: isSilent }
  }

  /** Those who have a watch that the change may concern, and in whose view something has moved by the rules of now. */
  async #concerned({ bureau, type, key, before = null, after = null }: Change): Promise<readonly Concerned[]> {
    const { ground, index } = this.#parts
    const rules = ground.rules()
    const concerned: Concerned[] = []
    let looked = 0
    for (const group of index.groups(rules.readsCase)) {
      const own = group.of(type)?.mayConcern({ bureau, type, key }) === true
      if (!own && group.linksTo(type).length === 0) continue
      if (++looked % movesAtOnce === 0) await setImmediate()
      const caller = this.#callerOf(group, rules)
      const move = rules.planFor(bureau, type, caller)?.moves(before, after) ?? null
      if (move !== null) concerned.push({ group, caller, isGone: move.kind === 'DISAPPEARED' })
    }
    return concerned
  }

  #callerOf(group: WatchGroup, rules: WatchRules): Caller {
    const now = this.#parts.now()
    const known = this.#callers.get(group)
    if (known !== undefined && known.rules === rules && now < known.until && now >= known.until - 1000) return known.caller
    const caller = this.#parts.ground.callerOf(group)
    this.#callers.set(group, { caller, rules, until: now + 1000 })
    return caller
  }

  #begin(caller: Caller, readings: DisposableStack): WatchReading {
    return readings.use(this.#parts.ground.begin(caller, this.#parts.signal, () => {}))
  }

  /** The records to be looked at: the one that moved, and those that link to it. */
  async #targets(
    { bureau, type, key, after = null }: Change,
    begun: readonly (Concerned & { readonly reading: WatchReading })[],
  ): Promise<{ readonly targets: readonly Target[]; readonly silent: boolean }> {
    const moved: RecordRef = { bureau, type, key }
    const targets = new Map<string, Target>()
    const ask = (ref: RecordRef, sketch: RecordSketch | null, asking: Asking) => {
      const target = targets.get(refKey(ref)) ?? { ref, sketch, asking: [] }
      targets.set(refKey(ref), target)
      // A record that links to itself is asked about once, as the one that moved.
      if (target.asking.every(({ watches }) => watches !== asking.watches)) target.asking.push(asking)
    }
    let silent = false
    for (const { group, isGone, reading } of begun) {
      const own = group.of(type)
      if (own?.mayConcern(moved)) ask(moved, after, { watches: own, reading: isGone ? null : reading })
      for (const link of group.linksTo(type)) {
        const linking = await readLinking(link, moved, reading.context)
        silent ||= linking.silent
        const watches = group.of(link.type)
        for (const ref of inOrder(linking.refs)) if (watches?.mayConcern(ref)) ask(ref, null, { watches, reading })
      }
    }
    return { targets: [...targets.values()], silent }
  }

  /** Decides on one record for all who ask about it. */
  async #settle(
    { ref, sketch, asking }: Target,
    { change, occasion, memory }: { readonly change: Change; readonly occasion: string; readonly memory: MatchMemory },
  ): Promise<Looked> {
    const record = this.#parts.sealed.record(ref)
    const reading = asking.flatMap(({ watches, reading }) => (reading === null ? [] : [{ watches, context: reading.context }]))
    const views = await readViews(
      ref,
      reading.map(({ watches, context }) => ({ context, fields: watches.fields })),
    )
    let silent = false
    const found: Watch[] = []
    const stays = new Set<string>()
    for (const [i, { watches, context }] of reading.entries()) {
      const view = views[i] ?? null
      const held = [...memory.finders(record)].filter((id) => watches.has(id))
      if (view === 'silent') {
        silent = true
        for (const id of held) stays.add(id)
        continue
      }
      for (const [watch, verdict] of view === null ? [] : await this.#verdicts(watches, view, context)) {
        if (verdict === 'silent') silent = true
        if (verdict !== false) stays.add(watch.id)
        if (verdict === true && !held.includes(watch.id)) found.push(watch)
      }
    }
    const here = new Set([...memory.finders(record)].filter((id) => asking.some(({ watches }) => watches.has(id))))
    const told = found.length === 0 ? null : (sketch ?? (await this.#sketch(ref, reading[0]?.context)))
    if (told === 'silent') return { matches: [], silent: true }
    for (const id of here) if (!stays.has(id)) memory.lost(id, record)
    const { index, sealed } = this.#parts
    const matches = found.flatMap((watch): Change[] => {
      // Deleted meanwhile, or without anything by which to decide who may be told.
      if (told === null || index.get(watch.id) === null) return []
      memory.found(watch.id, record)
      return [
        matchOf(watch, ref, { version: sealed.version(watch.id, ref, occasion), sketch: told, late: change.late, at: change.occurredAt }),
      ]
    })
    return { matches, silent }
  }

  async #verdicts(
    watches: TypeWatches,
    view: ViewRecord,
    context: WatchReading['context'],
  ): Promise<readonly (readonly [Watch, Verdict])[]> {
    const now = this.#parts.now()
    const found = watches.candidates(view)
    this.#considered += found.considered
    const candidates = found.watches.filter(({ expiresAt }) => expiresAt > now)
    const all: (readonly [Watch, Verdict])[] = []
    for (let start = 0; start < candidates.length; start += questionsAtOnce) {
      if (start > 0) await setImmediate()
      const part = candidates.slice(start, start + questionsAtOnce)
      const questions = part.map(({ question }) => question)
      this.#decided += part.length
      const given = await verdicts(questions, view, context)
      for (const [i, watch] of part.entries()) all.push([watch, given[i] ?? false])
    }
    return all
  }

  async #sketch(ref: RecordRef, context: WatchReading['context'] | undefined): Promise<RecordSketch | null | 'silent'> {
    return context === undefined ? null : sketchOf(ref, (text) => this.#parts.sealed.text(text), context)
  }
}

/** What the log is told of a match: addressed to one person, who is told of it for as long as they may see the record. */
export function matchOf(
  { id, principal }: Watch,
  record: RecordRef,
  {
    version,
    sketch,
    late,
    at,
  }: { readonly version: string; readonly sketch: RecordSketch; readonly late: boolean; readonly at: string | null },
): Change {
  return {
    bureau: principal.bureau,
    type: 'Watch',
    key: id,
    kind: 'WATCH_MATCH',
    version,
    occurredAt: at,
    late,
    after: sketch,
    details: { person: principal.personRef, record: { ...record } },
  }
}

/** The order in which bureaus answer, and what else they hold, must not show in the order of what is told. */
function inOrder(refs: readonly RecordRef[]): readonly RecordRef[] {
  return refs.toSorted((a, b) => (refKey(a) < refKey(b) ? -1 : 1))
}
