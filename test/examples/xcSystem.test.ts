import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateWorld } from '../../examples/generate/generateWorld.ts'
import { nodesOfXc } from '../../examples/systems/xc/nodes.ts'
import { serveXc } from '../../examples/systems/xc/server.ts'

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly total: number
}

const data = nodesOfXc(generateWorld({ seed: 3, scale: 0.1, today: '2026-11-01' }).bureaus.XC)
let server: Server
let url = ''

beforeAll(async () => {
  server = serveXc(data, 'secret')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const post = (body: unknown, key = 'secret') =>
  fetch(url, { method: 'POST', headers: { 'x-api-key': key, 'content-type': 'application/json' }, body: JSON.stringify(body) })

async function notices(args: string, fields = 'clave emitida clase'): Promise<Connection> {
  const query = `{ requisitorias${args} { edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } total } }`
  const { data: answer, errors } = (await (await post({ query })).json()) as { data: { requisitorias: Connection }; errors?: unknown }
  expect(errors).toBeUndefined()
  return answer.requisitorias
}

describe("XC's endpoint", () => {
  it.each(['', 'other!'])('refuses the key "%s"', async (key) => {
    expect((await post({ query: '{ __typename }' }, key)).status).toBe(401)
  })

  it('pages as Relay does, through everything once', async () => {
    const seen: unknown[] = []
    let after: string | null = null
    do {
      const page: Connection = await notices(after === null ? '(first: 25)' : `(first: 25, after: "${after}")`)
      seen.push(...page.edges.map(({ node }) => node['clave']))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toEqual(data.requisitorias.map(({ clave }) => clave).sort())
  })

  it('gives 100 nodes a page at most', async () => {
    const query = '{ sujetos(first: 5000) { edges { node { clave } } total } }'
    const { data: answer } = (await (await post({ query })).json()) as { data: { sujetos: Connection } }
    expect(answer.sujetos.edges).toHaveLength(100)
    expect(answer.sujetos.total).toBe(200)
  })

  it.each(['EMITIDA_ASC', 'EMITIDA_DESC'])('orders by %s, ties by key', async (orden) => {
    const { edges } = await notices(`(first: 100, orden: ${orden})`)
    const sign = orden.endsWith('DESC') ? -1 : 1
    const sorted = data.requisitorias.toSorted((a, b) => compare(a['emitida'], b['emitida']) * sign || compare(a.clave, b.clave))
    expect(edges.map(({ node }) => node['clave'])).toEqual(sorted.map(({ clave }) => clave))
  })

  it('filters by its own fields', async () => {
    const { edges } = await notices('(first: 100, filtro: { clases: ["CAPTURA"], emitidaDesde: "20250101" })')
    const expected = data.requisitorias.filter(({ clase, emitida }) => clase === 'CAPTURA' && String(emitida) >= '20250101')
    expect(edges.map(({ node }) => node['clave']).sort()).toEqual(expected.map(({ clave }) => clave).sort())
    expect(edges.length).toBeGreaterThan(0)
  })

  it('reads by keys and leaves out those that are not there', async () => {
    const [first, second] = data.sujetos
    const query = 'query ($claves: [ID!]!) { sujetosPorClave(claves: $claves) { clave } }'
    const response = await post({ query, variables: { claves: [second?.clave, 'none', first?.clave] } })
    expect(await response.json()).toEqual({ data: { sujetosPorClave: [{ clave: second?.clave }, { clave: first?.clave }] } })
  })

  it('answers every field of its schema without an error', async () => {
    const fields =
      'clave nombres { apellidos } nacionalidades { pais } documentos { numero } estaturaPulgadas reserva { grado } registrado modificado caducaEl'
    const { errors } = (await (await post({ query: `{ sujetos(first: 100) { edges { node { ${fields} } } } }` })).json()) as {
      errors?: unknown
    }
    expect(errors).toBeUndefined()
  })

  it.each([{ query: '{ sujetos { nada } }' }, { query: '{ requisitorias(after: "zz") { total } }' }])(
    'tells a mistake as a GraphQL error: %o',
    async (body) => {
      expect(await (await post(body)).json()).toHaveProperty('errors')
    },
  )

  it('refuses what is not a question', async () => {
    expect((await post({ pregunta: 1 })).status).toBe(400)
    expect((await fetch(url, { headers: { 'x-api-key': 'secret' } })).status).toBe(404)
  })
})

function compare(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}
