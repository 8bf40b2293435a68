import type { CanonicalValue } from '../../../src/model/record.ts'

/**
 * What the generated worlds hold: a part of the real contract, written down by hand so that the definition in `reference/` knows the schema from here and
 * not from the code it is held against.
 */

export type TypeName = 'Notice' | 'Person' | 'AssistanceRequest'
export type Kind = 'enum' | 'enums' | 'text' | 'day' | 'instant' | 'partialDate' | 'objects' | 'object' | 'countries' | 'link' | 'links'

/** One governed field. */
export interface FieldSpec {
  readonly kind: Kind
  /** What it may hold; links are made by the world. */
  readonly values: readonly CanonicalValue[]
  /** The form it has between none and full, if it has one. */
  readonly coarser: 'masked' | 'generalised' | null
  /** For links. */
  readonly to?: TypeName
  /** For value objects: what is selected of them. */
  readonly parts?: readonly string[]
}

/** A link that is stored on the other side. */
export interface InverseSpec {
  readonly type: TypeName
  readonly field: string
}

/** One record type. */
export interface TypeSpec {
  /** Its door in `Query`. */
  readonly door: string
  readonly fields: Readonly<Record<string, FieldSpec>>
  readonly inverses: Readonly<Record<string, InverseSpec>>
  readonly defaultOrder: { readonly field: string; readonly direction: 'ASC' | 'DESC' }
  /** Sortable fields. */
  readonly orders: readonly string[]
}

const plain = (kind: Kind, values: readonly CanonicalValue[]): FieldSpec => ({ kind, values, coarser: null })
const text = (...values: readonly string[]): FieldSpec => ({ kind: 'text', values, coarser: 'masked' })
const days = ['2026-01-10', '2026-02-20', '2026-03-30', '2026-06-15'] as const
const instants = ['2026-01-01T08:00:00Z', '2026-03-01T08:00:00Z', '2026-05-01T08:00:00.5Z'] as const
/** Before, on and after the day of the tests. */
const ends = ['2026-06-14', '2026-06-15', '2031-01-01'] as const
/** Keys of each bureau and type. They differ in case and in length, where orders of texts differ. */
export const recordKeys = ['k1', 'K2', '10', '9'] as const
export const countries = ['XA', 'XB', 'XC', 'XD'] as const
const lists = (members: readonly string[]): readonly CanonicalValue[] => [[], members.slice(0, 1), members.slice(1, 2), members.slice(0, 2)]
const handling: FieldSpec = {
  kind: 'object',
  values: [null, 'XA', 'XB', 'XC'].map((originator) => ({ confidentiality: 'RESTRICTED', originator })),
  coarser: 'masked',
  parts: ['confidentiality', 'originator'],
}

/** The types by name. */
export const recordTypes: Readonly<Record<TypeName, TypeSpec>> = {
  Notice: {
    door: 'notices',
    fields: {
      kind: plain('enum', ['RED', 'BLUE', 'YELLOW']),
      number: text('2026 Alpha', '2026 alpha', '2025 Beta'),
      state: plain('enum', ['PUBLISHED', 'DRAFT']),
      subject: { kind: 'link', values: [], coarser: null, to: 'Person' },
      summary: text('Seen at North Quay', 'Armed'),
      issuedOn: plain('day', days),
      expiresOn: plain('day', ends),
      updatedAt: plain('instant', instants),
      handling,
    },
    inverses: { requests: { type: 'AssistanceRequest', field: 'notice' } },
    defaultOrder: { field: 'issuedOn', direction: 'DESC' },
    orders: ['issuedOn', 'expiresOn', 'updatedAt'],
  },
  Person: {
    door: 'persons',
    fields: {
      status: plain('enum', ['MISSING', 'SUSPECT', 'WITNESS']),
      names: {
        kind: 'objects',
        values: [
          [{ kind: 'PRIMARY', family: 'Lopez', given: 'Maria' }],
          [{ kind: 'PRIMARY', family: 'Lindt', given: 'Max' }],
          [
            { kind: 'PRIMARY', family: 'Orlov', given: 'Ada' },
            { kind: 'ALIAS', family: 'Lopez', given: null },
          ],
          [],
        ],
        coarser: 'masked',
        parts: ['kind', 'family', 'given'],
      },
      sex: plain('enum', ['F', 'M']),
      birthDate: { kind: 'partialDate', values: ['1980-06-15', '1980-07', '1980', '1991-02-03', '2012-12-31'], coarser: 'generalised' },
      birthPlace: {
        kind: 'object',
        values: [
          { name: 'North Quay', region: 'North', country: 'XA' },
          { name: 'Old Town', region: 'South', country: 'XA' },
          { name: 'Old Town', region: 'South', country: 'XB' },
        ],
        coarser: 'generalised',
        parts: ['name', 'region', 'country'],
      },
      documents: {
        kind: 'objects',
        values: [
          [{ kind: 'PASSPORT', number: 'P1234567', issuingCountry: 'XA' }],
          [{ kind: 'PASSPORT', number: 'Q7654321', issuingCountry: 'XB' }],
          [],
        ],
        coarser: 'masked',
        parts: ['kind', 'number', 'issuingCountry'],
      },
      occupation: text('Ship broker', 'Cook'),
      warnings: plain('enums', lists(['ARMED', 'VIOLENT'])),
      protectedClasses: plain('enums', lists(['MINOR', 'INFORMANT'])),
      excludedCountries: plain('countries', lists(['XB', 'XC'])),
      expiresOn: plain('day', ends),
      recordedAt: plain('instant', instants),
      updatedAt: plain('instant', instants),
      handling,
    },
    inverses: { notices: { type: 'Notice', field: 'subject' }, requests: { type: 'AssistanceRequest', field: 'subjects' } },
    defaultOrder: { field: 'recordedAt', direction: 'DESC' },
    orders: ['birthDate', 'updatedAt', 'recordedAt'],
  },
  AssistanceRequest: {
    door: 'requests',
    fields: {
      reference: text('R Alpha', 'R Beta', 'r alpha'),
      kind: plain('enum', ['INFORMATION', 'IDENTITY_CHECK']),
      urgency: plain('enum', ['NORMAL', 'URGENT']),
      requestedBureaus: plain('countries', lists(['XB', 'XA'])),
      subjects: { kind: 'links', values: [], coarser: null, to: 'Person' },
      notice: { kind: 'link', values: [], coarser: null, to: 'Notice' },
      sentAt: plain('instant', instants),
      updatedAt: plain('instant', instants),
    },
    inverses: {},
    defaultOrder: { field: 'sentAt', direction: 'DESC' },
    orders: ['sentAt', 'updatedAt'],
  },
}

export const typeNames = Object.keys(recordTypes) as readonly TypeName[]

/** The field of a type; throws for one that is not generated. */
export function fieldOf(type: TypeName, name: string): FieldSpec {
  const field = recordTypes[type].fields[name]
  if (field === undefined) throw new TypeError(`no ${type}.${name}`)
  return field
}
