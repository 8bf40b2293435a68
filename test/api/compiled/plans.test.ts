import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { CompiledQueries } from '../../../src/api/compiled/compiledQueries.ts'
import { buildSchema } from '../../../src/api/executableSchema.ts'
import { catalogue } from '../../support/catalogue.ts'
import { root } from '../../support/house/sourceFile.ts'
import { memoryHub } from '../../support/memoryHub.ts'
import { memoryServer, twoBureaus } from '../../support/memoryServer.ts'
import { bothAnswer } from './bothExecutors.ts'

const schema = makeExecutableSchema({
  typeDefs: 'enum E { A B } type Query { echo(text: String, e: E): String, one: One } type One { name: String, one: One }',
  resolvers: { Query: { echo: (_: unknown, args: unknown) => JSON.stringify(args), one: () => ({ name: 'a', one: { name: 'b' } }) } },
})
const asked = (hash: string, variables: Record<string, unknown> = {}) => ({
  hash,
  operationName: null,
  variables,
  contextValue: {} as never,
})

describe('plans that are kept', () => {
  it('take no more than they may; what was not used for longest goes first', async () => {
    const queries = new CompiledQueries({ schema, most: 300 })
    const source = (i: number) => `{ one { ${Array.from({ length: 20 }, (_, at) => `a${i}_${at}: name`).join(' ')} } }`
    for (let i = 0; i < 50; i++) {
      await queries.execute(parse(source(i)), asked(`${i}`))
      expect(queries.size).toBeLessThanOrEqual(300)
      // Asked again and again, so that it stays.
      expect(await queries.executeKnown(asked('0'))).not.toBe(null)
    }
    expect(await queries.executeKnown(asked('1'))).toBe(null)
    expect(await queries.executeKnown(asked('49'))).not.toBe(null)
  })

  it('of one document under ever other conditions are few', async () => {
    const queries = new CompiledQueries({ schema, most: 10_000 })
    const names = Array.from({ length: 12 }, (_, i) => `$v${i}`)
    const fields = names.map((name, i) => `a${i}: name @include(if: ${name})`)
    const document = parse(`query (${names.map((name) => `${name}: Boolean!`).join(', ')}) { one { ${fields.join(' ')} name } }`)
    for (let i = 0; i < 400; i++) {
      const variables = Object.fromEntries(names.map((name, bit) => [name.slice(1), (i & (1 << bit)) !== 0]))
      await queries.execute(document, asked('h', variables))
    }
    expect(queries.size).toBeLessThan(300)
  })

  it('of a document that is too large for one are none, and it is answered and counted all the same', async () => {
    const reasons: string[] = []
    const queries = new CompiledQueries({ schema, onFallback: (reason) => reasons.push(reason) })
    const document = parse(`{ one { ${Array.from({ length: 6001 }, (_, i) => `a${i}: name`).join(' ')} } }`)
    const { data } = await queries.execute(document, asked('h'))
    expect(Object.keys((data?.['one'] ?? {}) as object)).toHaveLength(6001)
    expect(reasons).toEqual(['size'])
  })
})

/** Texts that would end a string, a comment or a line, or name something that code could reach. */
const hostile = [
  '"',
  "'",
  '`',
  '\\',
  '\\"',
  '${process.exit(1)}',
  '*/',
  '//',
  '\u2028',
  '\u2029',
  '\n',
  '</script>',
  '"+globalThis.hacked()+"',
  ');throw 1;//',
  '__proto__',
  'constructor',
]

describe('nothing that a caller writes becomes code', () => {
  it.each(hostile)('a text: %j', async (text) => {
    const source = `query ($t: String) { a: echo(text: ${JSON.stringify(text)}) b: echo(text: $t) c: echo(text: $t, e: B) }`
    expect((await bothAnswer({ schema, source, variables: { t: text } })).hot).toBe(true)
  })

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'eval',
    'return',
    'await',
    'null',
    'true',
    '_',
    '__defineGetter__',
    'process',
    'then',
  ])('a name: %s', async (name) => {
    const source = `query ${name === 'null' || name === 'true' ? 'Q' : name} { ${name}: one { ${name}: name other: one { ${name}: name } } }`
    expect((await bothAnswer({ schema, source, operationName: null })).hot).toBe(true)
  })

  it('plans are closures: they work where code cannot be made of texts, and none is made anywhere in src/', () => {
    const program = `
      import { buildSchema, parse } from 'graphql'
      import { CompiledQueries } from '${join(root, 'src/api/compiled/compiledQueries.ts')}'
      const queries = new CompiledQueries({ schema: buildSchema('type Query { a: Int }') })
      const asked = { hash: 'h', operationName: null, variables: {}, contextValue: {} }
      await queries.execute(parse('{ a }'), asked)
      process.stdout.write(JSON.stringify(await queries.executeKnown(asked)))
    `
    const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', program]
    expect(execFileSync(process.execPath, flags, { cwd: root, encoding: 'utf8' })).toBe('{"data":{"a":null}}')
    const names = ['collectFields', 'compiledQueries', 'completeResult', 'fieldSource', 'knownQueries', 'planQuery', 'run', 'writeJson']
    for (const name of names) {
      expect(readFileSync(join(root, `src/api/compiled/${name}.ts`), 'utf8'), name).not.toMatch(/new Function|\beval\(|node:vm/)
    }
  })
})

describe('queries of the documentation', () => {
  it('are all executed by plans', async () => {
    const texts = ['README.md', 'docs/getting-started.md'].flatMap((file) => {
      try {
        return [...readFileSync(join(root, file), 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text = '']) => text)
      } catch {
        return []
      }
    })
    const queriesOf = texts.filter((text) => /^\s*(query|\{)/.test(text))
    expect(queriesOf.length).toBeGreaterThan(0)
    const reasons: string[] = []
    const queries = new CompiledQueries({ schema: buildSchema(catalogue), onFallback: (reason) => reasons.push(reason) })
    const { hub } = memoryHub(twoBureaus())
    for (const [i, text] of queriesOf.entries()) {
      const operation = hub.begin((await import('../../support/caller.ts')).caller(), {
        signal: new AbortController().signal,
        traceId: '0'.repeat(32),
      })
      await queries.execute(parse(text), { hash: `${i}`, operationName: null, variables: {}, contextValue: operation })
      operation[Symbol.dispose]()
    }
    expect(reasons).toEqual([])
  })

  it('and what is executed without one is counted by the server', async () => {
    const reasons: string[] = []
    await using served = await memoryServer(twoBureaus(), { onFallback: (reason) => reasons.push(reason) })
    await served.ask('{ bureaus { code } }')
    await served.ask('{ __schema { queryType { name } } }')
    expect(reasons).toEqual(['introspection'])
  })
})
