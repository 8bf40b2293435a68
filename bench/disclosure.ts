/**
 * What disclosure costs: `node bench/disclosure.ts`. Prints the time to check a file, to specialise a type for a caller, and to decide and
 * project a record, and to tell by two sketches what moved, at 11, 50 and 300 rules. Medians of several rounds.
 */
import { hash } from 'node:crypto'
import { compilePolicy } from '../src/disclosure/compilePolicy.ts'
import type { Policy } from '../src/disclosure/policy.ts'
import { type SealedRecord, seal } from '../src/disclosure/seal.ts'
import type { Catalogue, FieldType } from '../src/model/catalogue.ts'
import type { Caller } from '../src/model/principal.ts'
import type { CanonicalValue } from '../src/model/record.ts'

const fieldCount = 15
const recordCount = 2000
const rounds = 11
const statuses = ['OPEN', 'CLOSED', 'SEALED', 'WANTED']
const purposes = ['INVESTIGATION', 'BORDER_CHECK', 'AUDIT']
const roles = ['INVESTIGATOR', 'ANALYST', 'LIAISON']
const countries = ['XB', 'XC', 'XD', 'XE']

const fields: readonly FieldType[] = [
  { name: 'status', kind: 'enum', enum: 'Status', list: false },
  { name: 'born', kind: 'partialDate', list: false },
  { name: 'excluded', kind: 'country', list: true },
  { name: 'grade', kind: 'int', list: false },
  ...Array.from({ length: fieldCount - 4 }, (_, i): FieldType => ({ name: `field${i}`, kind: 'string', list: false })),
]
const catalogue: Catalogue = {
  types: new Map([
    [
      'Case',
      { name: 'Case', fields: new Map(fields.map((field) => [field.name, field])), defaultOrder: { field: 'born', direction: 'ASC' } },
    ],
  ]),
  enums: new Map([['Status', statuses]]),
}

const conditions = [
  'record.status != "SEALED"',
  'record.status in ["OPEN", "WANTED"]',
  'yearsBetween(record.born, request.date) >= 18',
  'has(record.excluded) && !(caller.country in record.excluded)',
  'record.grade < 3 || record.status == "WANTED"',
]

const capConditions = ['record.status == "WANTED"', 'record.born < "1960-01-01"', '"XE" in record.excluded']

/** A file of so many rules: nine permits to one cap; two thirds of the permits and all caps wait for the record. */
function fileOf(rules: number): string {
  const lines = ['comity: disclosure/v1', 'bureau: XA', 'version: 1', 'rules:']
  lines.push('  - { id: L, title: listed, on: Case, record: listed, to: any, for: any, when: \'record.status != "SEALED"\' }')
  lines.push(
    '  - { id: X, title: excluded, on: Case, record: true, cap: none, when: has(record.excluded) && caller.country in record.excluded }',
  )
  for (let i = 2; i < rules; i++) {
    const names = [0, 1, 2].map((j) => fields[(i * 7 + j * 5) % fieldCount]?.name).join(', ')
    const when = i % 3 === 0 && i % 10 !== 9 ? [] : [`    when: '${(conditions[i % conditions.length] ?? '').replace('3', String(i % 7))}'`]
    lines.push(`  - id: R${i}`, '    title: a rule', '    on: Case', `    fields: [${names}]`)
    if (i % 10 === 9)
      lines.push(`    cap: ${i % 20 === 9 ? 'masked' : 'none'}`, `    when: 'record.grade == ${i % 7} && ${capConditions[i % 3]}'`)
    else {
      const to = `caller.country in ["${countries[i % 4]}", "${countries[(i + 1) % 4]}"] && "${roles[i % 3]}" in caller.roles && caller.clearance >= ${i % 3}`
      lines.push(
        `    level: ${i % 3 === 0 ? 'masked' : 'full'}`,
        `    to: '${to}'`,
        `    for: ${i % 2 === 0 ? 'any' : '[INVESTIGATION]'}`,
        ...when,
      )
    }
  }
  return lines.join('\n')
}

