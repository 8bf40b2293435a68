import { compileBaseline } from '../../../src/disclosure/compileBaseline.ts'
import { compilePolicy } from '../../../src/disclosure/compilePolicy.ts'
import type { Surroundings } from '../../../src/disclosure/decide/rulePolicy.ts'
import { levelOf, type Policy } from '../../../src/disclosure/policy.ts'
import { seal } from '../../../src/disclosure/seal.ts'
import type { Catalogue, FieldType } from '../../../src/model/catalogue.ts'
import type { Caller } from '../../../src/model/principal.ts'
import { formatProblem } from '../../../src/model/problem.ts'
import type { CanonicalValue, FieldLevel } from '../../../src/model/record.ts'
import { options, purposes, roles } from './caseCatalogue.ts'

function map(...fields: readonly FieldType[]): ReadonlyMap<string, FieldType> {
  return new Map(fields.map((field) => [field.name, field]))
}

const marking = map({ name: 'from', kind: 'country', list: false, limits: 'ORIGINATOR' }, { name: 'note', kind: 'string', list: false })
const shape = map(
  { name: 'height', kind: 'int', list: false, band: 10 },
  { name: 'eyes', kind: 'enum', enum: 'Colour', list: true },
  { name: 'marks', kind: 'string', list: true },
)
const deed = map(
  { name: 'family', kind: 'enum', enum: 'Colour', list: false, coarse: true },
  { name: 'charge', kind: 'string', list: false },
)

/** A catalogue of one type on which records limit themselves: by a last day, by countries, by an originator; and in which classes are protected. */
export const limited: Catalogue = {
  types: new Map([
    [
      'File',
      {
        name: 'File',
        defaultOrder: { field: 'name', direction: 'ASC' },
        fields: map(
          { name: 'name', kind: 'string', list: false },
          { name: 'risk', kind: 'enum', enum: 'Colour', list: false },
          { name: 'kinds', kind: 'enum', enum: 'Tag', list: true, protects: true },
          { name: 'until', kind: 'date', list: false, limits: 'EXPIRY' },
          { name: 'not', kind: 'country', list: true, limits: 'EXCLUDED_COUNTRIES' },
          { name: 'marking', kind: 'object', list: false, fields: marking },
          { name: 'score', kind: 'int', list: false, band: 5 },
          { name: 'shape', kind: 'object', list: false, fields: shape },
          { name: 'deeds', kind: 'object', list: true, fields: deed },
        ),
      },
    ],
  ]),
  enums: new Map<string, readonly string[]>([
    ['Colour', ['RED', 'BLUE', 'GREEN']],
    ['Tag', ['MINOR', 'WITNESS']],
  ]),
}

/** Whatever a test compiles with besides rules. */
export interface With {
  readonly bureau?: string
  readonly more?: string
  /** Rules of a baseline. */
  readonly baseline?: string
  readonly surroundings?: Surroundings
  readonly ceilings?: ReadonlyMap<string, FieldLevel>
}

/** Everything to everyone: what limits must hold against. */
export const openRules = `  - { id: L, title: t, on: File, record: listed, to: any, for: any, mayInclude: any }
  - { id: F, title: t, on: File, fields: [name, risk, kinds, until, not, marking], level: full, to: any, for: any }`

function compile(rules: string, { bureau = 'XA', more = '', baseline = '', surroundings, ceilings }: With) {
  const text = `comity: disclosure/v1\nbureau: ${bureau}\nversion: 1\n${more}rules:\n${rules}\n`
  const members = compileBaseline(
    `comity: baseline/v1\nversion: 1\nrules: ${baseline === '' ? '[]' : `\n${baseline}`}\n`,
    'b.yaml',
    limited,
    {
      purposes,
      roles,
    },
  )
  if (members.baseline === null) throw new Error(members.problems.map(formatProblem).join('\n'))
  return compilePolicy(text, 'd.yaml', limited, {
    ...options,
    bureau,
    baseline: members.baseline,
    ...(ceilings === undefined ? {} : { agreements: ceilings }),
    ...(surroundings === undefined ? {} : { surroundings }),
  })
}

/** The policy of rules that must be in order. */
export function filePolicy(rules: string = openRules, around: With = {}): Policy {
  const { policy, problems } = compile(rules, around)
  if (policy === null) throw new Error(problems.map(formatProblem).join('\n'))
  return policy
}

/** Errors and warnings of rules. */
export function fileProblems(rules: string, around: With = {}): readonly string[] {
  return compile(rules, around).problems.map(formatProblem)
}

/** What a caller learns of a file of the policy's bureau: `null` when it is not listed, else the levels of its fields. */
export function learns(
  policy: Policy,
  caller: Caller,
  values: Readonly<Record<string, CanonicalValue>>,
): Record<string, FieldLevel> | null {
  const view = policy.planFor('File', caller).project(seal({ ref: { bureau: policy.bureau, type: 'File', key: '1' }, values }))
  if (view === null) return null
  return Object.fromEntries([...(limited.types.get('File')?.fields.keys() ?? [])].map((field) => [field, levelOf(view, field)]))
}
