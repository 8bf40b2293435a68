import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateWorld } from '../../examples/generate/generateWorld.ts'
import { documentsOfXb, type XbDocument } from '../../examples/systems/xb/documents.ts'
import { serveXb } from '../../examples/systems/xb/server.ts'

interface Page {
  readonly resultats: readonly XbDocument[]
  readonly pagination: { readonly total: number; readonly plafond: boolean }
}

const data = documentsOfXb(generateWorld({ seed: 3, scale: 0.1, today: '2026-11-01' }).bureaus.XB)
// More persons than one question reaches.
const many = Array.from({ length: 5200 }, (_, i) => ({
  ...data.personnes[i % data.personnes.length],
  id: `M-${String(i).padStart(5, '0')}`,
}))
let server: Server
let base = ''

beforeAll(async () => {
  server = serveXb({ ...data, personnes: many }, 'secret')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const ask = (path: string, key = 'secret') => fetch(base + path, { headers: { authorization: `Bearer ${key}` } })
const page = async (path: string) => (await (await ask(path)).json()) as Page

describe("XB's interface", () => {
  it.each(['', 'Secret', 'secret2'])('refuses the key "%s"', async (key) => {
    expect((await ask('/avis', key)).status).toBe(401)
  })

  it('pages through everything once', async () => {
    const seen: string[] = []
    for (let n = 1; ; n++) {
      const { resultats } = await page(`/avis?page=${n}&parPage=25`)
      if (resultats.length === 0) break
      seen.push(...resultats.map(({ id }) => id))
    }
    expect(seen).toHaveLength(60)
    expect(new Set(seen)).toEqual(new Set(data.avis.map(({ id }) => id)))
  })

  it('gives 200 documents a page at most', async () => {
    expect((await page('/personnes?parPage=1000')).resultats).toHaveLength(200)
  })

  it('gives no more than 5000 documents to one question and says so', async () => {
    const last = await page('/personnes?page=25&parPage=200')
    expect(last.resultats).toHaveLength(200)
    expect(last.pagination).toMatchObject({ total: 5200, plafond: true })
    expect((await page('/personnes?page=26&parPage=200')).resultats).toEqual([])
  })

  it('filters by its own parameters, any of several values', async () => {
    const { resultats } = await page('/avis?nature=A1,A4&statut=PUB&parPage=200')
    const expected = data.avis.filter(({ nature, statut }) => ['A1', 'A4'].includes(String(nature)) && statut === 'PUB')
    expect(resultats.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
    expect(resultats.length).toBeGreaterThan(0)
  })

  it('reads by ids and one by one', async () => {
    const [first, second] = data.avis
    expect((await page(`/avis?ids=${first?.id},${second?.id},none`)).resultats).toHaveLength(2)
    expect(await (await ask(`/avis/${first?.id}`)).json()).toEqual({ resultat: first })
    expect((await ask('/avis/none')).status).toBe(404)
  })

  it.each(['dateEmission', '-dateEmission'])('orders by %s, ties by id, and goes on after a position', async (tri) => {
    const whole = (await page(`/avis?tri=${tri}&parPage=200`)).resultats
    const sign = tri.startsWith('-') ? -1 : 1
    const sorted = data.avis.toSorted((a, b) => compare(a['dateEmission'], b['dateEmission']) * sign || compare(a.id, b.id))
    expect(whole.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
    const at = whole[20]
    const rest = (await page(`/avis?tri=${tri}&parPage=200&apresValeur=${String(at?.['dateEmission'])}&apresId=${at?.id}`)).resultats
    expect(rest.map(({ id }) => id)).toEqual(whole.slice(21).map(({ id }) => id))
  })

  it('puts documents without a value last in both directions', async () => {
    for (const tri of ['dateEnvoi', '-dateEnvoi']) {
      const values = (await page(`/commissions?tri=${tri}&parPage=200`)).resultats.map((document) => document['dateEnvoi'])
      const known = values.filter((value) => value !== null).length
      expect(values.slice(known).every((value) => value === null)).toBe(true)
    }
  })

  it.each(['/avis?couleur=rouge', '/avis?tri=nature', '/avis?page=0', '/avis?parPage=x'])('refuses %s with a reason', async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(400)
    expect(await response.json()).toHaveProperty('erreur')
  })

  it.each(['/', '/autre', '/avis/a/b'])('knows no %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it('only reads', async () => {
    const response = await fetch(`${base}/avis`, { method: 'POST', headers: { authorization: 'Bearer secret' } })
    expect(response.status).toBe(405)
  })
})

function compare(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}
