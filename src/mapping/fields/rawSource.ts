import type { NativeScalar } from '../../connectors/connector.ts'
import { all, anyOf, leaf, mapLeaves, none } from '../condition.ts'
import { type Place, readPlace } from '../nativeScope.ts'
import type { NativeFilters } from '../typeMapping.ts'
import type { NativeCondition, RawSource } from './fieldNode.ts'
import { type RawLeaf, Refusal, textOf } from './interpretation.ts'
import { type Step, satisfies } from './steps.ts'

/** Whether a native value says nothing: null, absent, blank. */
export function isBlank(value: unknown): boolean {
  if (typeof value !== 'string') return value === null || value === undefined
  // Most texts begin with something that is no blank; only the others need be looked through.
  return !(value.charCodeAt(0) > 32 && value.charCodeAt(0) < 127) && value.trim() === ''
}

/** A column or path. */
export function columnSource(place: Place): RawSource {
  const { native } = place
  return {
    read: (scope) => readPlace(place, scope),
    push: (condition, can) => (native === null ? all : mapLeaves(condition, (one) => pushLeaf(one, native, can))),
    ...(place.ofRow && native !== null
      ? { isOneOf: (value) => (value.length === 0 ? none : leaf({ kind: 'compare', path: native.path, op: 'in', value })) }
      : {}),
    path: place.ofRow ? place.path : null,
  }
}

/** Several columns as one text. */
export function columnsSource(places: readonly Place[], join: string): RawSource {
  return {
    read: (scope) =>
      places
        .map((place) => readPlace(place, scope))
        .filter((value) => !isBlank(value))
        .map((value) => textOf(value) ?? '')
        .join(join),
    push: () => all,
    path: null,
  }
}

/** The same native value for every row. */
export function constSource(value: string | number | boolean): RawSource {
  return {
    read: () => value,
    push: (condition) => mapLeaves(condition, (one): NativeCondition => (satisfies(value, one) ? all : none)),
    isOneOf: (values) => (values.some((one) => String(one) === String(value)) ? all : none),
    path: null,
  }
}

/** The first known of several native values. */
export function firstSource(sources: readonly RawSource[]): RawSource {
  return {
    read: (scope) => {
      for (const source of sources) {
        const value = source.read(scope)
        if (!isBlank(value)) return value
      }
      return null
    },
    push: (condition, can) => anyOf(sources.map((source) => source.push(condition, can))),
    path: null,
  }
}

/** Several native values in one list. */
export function listSource(sources: readonly RawSource[]): RawSource {
  return {
    read: (scope) => sources.flatMap((source) => source.read(scope)).filter((value) => !isBlank(value)),
    push: (condition, can) => anyOf(sources.map((source) => source.push(condition, can))),
    path: null,
  }
}

/** A source behind transforms of its own. */
export function transformedSource(source: RawSource, steps: readonly Step[]): RawSource {
  return {
    read: (scope) => steps.reduce(applyStep, source.read(scope)),
    push: (condition, can) =>
      source.push(
        steps.reduceRight((so, step) => mapLeaves(so, (one) => step.invert(one)), condition),
        can,
      ),
    path: null,
  }
}

function applyStep(value: unknown, step: Step): unknown {
  if (Array.isArray(value)) return value.flatMap((member) => applyStep(member, step))
  return isBlank(value) || value instanceof Refusal ? value : step.apply(value)
}

/** A comparison in the form that the system can evaluate, or no restriction. */
function pushLeaf({ op, value }: RawLeaf, { path, child }: NonNullable<Place['native']>, can: NativeFilters): NativeCondition {
  const able = (wanted: RawLeaf['op']) => can(path, wanted, child ?? undefined)
  const at = child === null ? { path } : { path, child }
  if (op !== 'eq' && op !== 'in') return able(op) ? leaf({ kind: 'compare', ...at, op, value }) : all
  const values: readonly NativeScalar[] = Array.isArray(value) ? value : [value as NativeScalar]
  const [only] = values
  if (only === undefined) return none
  if (values.length === 1 && able('eq')) return leaf({ kind: 'compare', ...at, op: 'eq', value: only })
  if (able('in')) return leaf({ kind: 'compare', ...at, op: 'in', value: values })
  return able('eq') ? anyOf(values.map((one) => leaf({ kind: 'compare', ...at, op: 'eq', value: one }))) : all
}
