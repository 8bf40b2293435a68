/**
 * What sketches of the demo bureaus' records cost, and what it costs to tell by them what moved: `node bench/moves.ts`. Prints, for each bureau and type, the bytes of a record and of
 * its sketch as JSON, the time to make a sketch, and the time to tell a move for one class of callers, between two states of which one value in five differs. Medians of several rounds.
 */
import { createHmac, createSecretKey } from 'node:crypto'
import { PoliciesInForce } from '../src/disclosure/policiesInForce.ts'
import { seal } from '../src/disclosure/seal.ts'
import type { RecordSketch } from '../src/model/change.ts'
import type { Caller } from '../src/model/principal.ts'
import type { CanonicalRecord } from '../src/model/record.ts'
import { loadDemoBureaus, readBureau, startPrivateDemo } from '../test/examples/demoBureaus.ts'

// A key object: from bytes, node prepares the key anew for each digest, at ten times the cost.
const key = createSecretKey(Buffer.alloc(32, 7))
const rounds = 9
/** Least CPU time of a round, in microseconds. */
const leastRound = 100_000
const digest = (text: string): string => createHmac('sha256', key).update(text).digest('base64url').slice(0, 8)
const today = '2026-11-01'

function callerFrom(bureau: string, agreements: readonly string[]): Caller {
  const principal = { personRef: 'bench', bureau, organisation: null, unit: null, roles: ['INVESTIGATOR'], clearance: 2, agreements }
  return {
    principal: { ...principal, purposes: ['INVESTIGATION'], expiresAt: 0 },
    purpose: { kind: 'INVESTIGATION', case: 'XB-1' },
    date: today,
    instant: Date.parse(`${today}T12:00:00Z`),
    emergency: null,
  }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
}

/** Median time of one call for each of so many things, in microseconds of this thread. */
function median(work: () => void, things: number): number {
  let calls = 1
  while (cpuOf(work, calls) < leastRound) calls *= 2
  const times = Array.from({ length: rounds }, () => cpuOf(work, calls) / calls / Math.max(1, things))
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN
}

function cpuOf(work: () => void, calls: number): number {
  const start = process.threadCpuUsage()
  for (let i = 0; i < calls; i++) work()
  const { user, system } = process.threadCpuUsage(start)
  return user + system
}

/** Another state of a record: every fifth of its values is the one of another record. */
function later(record: CanonicalRecord, other: CanonicalRecord, at: number): CanonicalRecord {
  const values = Object.entries(record.values).map(([field, value], i) => [
    field,
    (i + at) % 5 === 0 ? (other.values[field] ?? null) : value,
  ])
  return { ref: record.ref, values: Object.fromEntries(values) }
}

const demo = await startPrivateDemo({ scale: 0.1, seed: 5, today })
try {
  const { bureaus, agreements } = await loadDemoBureaus(demo.systems.environment)
  const policies = new PoliciesInForce(bureaus.flatMap(({ policy }) => policy ?? []))
  console.log('type                  records  record  sketch  largest  to sketch  to tell  told')
  for (const bureau of bureaus) {
    const { code } = bureau.file
    const reader = code === 'XB' ? 'XA' : 'XB'
    const policy = policies.policyOf(code)
    for (const [type, { records }] of await readBureau(bureau)) {
      const sealed = records.map(seal)
      const sketches = sealed.map((record) => policy.sketch(record, digest))
      const after = records.map((record, i) => policy.sketch(seal(later(record, records[(i + 1) % records.length] ?? record, i)), digest))
      const sizes = sketches.map((sketch) => JSON.stringify(sketch).length)
      const plan = policy.planFor(type, callerFrom(reader, agreements.inForce(reader, today)))
      let told = 0
      const tell = (): void => {
        told = 0
        for (const [i, sketch] of sketches.entries()) if (plan.moves(sketch, after[i] as RecordSketch) !== null) told++
      }
      const toSketch = median(() => {
        for (const record of sealed) policy.sketch(record, digest)
      }, records.length)
      const figures = [
        `${code} ${type}`.padEnd(22),
        String(records.length).padStart(6),
        mean(records.map(({ values }) => JSON.stringify(values).length))
          .toFixed(0)
          .padStart(8),
        mean(sizes).toFixed(0).padStart(7),
        String(Math.max(...sizes)).padStart(8),
        `${toSketch.toFixed(0)} µs`.padStart(10),
        `${median(tell, records.length).toFixed(2)} µs`.padStart(8),
        `${told}/${records.length}`,
      ]
      console.log(figures.join(' '))
    }
  }
} finally {
  await demo.stop()
}
