import { describe, expect, it } from 'vitest'
import { ledgerHub } from '../support/ledgerHub.ts'
import { memoryServer, twoBureaus } from '../support/memoryServer.ts'
import { goodParams, openSocket } from '../support/openSocket.ts'

describe('whoever is not let in', () => {
  it('without a good token is counted, on record at once, and in one entry with all who come after them', async () => {
    using hub = ledgerHub(twoBureaus())
    {
      await using server = await memoryServer([], { hub: hub.hub })
      for (const authorization of ['', 'Bearer a.b.c', 'Basic eHg6eXk=']) {
        const { status } = await server.ask('{ notices { nodes { number } } }', {}, { authorization })
        expect(status).toBe(401)
      }
      await using opened = await openSocket(server.url)
      opened.send({ type: 'connection_init', payload: { ...goodParams(server), authorization: 'Bearer a.b.c' } })
      expect((await opened.closed).code).toBe(4401)
      expect(hub.stored()).toMatchObject([{ act: 'REFUSALS_COUNTED', code: 'UNAUTHENTICATED', count: 1 }])
    }
    await hub.hub.refusals.close()
    expect(hub.stored().map(({ count }) => count)).toEqual([1, 3])
  })

  it('for the purpose that a socket declares is on record by name, and hears AUDIT_UNAVAILABLE in its place when that cannot be', async () => {
    using hub = ledgerHub(twoBureaus())
    await using server = await memoryServer([], { hub: hub.hub })
    const closed = async () => {
      await using opened = await openSocket(server.url)
      opened.send({ type: 'connection_init', payload: { ...goodParams(server), 'comity-purpose': 'AUDIT' } })
      return (await opened.closed).reason
    }
    expect(await closed()).toBe('Forbidden: PURPOSE_NOT_ALLOWED')
    expect(hub.stored()).toMatchObject([{ refused: 'PURPOSE_NOT_ALLOWED', person: expect.any(String), purpose: null }])
    hub.close()
    expect(await closed()).toBe('AUDIT_UNAVAILABLE')
  })
})
