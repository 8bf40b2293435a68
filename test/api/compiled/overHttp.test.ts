import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { ServerOptions } from '../../../src/api/server.ts'
import { AuditLog } from '../../../src/audit/auditLog.ts'
import { beStill } from '../../properties/hub/stillness.ts'
import { memoryBureau } from '../../support/memoryBureau.ts'
import { memoryHub } from '../../support/memoryHub.ts'
import { memoryServer } from '../../support/memoryServer.ts'

type Served = Awaited<ReturnType<typeof memoryServer>>

/** What is asked. No reading goes on when an error ends an answer: what it has done by then would be a matter of time. Every answer must be the same three times over: by graphql-js, by a plan that is made for it, and by one that is known. */
const questions: readonly {
  readonly title: string
  readonly query: string
  readonly variables?: unknown
  readonly operationName?: string
}[] = [
  {
    title: 'a page',
    query:
      '{ notices(first: 2) { nodes { id number kind owner { code name } _disclosure { field level } } edges { cursor late } pageInfo { hasNextPage endCursor } } }',
  },
  { title: 'links both ways', query: '{ notices { nodes { number subject { id names { family } notices { number } } } } }' },
  {
    title: 'a count and facets',
    query: '{ notices { totalCount facets(by: [KIND, OWNER]) { field buckets { value count } withheld } completeness { complete } } }',
  },
  {
    title: 'variables',
    query: 'query ($n: Int = 1, $w: NoticeFilter) { notices(first: $n, where: $w) { nodes { number } } }',
    variables: { w: { kind: { eq: 'RED' } } },
  },
  { title: 'a page size that no page has, by a default', query: 'query ($n: Int = 500) { notices(first: $n) { nodes { number } } }' },
  {
    title: 'a mistake among good fields',
    query: '{ bureau(code: "XA") { code } node(id: "bm8") { id } b: notices(after: "bm90IGEgY3Vyc29y") { nodes { number } } }',
  },
  { title: 'a variable that is wrong', query: 'query ($n: Int!) { notices(first: $n) { nodes { number } } }', variables: { n: 'canary' } },
  { title: 'a document that is not valid', query: '{ notices { nodes { nonsense } } }' },
  { title: 'no such operation', query: 'query A { bureaus { code } } query B { bureaus { name } }', operationName: 'C' },
  { title: 'introspection', query: '{ __schema { queryType { name } } bureaus { code } }' },
  { title: 'who asks', query: '{ viewer { personRef roles purpose case bureau { code } } bureaus { code status health { state } } }' },
  { title: 'a mutation that is refused', query: 'mutation { closeEmergency(id: "none") { id } }' },
]

function servers(over: Partial<ServerOptions> = {}): Promise<Served> {
  const rows = (code: string) => ({
    Notice: [1, 2, 3].map((n) => ({
      key: `n${n}`,
      kind: n === 2 ? 'BLUE' : 'RED',
      issuedOn: `2026-01-0${n}`,
      number: `${code} "${n}" \u2028 ü`,
      subject: { bureau: code, type: 'Person', key: `p${n}` },
    })),
    Person: [1, 2].map((n) => ({
      key: `p${n}`,
      status: 'SUSPECT',
      names: [{ kind: 'PRIMARY', family: 'Lopez', given: 'M' }],
      recordedAt: '2026-01-01T00:00:00Z',
    })),
  })
  const withheldOn = { field: 'number', when: ({ number }: Readonly<Record<string, unknown>>) => String(number).includes('"2"') }
  return memoryServer([memoryBureau('XA', { rows: rows('XA'), withheldOn }), memoryBureau('XB', { rows: rows('XB') })], over)
}

/** The answer as it came over the wire, but for the date. */
function post({ url }: Served, headers: Readonly<Record<string, string>>, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/graphql`,
      { method: 'POST', headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const kept = answer.rawHeaders.flatMap((name, i, all) =>
            i % 2 === 0 && name.toLowerCase() !== 'date' ? [`${name}: ${all[i + 1]}`] : [],
          )
          resolve([`${answer.statusCode}`, ...kept, Buffer.concat(chunks).toString('utf8')].join('\n'))
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('an answer over HTTP', () => {
  it.each(['application/json', 'application/graphql-response+json'])(
    'is the same to the byte by graphql-js, and by a plan new and known: %s',
    async (accept) => {
      const still = beStill()
      try {
        const reference = await servers({ executor: 'graphql-js' })
        const compiled = await servers()
        const trace = { traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01`, accept }
        for (const { title, query, variables, operationName } of questions) {
          const body = JSON.stringify({ query, variables, operationName })
          const said: string[] = []
          for (const served of [reference, compiled, compiled]) {
            still.restart()
            said.push(await post(served, { ...served.headers, authorization: `Bearer ${served.token}`, ...trace }, body))
          }
          expect(said[1], title).toBe(said[0])
          expect(said[2], title).toBe(said[0])
          const entries = [reference.entries.at(-1), compiled.entries.at(-2), compiled.entries.at(-1)]
          expect(entries[1], title).toEqual(entries[0])
          expect(entries[2], title).toEqual(entries[0])
        }
        await Promise.all([reference.server.drain(), compiled.server.drain()])
      } finally {
        still.end()
      }
    },
  )

  it('leaves Apollo Server out once its document is known, and not before', async () => {
    let parsed = 0
    await using served = await servers({ onFallback: () => parsed++ })
    const ask = (query: string) => served.ask(query)
    for (let time = 0; time < 3; time++) expect((await ask('{ __schema { queryType { name } } }')).status).toBe(200)
    expect(parsed).toBe(3)
    for (let time = 0; time < 3; time++) expect((await ask('{ notices { nodes { number } } }')).status).toBe(200)
    expect(parsed).toBe(3)
  })

  it('does not leave by a plan either when its entry cannot be written', async () => {
    await using served = await servers()
    const query = '{ notices { nodes { number } } }'
    expect((await served.ask(query)).status).toBe(200)
    const broken = new AuditLog(
      () => {
        throw new Error('the disk is full')
      },
      () => Date.now(),
      () => {},
    )
    const { hub } = memoryHub([memoryBureau('XA', { rows: { Notice: [{ key: 'n1', number: 'canary' }] } })], { audit: broken })
    await using failing = await memoryServer([], { hub })
    for (let time = 0; time < 2; time++) {
      const { status, body } = await failing.ask(query)
      expect(status).toBe(503)
      expect(JSON.stringify(body)).not.toContain('canary')
    }
  })

  it('is refused before any plan runs when it asks for too much, known or not', async () => {
    await using served = await servers()
    const query = 'query ($n: Int) { notices(first: $n) { nodes { number } } }'
    expect((await served.ask(query, { n: 5 })).status).toBe(200)
    expect((await served.ask(query, { n: 101 })).body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    expect((await served.ask(query, { n: 5, list: Array.from({ length: 3000 }, () => 1) })).body.errors?.[0]?.extensions.code).toBe(
      'QUERY_TOO_COSTLY',
    )
  })
})
