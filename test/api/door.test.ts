import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryServer, twoBureaus } from '../support/memoryServer.ts'

let server: Awaited<ReturnType<typeof memoryServer>>
const bureaus = twoBureaus()
beforeAll(async () => {
  server = await memoryServer(bureaus)
})
afterAll(() => server[Symbol.asyncDispose]())

const codes = (body: { errors?: { extensions: { code: string } }[] }) => body.errors?.map((error) => error.extensions.code)
const question = '{ notices(first: 2) { nodes { number } pageInfo { hasNextPage } } }'

describe('the door', () => {
  it('answers a page of all bureaus, with sources and completeness in the extensions too', async () => {
    const { status, body } = await server.ask(question)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      data: { notices: { nodes: [{ number: 'XA-canary-3' }, { number: 'XB-canary-3' }], pageInfo: { hasNextPage: true } } },
      extensions: {
        sources: [
          { bureau: 'XA', state: 'OK' },
          { bureau: 'XB', state: 'OK' },
        ],
        completeness: { asked: 2, answered: 2, complete: true },
      },
    })
  })

  it('still answers 200 with what is there when a bureau is down', async () => {
    bureaus[1].down = true
    const { status, body } = await server.ask(question)
    bureaus[1].down = false
    expect(status).toBe(200)
    expect(body).toMatchObject({ extensions: { completeness: { asked: 2, answered: 1, complete: false } } })
    expect(body.errors).toBeUndefined()
  })

  it('refuses what is not signed, alike for every cause, with the challenge', async () => {
    const expired = await server.issuer.token({ expiresIn: -60 })
    const other = await server.issuer.token({ audience: 'other' })
    const answers = []
    for (const authorization of ['', 'Bearer', 'Basic eDp5', 'Bearer a.b.c', `Bearer ${expired}`, `Bearer ${other}`]) {
      const { status, headers, body } = await server.ask(question, undefined, { authorization })
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      answers.push(JSON.stringify(body))
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('UNAUTHENTICATED')
  })

  it('wants a purpose, in the header or in the extensions', async () => {
    expect(await server.ask(question, undefined, { 'comity-purpose': '' })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'PURPOSE_REQUIRED' } }] },
    })
    expect(await server.ask(question, undefined, { 'comity-purpose': 'AUDIT' })).toMatchObject({ status: 403 })
    expect(codes((await server.ask(question, undefined, { 'comity-purpose': 'x' })).body)).toEqual(['PURPOSE_INVALID'])
    const body = JSON.stringify({ query: '{ viewer { purpose case } }', extensions: { purpose: { kind: 'BORDER_CHECK', case: 'B1' } } })
    const { authorization } = server.headers
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body,
    })
    expect(await response.json()).toMatchObject({ data: { viewer: { purpose: 'BORDER_CHECK', case: 'B1' } } })
  })

  it.each([
    ['{ notises { nodes { id } } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['{ notices(where: { kind: { eq: REDD } }) { nodes { id } } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['{ notices( { id } }', {}, 'GRAPHQL_PARSE_FAILED'],
    ['query ($k: NoticeKind) { notices(where: { kind: { eq: $k } }) { nodes { id } } }', { k: 'REDD' }, 'BAD_USER_INPUT'],
    ['query ($d: Date!) { notices(where: { issuedOn: { eq: $d } }) { nodes { id } } }', { d: '2026-02-30' }, 'BAD_USER_INPUT'],
    ['query ($d: Date!) { notices(where: { issuedOn: { eq: $d } }) { nodes { id } } }', {}, 'BAD_USER_INPUT'],
    ['query A { __typename } query B { __typename }', {}, 'BAD_USER_INPUT'],
  ])('refuses %s with %j, and gives no hint', async (query, variables, code) => {
    const { body } = await server.ask(query, variables)
    expect(codes(body)).toEqual([code])
    expect(JSON.stringify(body)).not.toMatch(/did you mean/i)
    if (code === 'BAD_USER_INPUT') expect(JSON.stringify(body)).not.toMatch(/REDD|2026-02-30/)
    expect(body['data']).toBeUndefined()
  })

  it('says which form a scalar wants', async () => {
    const { body } = await server.ask('query ($d: PartialDate!) { persons(where: { birthDate: { eq: $d } }) { nodes { id } } }', {
      d: 'June 1980',
    })
    expect(body.errors?.[0]?.message).toMatch(/PartialDate wants a day known in part/)
  })

  it('shows nothing of what went wrong inside, but a reference that the log has too', async () => {
    const [xa] = bureaus
    const rows = xa.rows
    xa.rows = {
      get Notice(): never {
        throw new Error('secret-canary in a message')
      },
    }
    const original = xa.source.link.find.bind(xa.source.link)
    xa.source.link.find = () => Promise.reject(new Error('secret-canary in a message'))
    const { status, body } = await server.ask('{ notices { nodes { number } } }')
    xa.rows = rows
    xa.source.link.find = original
    expect(status).toBe(500)
    expect(codes(body)).toEqual(['INTERNAL_ERROR'])
    const reference = /Reference: (\S+)\./.exec(body.errors?.[0]?.message ?? '')?.[1]
    expect(reference).toBeTruthy()
    expect(server.lines.some((line) => line.includes(reference ?? '?'))).toBe(true)
    expect(JSON.stringify(body) + server.lines.join()).not.toContain('secret-canary')
  })

  it('logs no token, no variable and no value', () => {
    const all = server.lines.join()
    expect(all).not.toContain(server.token)
    expect(all).not.toMatch(/canary|XA-2026-0017|REDD/)
  })

  it('records every executed operation before it answers', async () => {
    const before = server.entries.length
    await server.ask(question)
    expect(server.entries).toHaveLength(before + 1)
    expect(server.entries.at(-1)).toMatchObject({
      personRef: 'XA-0001',
      purpose: 'INVESTIGATION',
      case: 'XA-2026-0017',
      operation: { type: 'query', errors: 0 },
    })
  })

  it('records what the document was given as a keyed digest, and no value of it', async () => {
    const query = 'query Q($n: String) { notices(first: 1, where: { number: { eq: $n } }) { nodes { number } } }'
    const digests: (string | null | undefined)[] = []
    for (const n of ['2026/4711', '2026/4711', '2026/4712', null]) {
      await server.ask(query, n === null ? undefined : { n })
      digests.push(server.entries.at(-1)?.operation.variables)
    }
    expect(digests[0]).toMatch(/^[\w-]{43}$/)
    expect(digests[1]).toBe(digests[0])
    expect(new Set(digests).size).toBe(3)
    expect(digests[3]).toBeNull()
    expect(JSON.stringify(server.entries)).not.toContain('2026/4711')
  })

  it('records who was refused, of what and why, before they are told', async () => {
    const before = server.entries.length
    const { status } = await server.ask(question, undefined, { 'comity-purpose': 'SANCTIONS' })
    expect(status).toBe(403)
    expect(server.entries.slice(before)).toEqual([
      {
        personRef: 'XA-0001',
        bureau: 'XA',
        roles: expect.any(Array),
        refused: 'PURPOSE_NOT_ALLOWED',
        purpose: null,
        case: null,
        trace: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ])
  })

  it('forbids keeping the answer', async () => {
    const { headers } = await server.ask(question)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('limits', () => {
  const laughs = (levels: number) =>
    `{ notices(first: 1) { nodes { ...f0 } } } ${Array.from({ length: levels }, (_, i) => `fragment f${i} on Notice { ...f${i + 1} ...f${i + 1} ...f${i + 1} }`).join(' ')} fragment f${levels} on Notice { kind }`
  it.each([
    ['depth', `{ notices { nodes { subject ${'{ notices { subject '.repeat(8)} { id } ${'} }'.repeat(8)} } } }`],
    ['aliases', `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
    ['directives', `{ __typename ${'@skip(if: false) '.repeat(60)} }`],
    ['cost', '{ notices(first: 100) { nodes { subject { notices(first: 100) { subject { notices(first: 100) { id } } } } } } }'],
    ['fields by fragments', laughs(12)],
  ])('refuse too much %s, quickly, before any bureau is asked', async (_name, query) => {
    const calls = bureaus.map((bureau) => bureau.calls.length)
    const started = performance.now()
    const { status, body } = await server.ask(query)
    expect(codes(body)).toEqual(['QUERY_TOO_COSTLY'])
    expect(status).toBe(400)
    expect(performance.now() - started).toBeLessThan(500)
    expect(bureaus.map((bureau) => bureau.calls.length)).toEqual(calls)
  })

  it('refuse a document of too many tokens or bytes, a batch, and a body beyond the bound', async () => {
    expect(codes((await server.ask(`{ ${'__typename '.repeat(2500)} }`)).body)).toEqual(['GRAPHQL_PARSE_FAILED'])
    expect(codes((await server.ask(`{ __typename } #${'x'.repeat(70_000)}`)).body)).toEqual(['BAD_REQUEST'])
    const post = (body: string) => fetch(`${server.url}/graphql`, { method: 'POST', headers: server.headers, body })
    expect((await post(JSON.stringify([{ query: '{ __typename }' }]))).status).toBe(400)
    const large = await post(JSON.stringify({ query: '{ __typename }', variables: { x: 'y'.repeat(300_000) } }))
    expect(large.status).toBe(413)
    expect(codes((await large.json()) as never)).toEqual(['BAD_REQUEST'])
  })

  it('bound fragments that circle, and introspection that circles', async () => {
    expect(codes((await server.ask('{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }')).body)).toContain(
      'GRAPHQL_VALIDATION_FAILED',
    )
    const circle = `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`
    expect(codes((await server.ask(circle)).body)).toContain('GRAPHQL_VALIDATION_FAILED')
  })
})

describe('a request that is not GraphQL over HTTP', () => {
  it.each([
    ['DELETE', {}, 405],
    ['PUT', {}, 405],
    ['POST', { 'content-type': 'text/plain' }, 415],
    ['POST', { 'content-type': 'application/json; charset=latin1' }, 415],
    ['POST', { 'content-type': 'application/json\t; x' }, 415],
    ['POST', { accept: 'text/html' }, 406],
  ])('is refused: %s %j gives %i', async (method, headers, status) => {
    const response = await fetch(`${server.url}/graphql`, {
      method,
      headers: { ...server.headers, ...headers },
      ...(method === 'GET' ? {} : { body: '{"query":"{ __typename }"}' }),
    })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })

  it('is refused for a form that any page could send', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { ...server.headers, 'content-type': type },
        body: 'query={__typename}',
      })
      expect(response.status).toBe(415)
    }
  })
})

describe('draining', () => {
  it('finishes what is in flight, says it is not ready, and closes', async () => {
    const slow = twoBureaus()
    await using other = await memoryServer(slow)
    const release = Promise.withResolvers<void>()
    const entered = Promise.withResolvers<void>()
    const original = slow[0].source.link.find.bind(slow[0].source.link)
    slow[0].source.link.find = async (...args) => {
      entered.resolve()
      await release.promise
      return original(...args)
    }
    expect((await fetch(`${other.url}/readyz`)).status).toBe(200)
    const inFlight = other.ask(question)
    await entered.promise
    const drained = other.server.drain()
    release.resolve()
    expect((await inFlight).status).toBe(200)
    await drained
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow()
  })
})
