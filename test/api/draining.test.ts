import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { memoryServer, twoBureaus } from '../support/memoryServer.ts'

const question = '{ notices(first: 2) { nodes { number } } }'

/** A server whose first bureau answers when it is let go, and says when it is asked and when it is told to give up. */
async function slowServer(drainMs = 10_000) {
  const bureaus = twoBureaus()
  const [release, asked, gaveUp] = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const link = bureaus[0].source.link
  const find = link.find.bind(link)
  link.find = async (query, call) => {
    call.signal.addEventListener('abort', () => gaveUp.resolve())
    asked.resolve()
    await release.promise
    return find(query, call)
  }
  const server = await memoryServer(bureaus, { drainMs })
  return { server, release, asked: asked.promise, gaveUp: gaveUp.promise }
}

describe('a node that drains', () => {
  it.each([
    ['a request', 'POST /graphql', '"code":"NODE_DRAINING"'],
    ['the question whether it is ready', 'GET /readyz', '{"status":"draining"}'],
  ])('answers 503 to %s that was still arriving, and finishes what is in flight', async (_name, line, expected) => {
    const { server, release, asked } = await slowServer()
    const inFlight = server.ask(question)
    await asked
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    const body = line.startsWith('POST') ? JSON.stringify({ query: question }) : ''
    const head = `${line} HTTP/1.1\r\nhost: hub\r\nauthorization: ${server.headers.authorization}\r\ncontent-type: application/json\r\n`
    await new Promise<void>((resolve) => socket.write(head, () => resolve()))
    // The server has the first half once it has answered what was sent after it.
    await fetch(`${server.url}/healthz`)
    const drained = server.server.drain()
    socket.write(`accept: application/graphql-response+json\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
    const answer = await text(socket)
    expect(answer).toMatch(/^HTTP\/1\.1 503 /)
    expect(answer).toMatch(/connection: close/i)
    expect(answer).toContain(expected)
    release.resolve()
    expect((await inFlight).status).toBe(200)
    await drained
  })

  it('tells operations to give up in time for their answer to leave', async () => {
    const { server, asked, gaveUp, release } = await slowServer(2000)
    const inFlight = server.ask(question)
    await asked
    const drained = server.server.drain()
    await gaveUp
    release.resolve()
    expect((await inFlight).status).toBe(200)
    await drained
  })

  it('closes in the end, whatever is still in flight', async () => {
    const { server, asked, release } = await slowServer(100)
    const inFlight = server.ask(question).then(
      () => 'answered',
      () => 'cut off',
    )
    await asked
    await server.server.drain()
    expect(await inFlight).toBe('cut off')
    release.resolve()
  })
})

describe('a caller who goes away', () => {
  it('ends the operation', async () => {
    const { server, asked, gaveUp, release } = await slowServer()
    const leaving = new AbortController()
    const request = fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: server.headers,
      body: JSON.stringify({ query: question }),
      signal: leaving.signal,
    })
    await asked
    leaving.abort()
    await expect(request).rejects.toThrow()
    await gaveUp
    release.resolve()
    await server.server.drain()
  })
})
