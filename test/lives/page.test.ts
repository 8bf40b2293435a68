import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { buildSchema } from '../../src/api/executableSchema.ts'
import { errorTable } from '../../src/model/errors.ts'
import { catalogue } from '../support/catalogue.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/working-together.md'), 'utf8')

it('shows operations that the schema has', () => {
  const schema = buildSchema(catalogue)
  const blocks = [...page.matchAll(/```graphql\n([^`]*)```/g)].flatMap(([, text]) => (text ?? '').split('\n\n'))
  expect(blocks.length).toBe(2)
  for (const block of blocks) expect(validate(schema, parse(block))).toEqual([])
})

it('names acts, values, codes and fields that there are', () => {
  const schema = buildSchema(catalogue)
  const known = new Set([...catalogue.enums.values()].flat().concat(Object.keys(errorTable)))
  const fields = new Set(Object.values(schema.getTypeMap()).flatMap((type) => ('getFields' in type ? Object.keys(type.getFields()) : [])))
  const words = [...page.matchAll(/`([A-Za-z_]+)`/g)].map(([, word]) => word ?? '')
  expect(words.filter((word) => (/^[A-Z_]+$/.test(word) ? !known.has(word) : /^[a-z]+[A-Z]/.test(word) && !fields.has(word)))).toEqual([])
})
