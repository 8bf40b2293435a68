import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { CompiledQueries } from '../../src/api/compiled/compiledQueries.ts'
import { buildSchema } from '../../src/api/executableSchema.ts'
import { hashOf, PublishedDocuments, publishable, readPublished } from '../../src/api/publishedDocuments.ts'
import { documentsPublish } from '../../src/cli/documentsPublish.ts'
import { readEnvironment } from '../../src/config/environment.ts'
import { catalogue } from '../support/catalogue.ts'
import { memoryServer, twoBureaus } from '../support/memoryServer.ts'

const schema = buildSchema(catalogue)
const query = 'query Page($n: Int, $x: Boolean!) { notices(first: $n) { nodes { number kind @include(if: $x) } } }'
const other = '{ bureaus { code } }'
const folder = mkdtempSync(join(tmpdir(), 'comity-documents-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function publish(...files: readonly string[]) {
  const [out, err] = [new PassThrough({ encoding: 'utf8' }), new PassThrough({ encoding: 'utf8' })]
  const code = documentsPublish(files, join(folder, 'published'), { out, err })
  return { code, out: String(out.read() ?? ''), err: String(err.read() ?? '') }
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('comity documents publish', () => {
  it('writes each document under its hash, unchanged, and says which is which', () => {
    const { code, out } = publish(file('page.graphql', query))
    expect({ code, out }).toEqual({ code: 0, out: `sha256:${hashOf(query)}  ${join(folder, 'page.graphql')}\n` })
    expect(readFileSync(join(folder, 'published', `${hashOf(query)}.graphql`), 'utf8')).toBe(query)
    expect(readPublished(join(folder, 'published'), schema).map(({ text }) => text)).toEqual([query])
  })

  it('publishes nothing when one of them does not fit the contract, is no GraphQL, or asks for too much', () => {
    const before = readdirSync(join(folder, 'published'))
    const bad = [
      '{ notices { nodes { nonsense } } }',
      '{ notices(',
      `{ ${'a: notices { nodes { subject { notices { number } } } } '.repeat(60)} }`,
    ]
    for (const [i, text] of bad.entries()) {
      const { code, err } = publish(file('good.graphql', other), file(`bad${i}.graphql`, text))
      expect(code).toBe(1)
      expect(err).toContain(`bad${i}.graphql: `)
      expect(err).toContain('Nothing is published')
    }
    expect(readdirSync(join(folder, 'published'))).toEqual(before)
    expect(publish(folder.concat('/none.graphql')).code).toBe(1)
  })

  it('a folder whose files are not what their names say is refused, with the file', () => {
    const changed = mkdtempSync(join(folder, 'changed-'))
    writeFileSync(join(changed, `${hashOf(query)}.graphql`), `${query} `)
    expect(() => readPublished(changed, schema)).toThrow(`${hashOf(query)}.graphql: its text is not the one of its name`)
    writeFileSync(join(changed, `${hashOf(query)}.graphql`), '{ nonsense }')
    expect(() => readPublished(changed, schema)).toThrow(/nonsense/)
  })
})

describe('a published document', () => {
  it('is asked for by its id, with the answer of its text; by POST and by GET', async () => {
    const published = new PublishedDocuments([publishable(query, schema)], false)
    await using served = await memoryServer(twoBureaus(), { published })
    const whole = await served.ask(query, { n: 2, x: true })
    const ask = (body: object) => fetch(`${served.url}/graphql`, { method: 'POST', headers: served.headers, body: JSON.stringify(body) })
    const documentId = `sha256:${hashOf(query)}`
    const byId = await ask({ documentId, variables: { n: 2, x: true } })
    expect(((await byId.json()) as { data: unknown }).data).toEqual(whole.body['data'])
    const search = new URLSearchParams({ documentId, variables: JSON.stringify({ n: 2, x: true }) })
    const byGet = await fetch(`${served.url}/graphql?${search}`, { headers: served.headers })
    expect(((await byGet.json()) as { data: unknown }).data).toEqual(whole.body['data'])
    for (const wrong of [{ documentId: 'sha256:00' }, { documentId: hashOf(query) }, { documentId: `md5:${hashOf(query)}` }]) {
      const { errors } = (await (await ask(wrong)).json()) as { errors: { extensions: { code: string } }[] }
      expect(errors[0]?.extensions.code).toBe('DOCUMENT_NOT_PUBLISHED')
    }
    // Two documents in one request: whoever stands in between could read another than the hub.
    expect((await ask({ documentId, query })).status).toBe(400)
    expect((await ask({ documentId: 7 })).status).toBe(400)
    // Its limits hold as ever.
    const { errors } = (await (await ask({ documentId, variables: { n: 500, x: true } })).json()) as {
      errors: { extensions: { code: string } }[]
    }
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('is the only one that is answered where nothing else is', async () => {
    const published = new PublishedDocuments([publishable(query, schema)], true)
    await using served = await memoryServer(twoBureaus(), { published })
    expect((await served.ask(query, { n: 1, x: false })).status).toBe(200)
    for (const text of [other, `${query} `, '{ __schema { queryType { name } } }']) {
      const { status, body } = await served.ask(text)
      expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({ status: 403, code: 'DOCUMENT_NOT_PUBLISHED' })
    }
    expect((await served.ask(other, undefined, { authorization: 'Bearer no' })).status).toBe(401)
  })

  it('is planned before the first request, under each set of its conditions', async () => {
    const queries = new CompiledQueries({ schema })
    const { hash, document } = publishable(query, schema)
    queries.prepare(hash, document)
    const size = queries.size
    expect(size).toBeGreaterThan(10)
    const asked = {
      hash,
      operationName: null,
      variables: { n: 1, x: true },
      contextValue: { connection: async () => ({ nodes: [] }) } as never,
    }
    expect(JSON.stringify((await queries.executeKnown(asked))?.data)).toBe('{"notices":{"nodes":[]}}')
    expect(JSON.stringify((await queries.executeKnown({ ...asked, operationName: 'Page' }))?.data)).toBe('{"notices":{"nodes":[]}}')
    expect(queries.size).toBe(size)
  })
})

describe('the environment', () => {
  it('says which documents are answered, or how to mend it', () => {
    expect(readEnvironment({})).toMatchObject({ documents: null, documentsOnly: false, executor: 'compiled' })
    expect(readEnvironment({ COMITY_DOCUMENTS: '/d', COMITY_DOCUMENTS_ONLY: 'true' })).toMatchObject({
      documents: '/d',
      documentsOnly: true,
    })
    expect(() => readEnvironment({ COMITY_DOCUMENTS_ONLY: 'true' })).toThrow('COMITY_DOCUMENTS_ONLY needs COMITY_DOCUMENTS')
    expect(() => readEnvironment({ COMITY_DOCUMENTS_ONLY: 'yes' })).toThrow('true or false')
    expect(() => readEnvironment({ COMITY_EXECUTOR: 'fast' })).toThrow('compiled or graphql-js')
  })
})
