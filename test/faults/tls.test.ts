import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Authority, type Certificate, type CertificateRequest, makeAuthority } from '../support/certificates.ts'
import { sendJson } from '../support/connectors/httpServer.ts'
import { type Federation, openFederation } from './federation.ts'
import { type NoticeSystem, noticeRows, startNoticeSystem } from './noticeSystems.ts'

const numbersOf = (code: string) => noticeRows(code).map(({ number }) => number)

for (const kind of ['rest', 'graphql'] as const) {
  describe(`a bureau with a ${kind} interface over TLS, in a federation of two`, () => {
    let authority: Authority
    let neighbour: NoticeSystem
    let shape: NoticeSystem
    beforeAll(async () => {
      authority = makeAuthority()
      ;[neighbour, shape] = await Promise.all([startNoticeSystem('rest', 'XB'), startNoticeSystem(kind, 'XA')])
    })
    afterAll(async () => {
      authority.remove()
      await Promise.all([neighbour.server.stop(), shape.server.stop()])
    })

    /** A hub over a system with this certificate, the system, and how often somebody came to it. */
    async function withSystem(
      certificate: Certificate,
      tls: string,
      work: (federation: Federation, seen: { readonly connections: number; readonly requests: number }) => Promise<void>,
      demand: { readonly clients?: boolean; readonly limits?: string } = {},
    ): Promise<void> {
      const seen = { connections: 0, requests: 0 }
      const ca = readFileSync(authority.caFile)
      const clients = demand.clients === true ? { requestCert: true, rejectUnauthorized: true, ca } : {}
      const server = createServer({ cert: certificate.cert, key: certificate.key, ...clients }, (_request, response) => {
        seen.requests++
        sendJson(response, shape.wrap(noticeRows('XA')))
      })
      server.on('connection', () => seen.connections++).on('tlsClientError', () => {})
      const url = await listen(server)
      const federation = await openFederation({
        XA: { connector: shape.connector(url, tls), deadlineMs: 5000, ...(demand.limits === undefined ? {} : { limits: demand.limits }) },
        XB: { connector: neighbour.connector(neighbour.server.url), deadlineMs: 15_000 },
      })
      try {
        await work(federation, seen)
      } finally {
        await federation.close()
        server.closeAllConnections()
        server.close()
      }
    }

    const trusting = () => `tls: { caFile: ${authority.caFile} }`

    it('answers when its own authority is named', async () => {
      await withSystem(authority.issue('good'), trusting(), async (federation) => {
        expect(await federation.ask()).toMatchObject({ states: { XA: 'OK', XB: 'OK' }, numbers: { XA: numbersOf('XA') }, complete: true })
      })
    })

    it.each<[string, CertificateRequest, boolean]>([
      ['has expired', { days: -1 }, true],
      ['is signed by itself', { selfSigned: true }, true],
      ['is for another host', { hosts: ['elsewhere.example'] }, true],
      ['is signed by an authority that nobody named', {}, false],
    ])('whose certificate %s is never asked, and nobody else is the worse for it', async (_words, request, isNamed) => {
      await withSystem(authority.issue('bad', request), isNamed ? trusting() : '', async (federation, seen) => {
        const { states, numbers, complete, tookMs } = await federation.ask()
        expect(states).toEqual({ XA: 'UNAVAILABLE', XB: 'OK' })
        expect(numbers).toEqual({ XB: numbersOf('XB') })
        expect(complete).toBe(false)
        expect(tookMs).toBeLessThan(4000)
        expect(federation.reasons).toEqual(['UNTRUSTED'])
        // Neither its host nor what its certificate says: the log names the bureau and the class of the failure.
        expect(federation.lines.join()).not.toMatch(/localhost|elsewhere|CERT|authority/i)
        expect(seen).toEqual({ connections: 1, requests: 0 })
      })
    })

    it('whose certificate has expired is not tried again, and left alone after ten failures', async () => {
      await withSystem(
        authority.issue('old', { days: -1 }),
        trusting(),
        async (federation, seen) => {
          const states: (string | undefined)[] = []
          for (let i = 0; i < 15; i++) states.push((await federation.ask()).states['XA'])
          expect(states).toEqual([...Array.from({ length: 10 }, () => 'UNAVAILABLE'), ...Array.from({ length: 5 }, () => 'BREAKER_OPEN')])
          expect(seen).toEqual({ connections: 10, requests: 0 })
        },
        { limits: 'retryPercent: 10' },
      )
    })

    it('that wants to know who comes answers a hub with a certificate, and no other', async () => {
      const client = authority.issue('hub')
      const known = `tls: { caFile: ${authority.caFile}, certFile: ${client.certFile}, keyFile: ${client.keyFile} }`
      const server = authority.issue('strict')
      await withSystem(server, known, async (federation) => expect((await federation.ask()).states).toEqual({ XA: 'OK', XB: 'OK' }), {
        clients: true,
      })
      await withSystem(
        server,
        trusting(),
        async (federation, seen) => {
          expect((await federation.ask()).states).toEqual({ XA: 'UNAVAILABLE', XB: 'OK' })
          expect(seen.requests).toBe(0)
          expect(seen.connections).toBeLessThanOrEqual(2)
        },
        { clients: true },
      )
    })
  })
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `https://localhost:${(server.address() as AddressInfo).port}`
}
