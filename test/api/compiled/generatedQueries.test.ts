import fc from 'fast-check'
import { parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { buildSchema } from '../../../src/api/executableSchema.ts'
import type { AuditEntry } from '../../../src/audit/entry.ts'
import { bureausOf, callerOf, policiesOf } from '../../properties/hub/hubWorld.ts'
import { beStill } from '../../properties/hub/stillness.ts'
import { runs, seed, within } from '../../properties/soak.ts'
import { caller, world } from '../../properties/world/world.ts'
import { catalogue } from '../../support/catalogue.ts'
import { memoryHub } from '../../support/memoryHub.ts'
import { drawsFrom, queryOf } from './generatedQuery.ts'

const schema = buildSchema(catalogue)
/** In which order cursors are sealed is nobody's business. */
const sameNonce = () => new Uint8Array(12)
/** Making a world costs more than asking it. */
const queriesPerWorld = 8

/** Whatever their order: it is a matter of which read was over first. */
function sorted(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).sort()
}

function comparableEntry({ disclosed, ...entry }: AuditEntry): unknown {
  return { ...entry, disclosed: sorted(disclosed.map((one) => ({ ...one, keys: [...one.keys].sort() }))) }
}

describe('a generated query', () => {
  it('has the same data, errors, extensions and audit entry by a plan, new and known, as by graphql-js', {
    timeout: within(240_000),
  }, async () => {
    const seen = { records: 0, errors: 0, links: 0, markers: 0, queries: 0 }
    await fc.assert(
      fc.asyncProperty(world, caller, fc.integer(), async ({ setting, records }, asking, from) => {
        const draw = drawsFrom(from)
        const queries = Array.from({ length: queriesPerWorld }, () => queryOf(schema, draw))
        for (const { source } of queries) expect(validate(schema, parse(source)), source).toEqual([])
        const still = beStill()
        try {
          const policies = policiesOf(setting)
          const hubs = await Promise.all(
            (['graphql-js', 'plans'] as const).map(async (by) => {
              const memory = memoryHub(bureausOf(setting, records, policies), { cursorNonce: sameNonce }, by)
              await memory.hub.warmUp()
              return memory
            }),
          )
          for (const { source, variables } of queries) {
            const answers = []
            for (const memory of hubs) {
              for (let time = 0; time < 2; time++) {
                still.restart()
                const { data, errors, extensions } = await memory.ask(source, { ...variables }, callerOf(asking))
                const said = sorted((errors ?? []).map(({ message, path, locations }) => ({ message, path, locations })))
                const entry = memory.entries.at(-1)
                answers.push({ data: JSON.stringify(data), said, extensions, entry: entry && comparableEntry(entry) })
              }
            }
            // Where an error leaves no data the answer comes while other reads are going on: what they have done by then is a matter of time.
            const [reference, again, first, known] = answers.map((one) =>
              one.data === 'null' ? { ...one, extensions: null, entry: null } : one,
            )
            expect(again, source).toEqual(reference)
            expect(first, source).toEqual(reference)
            expect(known, source).toEqual(reference)
            seen.queries++
            if ((reference?.said.length ?? 0) > 0) seen.errors++
            const text = JSON.stringify(reference?.entry)
            if (text.includes('"keys')) seen.records++
            if (/"(subject|requests|notices|subjects|notice)"/.test(JSON.stringify(source.split(/\W+/)))) seen.links++
            if (reference?.data?.includes('NOT_SHARED') === true) seen.markers++
          }
        } finally {
          still.end()
        }
      }),
      { seed, numRuns: runs(60) },
    )
    // A comparison of nothing proves nothing.
    expect(seen.records).toBeGreaterThan(0.1 * seen.queries)
    expect(seen.errors).toBeGreaterThan(0.02 * seen.queries)
    expect(seen.links).toBeGreaterThan(0.1 * seen.queries)
  })
})
