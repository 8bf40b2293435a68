import { describe, expect, it } from 'vitest'
import { exceptions, importProblems } from '../support/house/importRules.ts'
import { boundNameProblems, fileCycles, roomCycles } from '../support/house/moduleRules.ts'
import { readModule } from '../support/house/readModule.ts'
import { handWritten, sourceFiles } from '../support/house/sourceFile.ts'

const files = [...handWritten(), ...sourceFiles(/\.ts$/, 'src/generated')]
const modules = files.map(readModule)
const texts = new Map(files.map(({ path, text }) => [path, text]))
const parsed = (path: string, text: string) => [readModule({ path, text })]
const problems = (path: string, text: string) => importProblems(parsed(path, text))

describe('the house', () => {
  it('imports only as the table of rooms allows', () => {
    expect(modules.length).toBeGreaterThan(50)
    expect(importProblems(modules)).toEqual([])
  })

  it('opens sealed records in disclosure only, and reads the environment in one file', () => {
    expect(boundNameProblems(modules, texts)).toEqual([])
  })

  it('has no circles among files', () => {
    expect(fileCycles(modules)).toEqual([])
  })

  it('has no circles among rooms', () => {
    expect(roomCycles(modules)).toEqual([])
  })

  it('still needs every exception it grants', () => {
    const used = exceptions.filter(({ from }) => modules.some(({ path }) => path === from))
    expect(used).toEqual(exceptions)
  })
})

describe('the import rules', () => {
  it.each([
    ['src/plan/x.ts', "import { y } from '../api/y.ts'", 'plan/x.ts may not import api/y.ts'],
    ['src/plan/x.ts', "import type { Y } from '../api/y.ts'", 'plan/x.ts may not import api/y.ts'],
    ['src/plan/x.ts', "export { y } from '../hub.ts'", 'plan/x.ts may not import hub.ts'],
    ['src/plan/x.ts', "const y = await import('../hub.ts')", 'plan/x.ts may not import hub.ts'],
    ['src/plan/x.ts', "type Y = import('../hub.ts').Hub", 'plan/x.ts may not import hub.ts'],
    ['src/plan/x.ts', 'const y = await import(`../api/${name}.ts`)', 'plan/x.ts may not import api/*'],
    ['src/model/x.ts', "import '../plan/page.ts'", 'model/x.ts may not import plan/page.ts'],
    ['src/disclosure/a/x.ts', "import { y } from '../../mapping/y.ts'", 'disclosure/a/x.ts may not import mapping/y.ts'],
    ['src/mapping/x.ts', "import { y } from '../connectors/y.ts'", 'mapping/x.ts may import types only from connectors/y.ts'],
    ['src/alerts/x.ts', "import { y } from '../requests/y.ts'", 'alerts/x.ts may not import requests/y.ts'],
    ['resolvers/x.ts', "import { Hub } from '../src/hub.ts'", 'resolvers/x.ts may import types only from hub.ts'],
    ['web/src/x.ts', "import { y } from '../../src/hub.ts'", 'web/src/x.ts may not import hub.ts'],
    ['src/unheard/x.ts', '', 'src/unheard/x.ts: no rule says what "unheard" may import'],
  ])('refuse in %s: %s', (path, text, problem) => {
    expect(problems(path, text)).toEqual([problem])
  })

  it.each([
    ['src/plan/x.ts', "import pg from 'pg'"],
    ['src/hub.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['src/disclosure/x.ts', "import { parse } from 'graphql'"],
    ['src/connectors/kinds/rest.ts', "import { parse } from 'graphql/language'"],
    ['src/plan/x.ts', "import { ApolloServer } from '@apollo/server'"],
    ['src/api/x.ts', "import { createPool } from 'mysql2/promise'"],
    ['src/store/x.ts', "import { vi } from 'vitest'"],
  ])('refuse a library away from home in %s: %s', (path, text) => {
    expect(problems(path, text)).toEqual([expect.stringMatching(/may not import .+ is at home in/)])
  })

  it('refuse a second file that imports ioredis', () => {
    const both = [...parsed('src/alerts/a.ts', "import 'ioredis'"), ...parsed('src/alerts/b.ts', "import 'ioredis'")]
    expect(importProblems(both)).toEqual(['ioredis is imported by src/alerts/a.ts and src/alerts/b.ts: one file only'])
  })

  it('allow what the table draws, and look through comments and strings', () => {
    expect(problems('src/plan/x.ts', "import { y } from '../records/y.ts'\nimport { GraphQLError } from 'graphql'")).toEqual([])
    expect(problems('src/plan/x.ts', "// import '../api/y.ts'\nexport const y = \"import '../api/y.ts'\"")).toEqual([])
    expect(problems('src/mapping/x.ts', "import type { Y } from '../connectors/y.ts'")).toEqual([])
  })

  it('refuse an import whose target is computed', () => {
    expect(() => problems('src/plan/x.ts', 'await import(name)')).toThrow(/computed/)
  })

  it('find a sealed record opened elsewhere, and the environment read elsewhere', () => {
    const check = (path: string, text: string) => boundNameProblems(parsed(path, text), new Map([[path, text]]))
    expect(check('src/plan/x.ts', 'const open = seal.unseal')).toHaveLength(1)
    expect(check('src/plan/x.ts', "const port = process.env['PORT']")).toHaveLength(1)
    expect(check('src/plan/x.ts', "const port = process['env']['PORT']")).toHaveLength(1)
    expect(check('src/plan/x.ts', "import { env } from 'node:process'")).toHaveLength(1)
    expect(check('src/disclosure/x.ts', 'unseal(record)')).toEqual([])
    expect(check('src/config/environment.ts', 'process.env')).toEqual([])
  })

  it('find circles among files and among rooms', () => {
    const files = [...parsed('src/plan/a.ts', "import './b.ts'"), ...parsed('src/plan/b.ts', "import './a.ts'")]
    expect(fileCycles(files)).toEqual(['src/plan/a.ts -> src/plan/b.ts -> src/plan/a.ts'])
    const across = [
      ...parsed('src/links/a.ts', "import type { B } from '../plan/b.ts'"),
      ...parsed('src/plan/b.ts', "import '../links/c.ts'"),
    ]
    expect(roomCycles(across)).toEqual(['links -> plan -> links'])
  })
})
