import { expect, it } from 'vitest'
import { bureauJsonSchema, staleSchemas } from '../../src/config/writeJsonSchema.ts'

it('the schemas and the reference in docs/ say what the code says: npm run schema writes them', async () => {
  expect(await staleSchemas()).toEqual([])
})

it('knows every part of the mapping language and every kind of connector', async () => {
  const schema = await bureauJsonSchema()
  for (const word of ['approximateWhen', 'keyOrder', 'FAMILY, Given', '"const": "postgres"', '"const": "file"'])
    expect(schema).toContain(word)
})
