import type { AnomalyRule, PurposeRule, RefusalRule, VolumeRule } from '../../model/anomaly.ts'
import type { DeskEntry } from '../../model/deskEntry.ts'
import type { AnomalyTables } from '../../store/anomalyTables.ts'
import type { Desks } from '../../store/desks.ts'
import type { IndexedEntry } from './ledgerIndex.ts'
import type { Access, Named } from './readEntry.ts'

/** What anomalies are found with. */
export interface AnomalyParts {
  readonly counts: AnomalyTables
  readonly desks: Pick<Desks, 'add'>
  /** The rules of this moment, by the code of the bureau that has them. */
  readonly rules: () => ReadonlyMap<string, readonly AnomalyRule[]>
}

/** Something that a rule was met by, within one window, by one officer or bureau. */
interface Met {
  readonly owner: string
  readonly rule: AnomalyRule
  readonly who: string
  readonly window: string
  readonly count: number
  /** From this count on the desk is told, once. */
  readonly limit: number
}

/** Counts are kept for so long after their window. */
const keptMs = 2 * 86_400_000

/** Holds every entry against the bureaus' rules, once, and tells their desks. */
export class Anomalies {
  readonly #parts: AnomalyParts

  constructor(parts: AnomalyParts) {
    this.#parts = parts
  }

  /** Takes entries in their order; call it in the transaction in which the index takes them. Those that were counted before are left out, however often an index is made anew. */
  take(entries: readonly IndexedEntry[]): void {
    const { counts, rules } = this.#parts
    const through = counts.through()
    const fresh = entries.filter(({ seq }) => seq > through)
    const last = fresh.at(-1)
    if (last === undefined) return
    const all = rules()
    for (const one of fresh) for (const met of metBy(one, all)) this.#count(one, met)
    counts.forgetBefore(new Date(Date.parse(last.at) - keptMs).toISOString().slice(0, 10))
    counts.reached(last.seq)
  }

  #count(one: IndexedEntry, { owner, rule, who, window, count, limit }: Met): void {
    const now = this.#parts.counts.add(owner, rule.id, who, window, count)
    if (now >= limit && now - count < limit) this.#parts.desks.add(owner, Date.parse(one.at), deskEntry(one, rule))
  }
}

function metBy(one: IndexedEntry, all: ReadonlyMap<string, readonly AnomalyRule[]>): readonly Met[] {
  const { bureau, accesses } = one.entry
  const refused = [...(one.entry.operation?.codes ?? []), ...(one.entry.refused ?? '').split(' ').filter((code) => code !== '')]
  const own = (all.get(bureau) ?? []).flatMap((rule) => (rule.watch === 'refusals' ? refusalsMet(one, bureau, rule, refused) : []))
  const given = accesses
    .filter(({ kind, owner }) => owner !== bureau && (kind === 'READ' || kind === 'ALERT'))
    .flatMap((access) =>
      (all.get(access.owner) ?? []).flatMap((rule) => {
        if (rule.watch === 'volume') return volumeMet(one, access, rule)
        return rule.watch === 'purpose' ? purposeMet(one, access, rule) : []
      }),
    )
  return [...own, ...given]
}

/** An alert gives every recipient all of its records. */
function volumeMet(one: IndexedEntry, { owner, type, records }: Access, rule: VolumeRule): readonly Met[] {
  const { bureau, purpose, readers } = one.entry
  const counts = (rule.types?.includes(type ?? '') ?? true) && (rule.purposes?.includes(purpose ?? '') ?? true)
  if (!counts || records.length === 0) return []
  const window = windowOf(one, rule.per)
  const met = (who: string) => ({ owner, rule, who, window, count: records.length, limit: rule.records })
  return rule.of === 'bureau' ? [met(bureau)] : readers.map(({ person }) => met(`${bureau} ${textOf(person)}`))
}

function purposeMet(one: IndexedEntry, { owner }: Access, rule: PurposeRule): readonly Met[] {
  const { bureau, roles, purpose, readers } = one.entry
  if (!roles.some((role) => rule.roles.includes(role)) || rule.purposes.includes(purpose ?? '')) return []
  const window = windowOf(one, 'day')
  return readers.map(({ person }) => ({ owner, rule, who: `${bureau} ${textOf(person)} ${purpose}`, window, count: 1, limit: 1 }))
}

function refusalsMet(one: IndexedEntry, owner: string, rule: RefusalRule, codes: readonly string[]): readonly Met[] {
  if (!codes.some((code) => rule.codes.includes(code))) return []
  const window = windowOf(one, rule.per)
  return one.entry.readers.map(({ person }) => ({ owner, rule, who: textOf(person), window, count: 1, limit: rule.count }))
}

function windowOf({ at }: IndexedEntry, per: 'hour' | 'day'): string {
  return at.slice(0, per === 'hour' ? 13 : 10)
}

function textOf(person: Named): string {
  return 'handle' in person ? person.handle : `in clear ${person.key}`
}

/** Who it was stays with their own bureau: the owner learns as much as of any other access. */
function deskEntry({ entry }: IndexedEntry, rule: AnomalyRule): DeskEntry {
  const { bureau, roles, purpose, readers } = entry
  return {
    kind: 'ANOMALY',
    reader: { bureau, roles, organisation: null, unit: null },
    purpose: purpose ?? 'SYSTEM_ADMIN',
    case: readers[0]?.case ?? null,
    records: [],
    rules: [rule.id],
    emergency: null,
  }
}
