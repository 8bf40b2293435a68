import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { connectorKinds, connectorOptionsSchema, openConnector } from '../../src/connectors/open.ts'

const environment = { folder: '/' }

describe('opening a connector', () => {
  it('knows its kinds', async () => {
    await expect(openConnector({ kind: 'oracle' }, environment)).rejects.toThrow(
      "unknown connector kind 'oracle': there are postgres, mysql, sqlite, rest, graphql, file",
    )
    await expect(openConnector({ kind: '../open' }, environment)).rejects.toThrow('unknown connector kind')
  })

  it('says which options are wrong, without their values', async () => {
    const wrong = openConnector({ kind: 'mysql', url: 'mysql://u:secret@h/d', conections: 3, statementTimeoutMs: 'secret' }, environment)
    await expect(wrong).rejects.toThrow(/connector\..*conections/s)
    await expect(wrong).rejects.not.toThrow(/secret/)
  })

  it('wants a database for postgres', async () => {
    await expect(openConnector({ kind: 'postgres', url: '' }, environment)).rejects.toThrow('needs `url`, or `folder`')
  })

  it('wants the type of every GraphQL argument', async () => {
    const list = { field: 'things', filters: { id: { in: 'where.ids' } } }
    const options = { kind: 'graphql', url: 'http://127.0.0.1:9/', sources: { things: { list, get: { field: 'thing', key: 'id' } } } }
    await expect(openConnector(options, environment)).rejects.toThrow("the type of argument 'where' is missing")
  })

  for (const kind of connectorKinds) {
    it(`describes every option of ${kind}, for editors`, async () => {
      const schema = z.toJSONSchema(await connectorOptionsSchema(kind), { io: 'input' }) as {
        properties: Record<string, { description?: string }>
        additionalProperties: unknown
      }
      expect(schema.additionalProperties).toBe(false)
      const silent = Object.entries(schema.properties).filter(([name, property]) => name !== 'kind' && !property.description)
      expect(silent.map(([name]) => name)).toEqual([])
    })
  }
})
