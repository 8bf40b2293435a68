import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConnectionOptions, connect } from 'node:tls'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { TlsFiles } from '../../src/config/hubSchema.ts'
import { openDoor } from '../../src/main/openDoor.ts'
import { type Authority, type Certificate, makeAuthority } from '../support/certificates.ts'
import { memoryServer } from '../support/memoryServer.ts'

let authority: Authority
let own: Certificate
let gateway: Certificate
let other: Certificate
const folder = mkdtempSync(join(tmpdir(), 'comity-door-'))

beforeAll(() => {
  authority = makeAuthority()
  own = authority.issue('hub')
  gateway = authority.issue('gateway', { hosts: ['gateway.xa.example'] })
  other = authority.issue('other', { hosts: ['gateway.xb.example'] })
})
afterAll(() => {
  authority.remove()
  rmSync(folder, { recursive: true })
})

/** A hub behind TLS, by files that may change. */
async function guarded(clients?: Partial<NonNullable<TlsFiles['clients']>>) {
  const files: TlsFiles = {
    certificate: join(folder, 'hub.pem'),
    key: join(folder, 'hub.key'),
    ...(clients === undefined ? {} : { clients: { authority: authority.caFile, required: true, bureaus: {}, ...clients } }),
  }
  copyFileSync(own.certFile, files.certificate)
  copyFileSync(own.keyFile, files.key)
  const lines: string[] = []
  const door = openDoor(files, pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }))
  const memory = await memoryServer(undefined, door.options)
  const { port } = new URL(memory.url)
  const reached = { host: 'localhost', port, ca: readFileSync(authority.caFile) }
  return {
    files,
    lines,
    url: memory.url,
    renew: () => door.renew(memory.server),
    stop: () => memory.server.drain(),
    /** The status of a question, or the code of what became of the connection. */
    ask: (certificate: Certificate | null) => status(reached, { ...certificate }, memory.headers),
    /** The code with which a socket ends that signs in, or `acknowledged`. */
    socket: (certificate: Certificate | null) =>
      signIn(`wss://localhost:${port}/graphql`, { ca: reached.ca, ...certificate }, memory.headers.authorization),
    reached,
  }
}

function status(reached: object, { cert, key }: Partial<Certificate>, headers: Record<string, string>): Promise<number | string> {
  const { promise, resolve } = Promise.withResolvers<number | string>()
  const asked = request({ ...reached, cert, key, agent: false, path: '/graphql', method: 'POST', headers }, (response) => {
    response.resume().once('end', () => resolve(response.statusCode ?? 0))
  })
  asked.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  asked.end(JSON.stringify({ query: '{ viewer { bureau { code } } }' }))
  return promise
}

async function signIn(
  url: string,
  { ca, cert, key }: { ca: Buffer } & Partial<Certificate>,
  authorization: string,
): Promise<number | string> {
  const socket = new WebSocket(url, 'graphql-transport-ws', {
    ca,
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  })
  const { promise, resolve } = Promise.withResolvers<number | string>()
  socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })))
  socket.once('message', () => resolve('acknowledged'))
  socket.once('close', (code) => resolve(code))
  socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  const ended = await promise
  socket.terminate()
  return ended
}

async function handshake(options: ConnectionOptions): Promise<string> {
  const socket = connect(options)
  try {
    await once(socket, 'secureConnect')
    return socket.getProtocol() ?? ''
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'refused'
  } finally {
    socket.destroy()
  }
}

describe('a door with TLS', () => {
  it('answers over TLS 1.3 and nothing older', async () => {
    const hub = await guarded()
    try {
      expect(hub.url).toMatch(/^https:/)
      expect(await hub.ask(null)).toBe(200)
      const to = { ...hub.reached, port: Number(hub.reached.port) }
      expect(await handshake(to)).toBe('TLSv1.3')
      expect(await handshake({ ...to, maxVersion: 'TLSv1.2' })).toMatch(/ALERT|PROTOCOL|VERSION/)
    } finally {
      await hub.stop()
    }
  })

  it('takes a new certificate without a restart, and keeps the old one while the files do not fit', async () => {
    const hub = await guarded()
    try {
      const next = authority.issue('next', { hosts: ['localhost', 'renewed.example'] })
      copyFileSync(next.certFile, hub.files.certificate)
      hub.renew()
      expect(hub.lines.join()).toMatch(/hub.key is not the key of .*hub.pem/)
      expect(await hub.ask(null)).toBe(200)
      copyFileSync(next.keyFile, hub.files.key)
      hub.renew()
      const socket = connect({ ...hub.reached, port: Number(hub.reached.port) })
      await once(socket, 'secureConnect')
      expect(socket.getPeerCertificate().subjectaltname).toContain('renewed.example')
      socket.destroy()
    } finally {
      await hub.stop()
    }
  })

  it('says what is wrong with files that it cannot begin with', () => {
    const files = { certificate: own.certFile, key: gateway.keyFile }
    const log = pino({ level: 'silent' })
    expect(() => openDoor(files, log)).toThrow(/gateway.key is not the key of .*hub.pem/)
    expect(() => openDoor({ ...files, key: join(folder, 'none') }, log)).toThrow(/none cannot be read/)
    writeFileSync(join(folder, 'text'), 'no certificate')
    expect(() => openDoor({ ...files, certificate: join(folder, 'text') }, log)).toThrow(/text is not a certificate in PEM/)
  })
})

describe('certificates of clients', () => {
  it('are asked for: whoever has none, or one of another authority, does not get in', async () => {
    const hub = await guarded({})
    const stranger = makeAuthority()
    try {
      expect(await hub.ask(gateway)).toBe(200)
      expect(await hub.ask(null)).toMatch(/ALERT|ECONNRESET|CERTIFICATE/)
      expect(await hub.ask(stranger.issue('gateway', { hosts: ['gateway.xa.example'] }))).toMatch(/ALERT|ECONNRESET|CA/)
    } finally {
      stranger.remove()
      await hub.stop()
    }
  })

  it('are refused from the next connection on once they are revoked', async () => {
    const revoked = join(folder, 'crl.pem')
    copyFileSync(authority.revoke(), revoked)
    const hub = await guarded({ revoked })
    try {
      const lost = authority.issue('lost')
      expect(await hub.ask(lost)).toBe(200)
      copyFileSync(authority.revoke(lost), revoked)
      hub.renew()
      expect(await hub.ask(lost)).toMatch(/ALERT|ECONNRESET|REVOKED/)
      expect(await hub.ask(gateway)).toBe(200)
    } finally {
      await hub.stop()
    }
  })

  it('are what a bureau is spoken for by: its token is worth nothing over another connection, nor on a socket', async () => {
    const hub = await guarded({ required: false, bureaus: { XA: ['gateway.xa.example'] } })
    try {
      expect([await hub.ask(gateway), await hub.socket(gateway)]).toEqual([200, 'acknowledged'])
      expect([await hub.ask(other), await hub.socket(other)]).toEqual([401, 4401])
      expect([await hub.ask(null), await hub.socket(null)]).toEqual([401, 4401])
      const stranger = makeAuthority()
      const alike = stranger.issue('gateway', { hosts: ['gateway.xa.example'] })
      stranger.remove()
      expect([await hub.ask(alike), await hub.socket(alike)]).toEqual([401, 4401])
    } finally {
      await hub.stop()
    }
  })
})
