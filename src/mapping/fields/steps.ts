import type { NativeScalar } from '../../connectors/connector.ts'
import { all, anyOf, leaf, none } from '../condition.ts'
import type { FieldFile } from '../language.ts'
import { readSteps } from '../nativeScope.ts'
import { notScalar, type RawCondition, type RawLeaf, Refusal, textOf } from './interpretation.ts'
import { firstGroup } from './pattern.ts'

/** One transform of a native value, and what a condition on its result says of the value before it. */
export interface Step {
  /** Never given null or a list; null: unknown. */
  apply(raw: unknown): unknown
  invert(condition: RawLeaf): RawCondition
  /** Whether the order of results is the order of values. */
  readonly keepsOrder: boolean
}

const mostText = 1000
const mostCodes = 500
const opaque = { invert: () => all, keepsOrder: false } as const

/** JSON text; a system that hands documents over parsed is understood. */
export const jsonStep: Step = {
  apply: (raw) => {
    if (typeof raw !== 'string') return raw
    try {
      return JSON.parse(raw)
    } catch {
      return new Refusal('is not JSON')
    }
  },
  ...opaque,
}

/** A path of a document. */
export function atStep(path: string): Step {
  const steps = path.split('.')
  return { apply: (raw) => readSteps(raw, steps, path), ...opaque }
}

/** Takes blanks off. */
export function trimStep(where: 'end' | 'both'): Step {
  return {
    apply: (raw) => (typeof raw === 'string' ? (where === 'end' ? raw.trimEnd() : raw.trim()) : raw),
    invert: (condition) => (where === 'end' ? beforeTrimEnd(condition) : all),
    keepsOrder: false,
  }
}

function beforeTrimEnd({ op, value }: RawLeaf): RawCondition {
  if (op === 'gte' || op === 'lte') return all
  const values = Array.isArray(value) ? value : [value]
  return anyOf(values.map((one) => (typeof one === 'string' ? leaf({ op: 'startsWith', value: one }) : all)))
}

/** Values that mean unknown. A known value is none of them, so conditions pass unchanged. */
export function unknownStep(values: readonly (string | number)[]): Step {
  const unknown = new Set(values.map((value) => String(value).trim()))
  return {
    apply: (raw) => (unknown.has(textOf(raw)?.trim() ?? '') ? null : raw),
    invert: (condition) => leaf(condition),
    keepsOrder: false,
  }
}

/** Text to a list. */
export function splitStep(separator: string): Step {
  return {
    apply: (raw) =>
      textOf(raw)
        ?.split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== '') ?? notScalar,
    ...opaque,
  }
}

/** The first group of a pattern. */
export function matchStep(pattern: RegExp): Step {
  return {
    apply: (raw) => {
      const text = textOf(raw)
      if (text === null) return notScalar
      return text.length > mostText ? new Refusal('is too long for a pattern') : firstGroup(pattern, text)
    },
    ...opaque,
  }
}

/** Upper or lower case. */
export function caseStep(to: 'upper' | 'lower'): Step {
  return { apply: (raw) => (to === 'upper' ? textOf(raw)?.toUpperCase() : textOf(raw)?.toLowerCase()) ?? notScalar, ...opaque }
}

/**
 * A code table. A condition on the canonical value becomes a list of the codes that mean it; a value that no code means selects nothing. `entriesOf`: the table as it is now;
 * null: it is not known yet, and then nothing can be asked of the system.
 */
export function codesStep(name: string, entriesOf: () => ReadonlyMap<string, string> | null): Step {
  const refusal = new Refusal(`is a code that the table ${name} lacks`)
  return {
    apply: (raw) => {
      const text = textOf(raw)
      return text === null ? notScalar : (entriesOf()?.get(text) ?? refusal)
    },
    invert: (condition) => {
      const entries = entriesOf()
      if (entries === null) return all
      const codes = [...entries].filter(([, meaning]) => satisfies(meaning, condition)).map(([code]) => code)
      return codes.length === 0 ? none : codes.length > mostCodes ? all : leaf({ op: 'in', value: codes })
    },
    keepsOrder: false,
  }
}

/** Yes and no by their native texts. */
export function booleanStep(table: NonNullable<FieldFile['boolean']>): Step {
  const yes = new Set(table.true.map(String))
  const no = new Set(table.false.map(String))
  return {
    apply: (raw) => {
      const text = textOf(raw) ?? ''
      return yes.has(text) ? true : no.has(text) ? false : new Refusal('is none of the texts for yes and no')
    },
    invert: ({ op, value }) => {
      if (op !== 'eq' && op !== 'in') return all
      const wanted = [value].flat()
      return anyOf([true, false].filter((one) => wanted.includes(one)).map((one) => anyOfValues(one ? table.true : table.false)))
    },
    keepsOrder: false,
  }
}

function anyOfValues(values: readonly NativeScalar[]): RawCondition {
  return values.length === 0 ? none : leaf({ op: 'in', value: values })
}

/** Whether a native text satisfies a condition, or may: mixed types are taken to. */
export function satisfies(text: NativeScalar, { op, value }: RawLeaf): boolean {
  if (op === 'in') return Array.isArray(value) && value.some((one) => String(one) === String(text))
  if (op === 'eq') return String(value) === String(text)
  if (typeof text !== 'string' || typeof value !== 'string') return true
  if (op === 'startsWith') return text.startsWith(value)
  return op === 'gte' ? text >= value : text <= value
}
