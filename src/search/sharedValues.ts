import { levelOf } from '../disclosure/policy.ts'
import type { CanonicalValue, RecordRef, ViewRecord } from '../model/record.ts'
import { documentKeys, documentNumber } from '../names/documentNumber.ts'
import { lookupKeys } from '../names/searchKeys.ts'
import { noDescription } from './description.ts'
import { type SoughtPerson, soughtOf } from './soughtPerson.ts'

/** A value that ties records together. */
export interface SharedValue {
  readonly kind: 'DOCUMENT' | 'PHONE' | 'EMAIL' | 'ACCOUNT'
  /** The field it stands in. */
  readonly field: string
  /** As it is compared. */
  readonly compared: string
  /** As the record shows it. */
  readonly shown: string
}

/** Fields whose values tie records together. */
export const sharedFields: ReadonlySet<string> = new Set(['documents', 'contacts'])

const contactKinds: ReadonlySet<string> = new Set(['PHONE', 'EMAIL', 'ACCOUNT'])
/** Values of one record, and numbers of one search, that are looked at. */
const [mostValues, mostNumbers] = [20, 50]

/** What a view shows in full that others may have too. */
export function valuesIn(view: ViewRecord): readonly SharedValue[] {
  return [...documentsIn(view), ...contactsIn(view)]
}

/** Whoever has one of these records' documents: to be looked for, and to be told by; `sought` is null when there is none. */
export function soughtByDocuments(views: readonly ViewRecord[]): {
  readonly sought: SoughtPerson | null
  /** The records whose documents a view has. */
  readonly isHeld: (view: ViewRecord) => readonly RecordRef[]
} {
  const holders = new Map<string, RecordRef[]>()
  const numbers = new Set<string>()
  for (const view of views) {
    for (const { shown, compared } of documentsIn(view)) {
      if (numbers.size >= mostNumbers) break
      numbers.add(shown)
      holders.set(compared, [...(holders.get(compared) ?? []), view.ref])
    }
  }
  const sketch = {
    names: [],
    birthDates: [],
    nationalities: [],
    sex: null,
    documents: [...numbers].map((number) => ({ number, country: null })),
  }
  return {
    sought:
      numbers.size === 0 ? null : soughtOf(sketch, noDescription, lookupKeys(sketch), [...numbers, ...[...numbers].map(documentNumber)]),
    isHeld: (view) => [...new Set(documentsIn(view).flatMap(({ compared }) => holders.get(compared) ?? []))],
  }
}

/** Numbers count in their country only, and as they read: no sign is taken for another here. */
function documentsIn(view: ViewRecord): readonly SharedValue[] {
  return membersOf(view, 'documents').flatMap((one) => {
    const number = textIn(one, 'number')
    if (number === null || documentKeys(number).length === 0) return []
    const compared = `${textIn(one, 'issuingCountry') ?? ''} ${documentNumber(number)}`
    return [{ kind: 'DOCUMENT', field: 'documents', compared, shown: number }]
  })
}

function contactsIn(view: ViewRecord): readonly SharedValue[] {
  return membersOf(view, 'contacts').flatMap((one) => {
    const [kind, value] = [textIn(one, 'kind'), textIn(one, 'value')]
    if (kind === null || value === null || !contactKinds.has(kind)) return []
    const compared = kind === 'PHONE' ? value.replace(/[^\d+]/g, '') : value.normalize('NFKC').toLowerCase()
    return [{ kind: kind as SharedValue['kind'], field: 'contacts', compared, shown: value }]
  })
}

function membersOf(view: ViewRecord, field: string): readonly CanonicalValue[] {
  const value = levelOf(view, field) === 'full' ? (view.values[field] ?? null) : null
  return (Array.isArray(value) ? value : []).slice(0, mostValues) as readonly CanonicalValue[]
}

function textIn(value: CanonicalValue, field: string): string | null {
  const text = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, CanonicalValue>>)[field] : null
  return typeof text === 'string' && text !== '' ? text : null
}
