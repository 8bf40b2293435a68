import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryServer } from '../support/memoryServer.ts'
import { goodParams } from '../support/openSocket.ts'
import { buildDesk } from './buildDesk.ts'
import { type OpenDesk, openDesk } from './openDesk.ts'

/** Opens a socket from a page, says who it is, and gives the first message that comes, or how the socket was closed. */
function firstMessage([url, payload]: readonly [string, Record<string, string>]): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, 'graphql-transport-ws')
    socket.onopen = () => socket.send(JSON.stringify({ type: 'connection_init', payload }))
    socket.onmessage = ({ data }) => resolve(String(data))
    socket.onclose = ({ code }) => resolve(`closed ${code}`)
  })
}

let server: Awaited<ReturnType<typeof memoryServer>>
let desk: OpenDesk
const other = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>x</title>'))
beforeAll(async () => {
  await buildDesk()
  server = await memoryServer()
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  desk = await openDesk(server.url)
})
afterAll(async () => {
  await desk?.close()
  other.close()
  await server?.[Symbol.asyncDispose]()
})

describe('a browser', () => {
  it('opens a socket from the hub’s own page, and not from another site’s, whatever token that has', async () => {
    const ask = [`${server.url.replace('http', 'ws')}/graphql`, goodParams(server)] as const
    expect(JSON.parse(await desk.page.evaluate(firstMessage, ask))).toEqual({ type: 'connection_ack' })
    await desk.page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
    expect(await desk.page.evaluate(firstMessage, ask)).toBe('closed 1006')
  })
})
