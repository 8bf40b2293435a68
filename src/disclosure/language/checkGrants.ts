import type { Rule } from '../decide/rule.ts'
import type { EmergencyBlock } from '../policy.ts'
import { type FileCheck, typesOf } from './checkNames.ts'
import { checkRule } from './checkRule.ts'
import type { EmergencyFile, GrantFile, RuleFile } from './policyFile.ts'
import type { Path } from './source.ts'

const minute = 60_000
const units: Readonly<Record<string, number>> = { m: minute, h: 60 * minute, d: 24 * 60 * minute }
/** Emergency access lasts no longer than this: after it, the owner can be asked. */
const longestTtl = 4 * 60 * minute
const leastJustification = 40
const usualReview = 72 * 60 * minute

/** Checks a grant: a permit that counts from one instant until another, or until it was revoked. */
export function checkGrant(check: FileCheck, grant: GrantFile, path: Path): ReadonlyMap<string, Rule> {
  const { from, until, revoked, basis: _, ...rule } = grant
  const begins = checkedInstant(check, [...path, 'from'], from)
  const ends = checkedInstant(check, [...path, 'until'], until)
  const stops = revoked === undefined ? ends : Math.min(ends, checkedInstant(check, [...path, 'revoked'], revoked))
  if (begins >= ends) check.report(path, 'the grant ends before it begins')
  const checked = checkRule(check, rule, path)
  return new Map([...checked].map(([type, one]) => [type, { ...one, from: begins, until: stops }]))
}

/** An emergency block and the permits it stands for, by record type. */
export interface CheckedEmergency {
  readonly block: EmergencyBlock
  readonly rules: readonly (readonly [type: string, rule: Rule])[]
}

/** Checks an emergency block. */
export function checkEmergency(check: FileCheck, file: EmergencyFile, path: Path): CheckedEmergency {
  const { id, title, on, record, fields, level, to, for: purposes = 'any', mayInclude } = file
  if (record === undefined && fields === undefined) check.report(path, 'the block must name "record:" or "fields:"')
  const common = { id, title, on, to, for: purposes }
  const parts: readonly RuleFile[] = [
    ...(record === undefined ? [] : [{ ...common, record, mayInclude }]),
    ...(fields === undefined ? [] : [{ ...common, fields, level }]),
  ]
  const rules = parts.flatMap((part) => [...checkRule(check, part, path)])
  const ttlMs = durationOf(file.ttl)
  if (ttlMs > longestTtl) check.report([...path, 'ttl'], 'emergency access lasts four hours at most')
  const { justificationMin = leastJustification } = file
  if (justificationMin < leastJustification)
    check.report([...path, 'justificationMin'], `a justification has ${leastJustification} signs at least`)
  const block: EmergencyBlock = {
    id,
    title,
    types: typesOf(check, [...path, 'on'], on).map((type) => type.name),
    ttlMs,
    justificationMin,
    perDay: file.perDay ?? 1,
    reviewMs: file.review === undefined ? usualReview : durationOf(file.review),
  }
  return { block, rules: rules.map(([type, rule]) => [type, { ...rule, emergency: true }]) }
}

function durationOf(text: string): number {
  return Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? 0)
}

/** An instant as written, in epoch milliseconds; NaN after reporting that it is none. */
export function checkedInstant(check: FileCheck, path: Path, text: string): number {
  const instant = Date.parse(text)
  // JavaScript takes 31 February for 3 March.
  const isReal = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text.slice(0, 16))
  if (!isReal) check.report(path, `"${text}" is not an instant of the calendar`)
  return isReal ? instant : Number.NaN
}
