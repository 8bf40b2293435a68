import { describe, expect, it } from 'vitest'
import { kindsOf } from '../../src/config/checkCapture.ts'
import { loadBureaus } from '../../src/config/loadBureaus.ts'
import { connectorOptionsSchema } from '../../src/connectors/open.ts'
import { mysqlDialect } from '../../src/connectors/sql/dialects/mysqlDialect.ts'
import { postgresDialect } from '../../src/connectors/sql/dialects/postgresDialect.ts'
import { sqliteDialect } from '../../src/connectors/sql/dialects/sqliteDialect.ts'
import { catalogue } from '../support/catalogue.ts'
import { bureauYaml, temporaryFolder } from './folders.ts'

async function load(capture: string, change: (text: string) => string = (text) => text) {
  using folder = temporaryFolder({ 'XA/bureau.yaml': change(`${bureauYaml('XA')}capture: ${capture}\n`) })
  const { bureaus, problems } = await loadBureaus(folder.path, {
    environment: { SECRET: `whsec_${'A'.repeat(43)}=` },
    catalogue,
    connectorOptionsSchema,
  })
  return {
    file: bureaus[0]?.file,
    problems: problems.filter(({ path }) => path.startsWith('capture')).map(({ path, message }) => `${path}: ${message}`),
  }
}

describe('capture in bureau.yaml', () => {
  it('is none unless it is declared', async () => {
    using folder = temporaryFolder({ 'XA/bureau.yaml': bureauYaml('XA') })
    const { bureaus } = await loadBureaus(folder.path, { environment: {}, catalogue, connectorOptionsSchema })
    expect(bureaus[0]?.file.capture).toBeUndefined()
  })

  it('has safe defaults', async () => {
    const { file, problems } = await load('{ types: { Person: { mode: poll, by: recordedAt } } }')
    expect(problems).toEqual([])
    expect(file?.capture).toEqual({
      reconcileMinutes: 1440,
      webhookKeys: [],
      types: { Person: { mode: 'poll', by: 'recordedAt', overlapSeconds: 600, everySeconds: 5 } },
    })
  })

  it('takes keys of webhooks from the environment', async () => {
    const { file, problems } = await load("{ webhookKeys: ['${SECRET}'], types: { Person: { mode: webhook } } }")
    expect(problems).toEqual([])
    expect(file?.capture?.webhookKeys).toHaveLength(1)
  })

  it.each([
    ['{ types: { Notice: { mode: outbox } } }', 'capture.types.Notice: there is no mapping for "Notice"'],
    ['{ types: { Person: { mode: poll } } }', 'capture.types.Person.by: "updatedAt" is no mapped date-time field of Person'],
    ['{ types: { Person: { mode: poll, by: sex } } }', 'capture.types.Person.by: "sex" is no mapped date-time field of Person'],
    ['{ types: { Person: { mode: xmin } } }', 'capture.types.Person.mode: capture by xmin needs a connector of kind postgres'],
    ['{ types: { Person: { mode: files } } }', 'capture.types.Person.mode: capture by files needs a connector of kind file'],
    ['{ types: { Person: { mode: webhook } } }', 'capture.types.Person.mode: no message can be taken without a key under "webhookKeys"'],
    ["{ webhookKeys: ['${SECRET}'], types: {} }", 'capture.webhookKeys: no type is captured by webhook'],
  ])('is refused as %s', async (capture, problem) => {
    expect((await load(capture)).problems).toContain(problem)
  })

  it.each([
    '{ types: { Person: { mode: guess } } }',
    '{ types: { Person: { mode: outbox, table: "x; drop table y" } } }',
    '{ types: { Person: { mode: slot, slot: "Bad Name" } } }',
    '{ types: { Person: { mode: outbox, everySeconds: 0 } } }',
    '{ types: { Person: { mode: outbox, overlapSeconds: 5 } } }',
    '{ webhookKeys: [secret], types: { Person: { mode: webhook } } }',
  ])('has no such shape as %s', async (capture) => {
    const { problems } = await load(capture)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.join()).not.toContain('"secret"')
  })

  it('gives each type a slot of its own', async () => {
    const twice = (text: string) =>
      text
        .replace(/kind: sqlite\n {2}file: .*/, 'kind: postgres\n  url: postgres://x/y')
        .replace('    Person:\n', '    Operation: { from: O, key: ID, fields: { recordedAt: { column: C } } }\n    Person:\n')
    const both = (slot: string) => `{ types: { Person: { mode: slot, slot: a }, Operation: { mode: slot, slot: ${slot} } } }`
    expect((await load(both('a'), twice)).problems).toEqual([
      'capture.types.Operation.slot: a slot has one reader: each type needs its own',
    ])
    expect((await load(both('b'), twice)).problems).toEqual([])
  })

  it('allows of each kind what its connector can do', () => {
    const can = (kind: string) => Object.entries(kindsOf).flatMap(([mode, kinds]) => (kinds.includes(kind) ? [mode] : []))
    expect(can('postgres').sort()).toEqual([...postgresDialect.captures].sort())
    expect(can('mysql')).toEqual(mysqlDialect.captures)
    expect(can('sqlite')).toEqual(sqliteDialect.captures)
    expect(can('file')).toEqual(['files'])
  })
})
