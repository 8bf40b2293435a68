import type { CompiledRules } from '../compilePolicy.ts'
import { partsOf } from '../decide/rulePolicy.ts'
import { formNames } from '../forms/fieldForms.ts'
import type { EmergencyBlock } from '../policy.ts'
import { type CubeChange, cubeDiff } from './cubeDiff.ts'
import type { CallerWorld } from './exampleCallers.ts'
import { type Direction, type LevelDiff, levelDiff, type OnProgress } from './levelDiff.ts'

/** A level at which a field may have a form of its own. */
export type FormLevel = 'masked' | 'generalised'

/** A field that looks otherwise at a level. Which of two forms shows more, nobody can say in general: a change is taken for a loosening. */
export interface FormChange {
  readonly type: string
  readonly field: string
  readonly level: FormLevel
  readonly from: string
  readonly to: string
  readonly direction: Direction
}

/** Terms of an emergency block on which it may be invoked. */
export interface TermChange {
  readonly block: string
  readonly term: 'ttlMs' | 'justificationMin' | 'perDay' | 'reviewMs'
  readonly from: number
  readonly to: number
  readonly direction: Direction
}

/** What one file shows that another of the same bureau does not. */
export interface PolicyDiff extends LevelDiff {
  readonly forms: readonly FormChange[]
  readonly terms: readonly TermChange[]
  readonly cubes: readonly CubeChange[]
  /** Whether anybody learns more by anything of it. */
  readonly loosens: boolean
  /** Whether anybody learns less. */
  readonly tightens: boolean
}

/**
 * Compares two files of one bureau, `newer` against `older`: levels, forms, the terms of emergency access, and published counts. Not compared: what is written for people,
 * what `explain: public` lets callers know of reasons, and alarms of blind permits. Throws when one of them has errors in its rules.
 */
export function policyDiff(older: CompiledRules, newer: CompiledRules, world: CallerWorld, onProgress?: OnProgress): PolicyDiff {
  if (older.rules === null || newer.rules === null) throw new TypeError('a policy with errors cannot be compared')
  const levels = levelDiff(older.rules, newer.rules, world, onProgress)
  const forms = formChanges(older, newer)
  const terms = termChanges(older.rules.emergencies, newer.rules.emergencies)
  const [before, after] = [partsOf(older.rules), partsOf(newer.rules)]
  const cubes = before === null || after === null ? [] : cubeDiff(before, after, world)
  const directions = new Set([...levels.changes, ...forms, ...terms, ...cubes].map(({ direction }) => direction))
  return { ...levels, forms, terms, cubes, loosens: directions.has('loosens'), tightens: directions.has('tightens') }
}

function formChanges(older: CompiledRules, newer: CompiledRules): readonly FormChange[] {
  const chosen = ({ check }: CompiledRules, type: string, field: string, level: FormLevel): string | undefined =>
    check?.file.forms?.[type]?.[field]?.[level]
  return [...(newer.rules?.types.values() ?? [])].flatMap(({ type }) =>
    [...type.fields.values()].flatMap((field) =>
      (['masked', 'generalised'] as const).flatMap((level): readonly FormChange[] => {
        const [usual] = formNames(field, level)
        const from = chosen(older, type.name, field.name, level) ?? usual
        const to = chosen(newer, type.name, field.name, level) ?? usual
        if (from === to || from === undefined || to === undefined) return []
        return [{ type: type.name, field: field.name, level, from, to, direction: 'loosens' }]
      }),
    ),
  )
}

/** Terms of which more means that more is allowed, and the one of which less does. */
const terms = { ttlMs: 1, perDay: 1, reviewMs: 1, justificationMin: -1 } as const

function termChanges(older: readonly EmergencyBlock[], newer: readonly EmergencyBlock[]): readonly TermChange[] {
  return newer.flatMap((block) => {
    const before = older.find(({ id }) => id === block.id)
    if (before === undefined) return []
    return (Object.keys(terms) as (keyof typeof terms)[]).flatMap((term): readonly TermChange[] => {
      const [from, to] = [before[term], block[term]]
      return from === to ? [] : [{ block: block.id, term, from, to, direction: (to - from) * terms[term] > 0 ? 'loosens' : 'tightens' }]
    })
  })
}
