import { type CanonicalValue, isRecordRef, type RecordRef, refKey } from '../../../src/model/record.ts'
import { catalogue } from '../../support/catalogue.ts'
import { fieldOf, recordTypes, type TypeName } from '../world/recordTypes.ts'
import type { RecordCase, Setting } from '../world/world.ts'
import { type CallerCase, fieldOrder, recordOrder, ruledLevel, today, type Values } from './decide.ts'

/** What the caller is entitled to know of one record. */
export interface ViewCase {
  readonly ref: RecordRef
  /** Of every governed field of the type. */
  readonly levels: Readonly<Record<string, string>>
  /** Each at its level; what is withheld is absent. Links lead to records of the view only. */
  readonly values: Values
}

/** `view(D, c)`: the database that a caller is entitled to, by place. Every question is defined over it and over nothing else. */
export type View = ReadonlyMap<string, ViewCase>

/** The views of one caller. A record is decided once, however many worlds it stands in. */
export function viewerFor(setting: Setting, caller: CallerCase): (records: readonly RecordCase[]) => View {
  const decided = new WeakMap<RecordCase, ViewCase | 'withheld'>()
  const decide = (record: RecordCase): ViewCase | 'withheld' => {
    const known = decided.get(record)
    if (known !== undefined) return known
    const made = decideRecord(setting, caller, record)
    decided.set(record, made)
    return made
  }
  return (records) => {
    const listed = records.map(decide).filter((one) => one !== 'withheld')
    const there = new Set(listed.map(({ ref }) => refKey(ref)))
    return new Map(listed.map((one) => [refKey(one.ref), { ...one, values: withVisibleLinks(one, there) }]))
  }
}

/** The view of a caller who learns everything, in the same form: what the planted leaks read. */
export function everythingIn(records: readonly RecordCase[]): View {
  return new Map(
    records.map(({ ref, values }) => [
      refKey(ref),
      { ref, values, levels: Object.fromEntries(governedFields(ref.type).map((field) => [field, 'full'])) },
    ]),
  )
}

/** A view as one text: equal texts, equal views. */
export function textOfView(view: View): string {
  return JSON.stringify([...view].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { ref, levels, values }]) => [refKey(ref), levels, values]))
}

/** Names of all governed fields of a type, in schema order. */
export function governedFields(type: string): readonly string[] {
  return [...(catalogue.types.get(type)?.fields.keys() ?? [])]
}

function decideRecord(setting: Setting, caller: CallerCase, { ref, values }: RecordCase): ViewCase | 'withheld' {
  const levelOf = (field: string | null): number => {
    if (caller.country === ref.bureau) return field === null ? 2 : 3
    if (field === null && isLimited(values, caller)) return 0
    const own = ruledLevel(setting.rules[ref.bureau] ?? [], caller, ref.type, values, field)
    return Math.min(own, originatorLevel(setting, caller, ref, values, field))
  }
  if (recordOrder[levelOf(null)] !== 'listed') return 'withheld'
  const levels: Record<string, string> = {}
  const shown: Record<string, CanonicalValue> = {}
  for (const field of governedFields(ref.type)) {
    const level = settled(ref.type as TypeName, field, levelOf(field))
    levels[field] = level
    if (level !== 'none' && field in values) shown[field] = formOf(ref.type as TypeName, field, level, values[field] ?? null)
  }
  return { ref, levels, values: shown }
}

/** Past its end, or excluded by name: a value that is not recorded limits nobody. */
function isLimited(values: Values, caller: CallerCase): boolean {
  const end = values['expiresOn'] ?? null
  const excluded = (values['excludedCountries'] ?? []) as readonly string[]
  return (end !== null && (end as string) < today) || excluded.includes(caller.country)
}

/** Of a record held for another bureau nobody learns more than that bureau's rules would show; if they are not known, nothing. */
function originatorLevel(setting: Setting, caller: CallerCase, ref: RecordRef, values: Values, field: string | null): number {
  const origin = ((values['handling'] ?? null) as Values | null)?.['originator'] ?? null
  if (!setting.holds.includes(ref.type as TypeName) || origin === null || origin === ref.bureau) return 3
  if (!setting.bureaus.includes(origin as string)) return 0
  if (origin === caller.country) return 3
  return ruledLevel(setting.rules[origin as string] ?? [], caller, ref.type, values, field)
}

/** A level that the field cannot show falls to the next lower one that it can. */
function settled(type: TypeName, field: string, level: number): string {
  const wanted = fieldOrder[level] ?? 'none'
  if (wanted === 'full' || wanted === 'none') return wanted
  const known = recordTypes[type].fields[field]
  const coarser = known === undefined ? null : known.coarser
  if (coarser === null) return 'none'
  return wanted === 'masked' && coarser === 'generalised' ? 'none' : coarser
}

function formOf(type: TypeName, field: string, level: string, value: CanonicalValue): CanonicalValue {
  const { kind } = fieldOf(type, field)
  if (level === 'full' || value === null) return value
  if (level === 'generalised')
    return kind === 'partialDate' ? (value as string).slice(0, 4) : { country: (value as Values)['country'] ?? null }
  return Array.isArray(value) ? value.map((member) => masked(member)) : masked(value)
}

/** Initials of texts; codes stay. */
function masked(value: CanonicalValue): CanonicalValue {
  if (typeof value === 'string')
    return value
      .split(' ')
      .map((word) => (/^\p{L}/u.test(word) && word.length > 1 ? `${word.charAt(0).toUpperCase()}.` : '*'))
      .join(' ')
  const codes = ['kind', 'issuingCountry', 'confidentiality', 'originator']
  const parts = Object.entries(value as Values)
  return Object.fromEntries(parts.map(([name, part]) => [name, part === null || codes.includes(name) ? part : masked(part)]))
}

function withVisibleLinks({ ref, values }: ViewCase, there: ReadonlySet<string>): Values {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      if (isRecordRef(value)) return [field, there.has(refKey(value)) ? value : null]
      // Nothing recorded and nothing but withheld ends look alike.
      if (value === null && fieldOf(ref.type as TypeName, field).kind === 'links') return [field, []]
      if (!Array.isArray(value)) return [field, value]
      return [field, value.filter((member) => !isRecordRef(member) || there.has(refKey(member)))]
    }),
  )
}