function callerFrom(bureau: string, clearance: number): Caller {
  const principal = { personRef: 'bench', bureau, organisation: null, unit: null, roles: ['INVESTIGATOR', 'ANALYST'], clearance }
  return {
    principal: { ...principal, agreements: [], purposes, expiresAt: 0 },
    purpose: { kind: 'INVESTIGATION', case: null },
    date: '2026-01-01',
    instant: Date.parse('2026-01-01T12:00:00Z'),
    emergency: null,
  }
}

function records(): readonly SealedRecord[] {
  return Array.from({ length: recordCount }, (_, i) => {
    const values: Record<string, CanonicalValue> = {
      status: statuses[i % 4] ?? null,
      born: i % 5 === 0 ? String(1950 + (i % 60)) : `${1950 + (i % 70)}-0${1 + (i % 9)}-15`,
      excluded: i % 3 === 0 ? null : [countries[i % 4] ?? 'XE'],
      grade: i % 7,
    }
    for (let j = 0; j < fieldCount - 4; j++) values[`field${j}`] = `value ${i} ${j}`
    return seal({ ref: { bureau: 'XA', type: 'Case', key: String(i) }, values })
  })
}

function compile(text: string): Policy {
  const { policy, problems } = compilePolicy(text, 'bench.yaml', catalogue, { bureau: 'XA', purposes, roles })
  if (policy === null) throw new Error(problems.map(({ message }) => message).join('\n'))
  return policy
}

const digest = (text: string): string => hash('sha256', text, 'base64url').slice(0, 8)

/** Least CPU time of a round, in microseconds: the system counts it in steps of some milliseconds. */
const leastRound = 120_000

/** Median time of one call, in microseconds of this thread: what else runs on the machine counts little. */
function median(work: () => unknown): number {
  let calls = 1
  while (cpuOf(work, calls) < leastRound) calls *= 2
  const times = Array.from({ length: rounds }, () => cpuOf(work, calls) / calls)
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN
}

function cpuOf(work: () => unknown, calls: number): number {
  const start = process.threadCpuUsage()
  for (let i = 0; i < calls; i++) work()
  const { user, system } = process.threadCpuUsage(start)
  return user + system
}

console.log('rules  check file  specialise  project a record  per (record, field)  kept plan  tell a move  shown')
for (const rules of [11, 50, 300]) {
  const text = fileOf(rules)
  const policy = compile(text)
  const check = median(() => compile(text))
  // Another clearance each time is another class: no plan is kept for it.
  let clearance = 4
  const specialise = median(() => policy.planFor('Case', callerFrom('XB', clearance++)))
  const plan = policy.planFor('Case', callerFrom('XB', 2))
  const all = records()
  let shown = 0
  const project = median(() => {
    shown = 0
    for (const record of all) if (plan.project(record) !== null) shown++
  })
  const kept = median(() => policy.planFor('Case', callerFrom('XB', 2)))
  const sketches = all.map((record) => policy.sketch(record, digest))
  const moves = median(() => {
    for (const [i, sketch] of sketches.entries()) plan.moves(sketch, sketches[i ^ 1] ?? null)
  })
  const perRecord = project / recordCount
  const figures = [
    String(rules).padStart(5),
    `${(check / 1000).toFixed(2)} ms`.padStart(10),
    `${specialise.toFixed(0)} µs`.padStart(10),
    `${(perRecord * 1000).toFixed(0)} ns`.padStart(16),
    `${((perRecord * 1000) / fieldCount).toFixed(1)} ns`.padStart(19),
    `${kept.toFixed(2)} µs`.padStart(9),
    `${((moves / recordCount) * 1000).toFixed(0)} ns`.padStart(11),
    `${shown}/${recordCount}`,
  ]
  console.log(figures.join('  '))
}
