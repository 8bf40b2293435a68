import { compilePolicy } from '../../../src/disclosure/compilePolicy.ts'
import type { Policy } from '../../../src/disclosure/policy.ts'
import { type SealedRecord, seal } from '../../../src/disclosure/seal.ts'
import type { Catalogue, FieldType, RecordType } from '../../../src/model/catalogue.ts'
import type { Caller } from '../../../src/model/principal.ts'
import { formatProblem } from '../../../src/model/problem.ts'
import type { CanonicalValue } from '../../../src/model/record.ts'

export const purposes = ['INVESTIGATION', 'BORDER_CHECK', 'AUDIT'] as const
export const roles = ['INVESTIGATOR', 'ANALYST', 'LIAISON'] as const
export const colours = ['RED', 'BLUE', 'GREEN'] as const
export const tags = ['MINOR', 'WITNESS', 'ARMED'] as const

function map(...fields: readonly FieldType[]): ReadonlyMap<string, FieldType> {
  return new Map(fields.map((field) => [field.name, field]))
}

const place = map(
  { name: 'name', kind: 'string', list: false },
  { name: 'region', kind: 'string', list: false },
  { name: 'country', kind: 'country', list: false },
)
const alias = map(
  { name: 'kind', kind: 'enum', enum: 'Colour', list: false },
  { name: 'text', kind: 'string', list: false },
  { name: 'since', kind: 'date', list: false },
)

/** A small catalogue with one field of every kind that behaves differently. */
export const catalogue: Catalogue = {
  types: new Map<string, RecordType>([
    [
      'Dossier',
      {
        name: 'Dossier',
        defaultOrder: { field: 'opened', direction: 'DESC' },
        fields: map(
          { name: 'colour', kind: 'enum', enum: 'Colour', list: false },
          { name: 'tags', kind: 'enum', enum: 'Tag', list: true },
          { name: 'label', kind: 'string', list: false },
          { name: 'born', kind: 'partialDate', list: false },
          { name: 'opened', kind: 'date', list: false },
          { name: 'seen', kind: 'dateTime', list: false },
          { name: 'size', kind: 'int', list: false },
          { name: 'open', kind: 'boolean', list: false },
          { name: 'excluded', kind: 'country', list: true },
          { name: 'home', kind: 'object', list: false, fields: place },
          { name: 'homes', kind: 'object', list: true, fields: place },
          { name: 'aliases', kind: 'object', list: true, fields: alias },
          { name: 'parent', kind: 'link', list: false, to: 'Dossier' },
          { name: 'children', kind: 'link', list: true, to: 'Dossier', inverse: 'parent' },
        ),
      },
    ],
    [
      'Note',
      {
        name: 'Note',
        defaultOrder: { field: 'colour', direction: 'ASC' },
        fields: map({ name: 'colour', kind: 'enum', enum: 'Colour', list: false }, { name: 'label', kind: 'string', list: false }),
      },
    ],
  ]),
  enums: new Map<string, readonly string[]>([
    ['Colour', colours],
    ['Tag', tags],
  ]),
}

export const options = {
  bureau: 'XA',
  purposes,
  roles,
  agreements: new Map([
    ['CONV-12', 'full'],
    ['BILAT-1', 'full'],
  ] as const),
}

/** A file with these rules (a YAML list) after `more` top-level keys. */
export function file(rules: string, more = ''): string {
  return `comity: disclosure/v1\nbureau: XA\nversion: 1\n${more}rules:\n${rules}\n`
}

/** The messages of a file's problems, formatted. */
export function problemsOf(text: string): readonly string[] {
  return compilePolicy(text, 'd.yaml', catalogue, options).problems.map(formatProblem)
}

/** The policy of a file that must be in order. */
export function policyOf(text: string): Policy {
  const { policy, problems } = compilePolicy(text, 'd.yaml', catalogue, options)
  if (policy === null) throw new Error(problems.map(formatProblem).join('\n'))
  return policy
}

/** Parts of a caller that a test cares for. */
export interface Who {
  readonly country?: string
  readonly organisation?: string | null
  readonly unit?: string | null
  readonly roles?: readonly string[]
  readonly clearance?: number
  readonly agreements?: readonly string[]
  readonly purpose?: string
  readonly case?: string | null
  readonly date?: string
  /** An instant, for grants. Default: noon of the day. */
  readonly at?: string
  /** Id of an emergency block that the caller has invoked. */
  readonly emergency?: string
}

/** An investigator of XB who investigates on 15 June 2026, unless said otherwise. */
export function callerOf(who: Who = {}): Caller {
  return {
    principal: {
      personRef: 'XB-0001',
      bureau: who.country ?? 'XB',
      organisation: who.organisation ?? null,
      unit: who.unit ?? null,
      roles: who.roles ?? ['INVESTIGATOR'],
      clearance: who.clearance ?? 2,
      agreements: who.agreements ?? [],
      purposes,
      expiresAt: 0,
    },
    purpose: { kind: who.purpose ?? 'INVESTIGATION', case: who.case ?? null },
    date: who.date ?? '2026-06-15',
    instant: Date.parse(who.at ?? `${who.date ?? '2026-06-15'}T12:00:00Z`),
    emergency: who.emergency === undefined ? null : { id: 'E-1', bureau: 'XA', rule: who.emergency },
  }
}

/** A sealed dossier of XA. */
export function dossier(values: Readonly<Record<string, CanonicalValue>>, bureau = 'XA', type = 'Dossier'): SealedRecord {
  return seal({ ref: { bureau, type, key: '1' }, values })
}
