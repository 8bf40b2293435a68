import type { RecordType } from '../../model/catalogue.ts'
import type { CanonicalValue } from '../../model/record.ts'
import { compileCondition } from '../decide/compileCondition.ts'
import type { Enums } from '../decide/readRecord.ts'
import { type Condition, recordFieldsOf } from '../language/condition.ts'
import { exampleValues } from './exampleValues.ts'
import { type Leaf, leavesOf } from './leaves.ts'

/** Values of a record, as far as some conditions read them. */
export type ExampleRecord = Readonly<Record<string, CanonicalValue>>

/** Records that bring about every way in which some conditions may come out together. */
export interface ExampleRecords {
  readonly records: readonly ExampleRecord[]
  /** Whether no combination that a record can bring about is missing. */
  readonly exhaustive: boolean
}

/** Combinations tried one by one: as many as twelve independent conditions with three outcomes have. */
export const mostRecords = 3 ** 12
/** Combinations tried when there are more than that. */
const sampled = 20_000
/** Values tried together for fields that are compared with one another. */
const mostTogether = 20_000

/**
 * Examples for conditions on records of a type. Fields that no condition joins are tried independently; for each, only values that some condition
 * tells apart. What cannot be at once, as two values of one field, is never tried.
 */
export function exampleRecords(conditions: readonly Condition[], type: RecordType, enums: Enums): ExampleRecords {
  const leaves = distinct(conditions.flatMap(leavesOf))
  const groups = fieldGroups(leaves).map((fields) => groupExamples(fields, leaves, type, enums))
  const size = groups.reduce((product, { records }) => product * records.length, 1)
  const exact = groups.every(({ exhaustive }) => exhaustive)
  if (size > mostRecords) return { records: sample(groups.map(({ records }) => records)), exhaustive: false }
  let records: readonly ExampleRecord[] = [{}]
  for (const group of groups) records = records.flatMap((one) => group.records.map((more) => ({ ...one, ...more })))
  return { records, exhaustive: exact }
}

function distinct(leaves: readonly Leaf[]): readonly Leaf[] {
  return [...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()]
}

/** Fields joined by a leaf that reads several belong together. */
function fieldGroups(leaves: readonly Leaf[]): readonly ReadonlySet<string>[] {
  let groups: readonly ReadonlySet<string>[] = []
  for (const leaf of leaves) {
    const fields = new Set(recordFieldsOf(leaf))
    if (fields.size === 0) continue
    const joined = groups.filter((group) => !group.isDisjointFrom(fields))
    groups = [...groups.filter((group) => !joined.includes(group)), joined.reduce((all, group) => all.union(group), fields)]
  }
  return groups
}

/** One record for each way in which the leaves on these fields may come out together. */
function groupExamples(fields: ReadonlySet<string>, leaves: readonly Leaf[], type: RecordType, enums: Enums): ExampleRecords {
  const own = leaves.filter((leaf) => recordFieldsOf(leaf).some((field) => fields.has(field)))
  const tests = own.map((leaf) => compileCondition(leaf, enums))
  let exhaustive = true
  let records: readonly ExampleRecord[] = [{}]
  for (const name of fields) {
    const field = type.fields.get(name)
    if (field === undefined) continue
    const { values, exact } = exampleValues(field, own, enums)
    exhaustive &&= exact && records.length * values.length <= mostTogether
    records = records.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))).slice(0, mostTogether)
  }
  const byOutcome = new Map<string, ExampleRecord>()
  for (const record of records) {
    const outcome = tests.map((test) => test(record)).join('')
    if (!byOutcome.has(outcome)) byOutcome.set(outcome, record)
  }
  return { records: [...byOutcome.values()], exhaustive }
}

/** Some of the combinations, always the same ones. */
function sample(groups: readonly (readonly ExampleRecord[])[]): readonly ExampleRecord[] {
  let state = 1
  const next = (below: number): number => {
    // A linear congruential generator (Numerical Recipes): what is sampled must not change from run to run.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from(
    { length: sampled },
    () => Object.assign({}, ...groups.map((records) => records[next(records.length)])) as ExampleRecord,
  )
}
