import { expect, it } from 'vitest'
import { bureauJsonSchema, isJsonSchemaFresh } from '../../src/config/writeJsonSchema.ts'

it('docs/bureau.schema.json says what the code says: npm run schema writes it', async () => {
  expect(await isJsonSchemaFresh()).toBe(true)
})

it('knows every part of the mapping language and every kind of connector', async () => {
  const schema = await bureauJsonSchema()
  for (const word of ['approximateWhen', 'keyOrder', 'FAMILY, Given', '"const": "postgres"', '"const": "file"'])
    expect(schema).toContain(word)
})
