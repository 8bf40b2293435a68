import { readdirSync, readFileSync } from 'node:fs'
import { buildSchema, GraphQLEnumType, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { purposes } from '../../web/src/session/purposes.ts'

const schemaFolder = new URL('../../schema/', import.meta.url)
const folder = new URL('../../web/src/editor/examples/', import.meta.url)
const read = (base: URL, file: string): string => readFileSync(new URL(file, base), 'utf8')
const documentsIn = (base: URL): readonly string[] => readdirSync(base).filter((file) => file.endsWith('.graphql'))
const schema = buildSchema(
  documentsIn(schemaFolder)
    .map((file) => read(schemaFolder, file))
    .join('\n'),
)
const examples = documentsIn(folder)

describe('the example queries', () => {
  it('cover at least six tasks', () => {
    expect(examples.length).toBeGreaterThanOrEqual(6)
  })

  it.each(examples)('are valid against the schema: %s', (file) => {
    expect(validate(schema, parse(read(folder, file))).map(({ message }) => message)).toEqual([])
  })

  it.each(examples)('open with a comment and a named operation, which names the tab: %s', (file) => {
    expect(read(folder, file)).toMatch(/^# .+\n(# .+\n)*(query|mutation|subscription) [A-Z]\w+/)
  })
})

describe('the purposes a token holder may choose from', () => {
  it('are those of the schema', () => {
    const type = schema.getType('Purpose')
    if (!(type instanceof GraphQLEnumType)) throw new Error('The schema has no enum "Purpose"')
    expect(purposes).toEqual(type.getValues().map(({ name }) => name))
  })
})
