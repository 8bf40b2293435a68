import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NativeQuery } from '../../src/connectors/connector.ts'
import { openConnector } from '../../src/connectors/open.ts'
import { callWithin } from '../support/connectors/contractFixture.ts'
import { seededRandom } from '../support/links/random.ts'
import { query, startMariadb } from '../support/mariadb.ts'
import type { PrivateServer } from '../support/privateServer.ts'

const question: NativeQuery = {
  source: 's',
  key: 'id',
  keyOrder: 'text',
  fields: ['id'],
  children: [],
  where: null,
  orderBy: null,
  after: null,
  limit: 10,
  page: null,
}
/** Packets that a connection needs until it has its rows, and more. */
const packets = 24

/** What happens to a packet: number, contents, and its place in the order, from 0 for the greeting. */
type Spoil = (packet: Buffer, place: number) => readonly Buffer[]

/** Passes a server's packets on, whole ones, after `spoil` had them. A fault in the stream of bytes would be noticed at the first wrong length. */
async function startPacketProxy(target: number, spoil: () => Spoil): Promise<Server> {
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1')
    const change = spoil()
    let [rest, place] = [Buffer.alloc(0), 0]
    client.on('data', (chunk) => upstream.write(chunk)).on('error', () => {})
    client.on('close', () => upstream.destroy())
    upstream.on('error', () => {}).on('close', () => client.destroy())
    upstream.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk])
      while (rest.length >= 4 && rest.length >= 4 + rest.readUIntLE(0, 3)) {
        const end = 4 + rest.readUIntLE(0, 3)
        for (const packet of change(Buffer.from(rest.subarray(0, end)), place++)) client.write(packet)
        rest = rest.subarray(end)
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

describe('a MariaDB server whose packets are spoilt', () => {
  let database: PrivateServer
  let proxy: Server
  let spoil: () => Spoil = () => (packet) => [packet]
  beforeAll(async () => {
    database = await startMariadb()
    await query(database.url, "create table s (id varchar(20) primary key); insert into s values ('1'), ('2')")
    proxy = await startPacketProxy(Number(new URL(database.url).port), () => spoil())
  })
  afterAll(async () => {
    proxy.close()
    await database.stop()
  })
  const printed: unknown[] = []
  beforeEach(() => {
    printed.length = 0
    for (const name of ['log', 'warn', 'error', 'trace'] as const)
      vi.spyOn(console, name).mockImplementation((...words) => void printed.push(words))
  })
  afterEach(() => vi.restoreAllMocks())

  /** One question over a connection of its own: what it came to, or why it failed. */
  async function ask(ms = 250): Promise<string> {
    const url = new URL(database.url)
    url.port = String((proxy.address() as AddressInfo).port)
    const connector = await openConnector({ kind: 'mysql', url: url.href, connections: 1, statementTimeoutMs: 500 }, { folder: '/' })
    const found = await connector.find(question, callWithin(ms)).then(
      ({ rows }) => JSON.stringify(rows),
      (error: { readonly name: string; readonly reason?: string }) => error.reason ?? error.name,
    )
    await connector.close()
    return found
  }

  it('answers as long as they are whole', async () => {
    spoil = () => (packet) => [packet]
    expect(await ask(10_000)).toBe('[{"id":"1"},{"id":"2"}]')
  })

  it('fails one question and prints nothing, wherever their contents are garbage', async () => {
    for (let seed = 0; seed < 2 * packets; seed++) {
      spoil = () => {
        const random = seededRandom(seed)
        const spoilt = (byte: number, at: number) => (at >= 4 && random() < 0.7 ? Math.floor(random() * 256) : byte)
        return (packet, place) => [place < seed % packets ? packet : Buffer.from(packet.map(spoilt))]
      }
      expect(['UNREACHABLE', 'TIMEOUT', 'BAD_ANSWER', 'REFUSED', 'NO_SOURCE', '[{"id":"1"},{"id":"2"}]'], `seed ${seed}`).toContain(
        await ask(),
      )
    }
    expect(printed).toEqual([])
  }, 40_000)

  it('fails one question where they are out of order, come twice, or come unasked', async () => {
    const faults: readonly Spoil[] = [
      (packet, place) => [place === 3 ? numbered(packet, 77) : packet],
      (packet, place) => (place === 4 ? [packet, packet] : [packet]),
      (packet, place) => (place === 1 ? [packet, numbered(packet, 0), numbered(packet, 9)] : [packet]),
    ]
    for (const fault of faults) {
      spoil = () => fault
      expect(await ask(10_000)).toBe('UNREACHABLE')
    }
    expect(printed).toEqual([])
  })
})

function numbered(packet: Buffer, number: number): Buffer {
  const other = Buffer.from(packet)
  other[3] = number
  return other
}
