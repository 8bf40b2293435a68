import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHubFetcher } from '../../web/src/hub/hubFetcher.ts'
import { startTokenSession } from '../../web/src/session/session.ts'

const hub = vi.fn(async (_url: string, _init: RequestInit) => Response.json({ data: { viewer: null } }))
const request = { query: '{ viewer { case } }' }
const declared = { purpose: 'INVESTIGATION', caseReference: 'XB-2026-0017' }

beforeEach(() => {
  hub.mockClear()
  vi.stubGlobal('fetch', hub)
})
afterEach(() => vi.unstubAllGlobals())

const headersSent = (): Headers => new Headers(hub.mock.calls[0]?.[1].headers)

describe('a request of the desk', () => {
  it('carries the token and the declared purpose with its case', async () => {
    const answer = await createHubFetcher(startTokenSession('given'), () => declared)(request)
    expect(headersSent().get('authorization')).toBe('Bearer given')
    expect(headersSent().get('comity-purpose')).toBe('INVESTIGATION; case=XB-2026-0017')
    expect(answer).toEqual({ data: { viewer: null } })
  })

  it('declares a purpose without a case', async () => {
    await createHubFetcher(startTokenSession('given'), () => ({ purpose: 'AUDIT', caseReference: ' ' }))(request)
    expect(headersSent().get('comity-purpose')).toBe('AUDIT')
  })

  it('carries the purpose declared when it leaves, not when the editor opened', async () => {
    let purpose = 'AUDIT'
    const ask = createHubFetcher(startTokenSession('given'), () => ({ purpose, caseReference: '' }))
    purpose = 'OVERSIGHT'
    await ask(request)
    expect(headersSent().get('comity-purpose')).toBe('OVERSIGHT')
  })

  it('names the one operation of the document, whatever the editor calls it', async () => {
    await createHubFetcher(
      startTokenSession('given'),
      () => declared,
    )({ query: 'query Two { viewer { clearance } }', operationName: 'One' })
    expect(JSON.parse(String(hub.mock.calls[0]?.[1].body))).toMatchObject({ operationName: 'Two' })
  })

  it('names an emergency access when one is declared, and none when it is not', async () => {
    await createHubFetcher(startTokenSession('given'), () => ({ ...declared, emergency: ' abc_-9 ' }))(request)
    expect(headersSent().get('comity-emergency')).toBe('abc_-9')
    hub.mockClear()
    for (const emergency of ['', '  ']) await createHubFetcher(startTokenSession('given'), () => ({ ...declared, emergency }))(request)
    await createHubFetcher(startTokenSession('given'), () => declared)(request)
    expect(hub.mock.calls.map(([, init]) => new Headers(init.headers).has('comity-emergency'))).toEqual([false, false, false])
  })

  it.each(['a b', 'a\r\nx: y', 'é', 'x'.repeat(65)])('stays unsent when the emergency access is %j', async (emergency) => {
    await expect(createHubFetcher(startTokenSession('given'), () => ({ ...declared, emergency }))(request)).rejects.toThrow('no id')
    expect(hub).not.toHaveBeenCalled()
  })

  it.each(['XB 17', 'XB;role=x', 'XB\r\nx: y', 'ž', '-1', 'x'.repeat(65)])(
    'stays unsent when the case reference is %j',
    async (caseReference) => {
      const ask = createHubFetcher(startTokenSession('given'), () => ({ purpose: 'AUDIT', caseReference }))
      await expect(ask(request)).rejects.toThrow('The case reference may have up to 64')
      expect(hub).not.toHaveBeenCalled()
    },
  )

  it('stays unsent when nobody is signed in or no purpose is declared', async () => {
    await expect(createHubFetcher(null, () => declared)(request)).rejects.toThrow('Sign in first')
    const ask = createHubFetcher(startTokenSession('given'), () => ({ purpose: '', caseReference: '' }))
    await expect(ask(request)).rejects.toThrow('Declare a purpose first')
    expect(hub).not.toHaveBeenCalled()
  })

  it('gives the hub’s refusal as it stands', async () => {
    hub.mockResolvedValueOnce(Response.json({ errors: [{ message: 'No.' }] }, { status: 401 }))
    expect(await createHubFetcher(startTokenSession('given'), () => declared)(request)).toEqual({ errors: [{ message: 'No.' }] })
  })

  it('says so when the answer is not JSON', async () => {
    hub.mockResolvedValueOnce(new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }))
    await expect(createHubFetcher(startTokenSession('given'), () => declared)(request)).rejects.toThrow(
      'The hub answered 502 without JSON.',
    )
  })
})

describe('a subscription of the desk', () => {
  const subscription = { query: 'subscription S { noticesProgress { nodes { id } } }' }
  const stream = (body: string | ReadableStream<Uint8Array>) =>
    new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
  const follow = async () => (await createHubFetcher(startTokenSession('given'), () => declared)(subscription)) as AsyncIterable<object>

  it('asks for an event stream, and gives its results as they come', async () => {
    hub.mockResolvedValueOnce(stream(':\n\nevent: next\ndata: {"data":1}\n\nevent: next\ndata: {"data":2}\n\nevent: complete\ndata: \n\n'))
    expect(await Array.fromAsync(await follow())).toEqual([{ data: 1 }, { data: 2 }])
    expect(headersSent().get('accept')).toBe('text/event-stream')
    expect(headersSent().get('comity-purpose')).toBe('INVESTIGATION; case=XB-2026-0017')
  })

  it('gives a refusal as it stands', async () => {
    hub.mockResolvedValueOnce(Response.json({ errors: [{ message: 'Too many.' }] }, { status: 429 }))
    expect(await Array.fromAsync(await follow())).toEqual([{ errors: [{ message: 'Too many.' }] }])
  })

  it('says so when the stream breaks off', async () => {
    hub.mockResolvedValueOnce(stream('event: next\ndata: {"data":1}\n\nevent: ne'))
    await expect(Array.fromAsync(await follow())).rejects.toThrow('broke off')
  })

  it('ends at once when it is stopped, also while a result is waited for', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const asked = Promise.withResolvers<void>()
    hub.mockImplementationOnce(async (_url, { signal }) => {
      signal?.addEventListener('abort', () => writable.abort(signal.reason))
      asked.resolve()
      return stream(readable)
    })
    const results = (await follow())[Symbol.asyncIterator]()
    const waiting = results.next()
    await asked.promise
    await results.return?.()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(hub.mock.calls[0]?.[1].signal?.aborted).toBe(true)
  })
})
