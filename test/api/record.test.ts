import { describe, expect, it, vi } from 'vitest'
import { AuditLog } from '../../src/audit/auditLog.ts'
import { Hub } from '../../src/hub.ts'
import { Store } from '../../src/store/store.ts'
import { catalogue } from '../support/catalogue.ts'
import { memoryServer, twoBureaus } from '../support/memoryServer.ts'

function hubThatRecords(append: ConstructorParameters<typeof AuditLog>[0], onFailure = () => {}) {
  const members = twoBureaus().map(({ source }) => ({ profile: source.profile, source }))
  return new Hub({
    catalogue,
    members,
    secret: new Uint8Array(32).fill(5),
    audit: new AuditLog(append, () => Date.now(), onFailure),
    store: new Store(null),
  })
}

describe('an answer', () => {
  it('does not leave when its entry cannot be written', async () => {
    const onFailure = vi.fn()
    const hub = hubThatRecords(() => {
      throw new Error('disk full')
    }, onFailure)
    await using server = await memoryServer(undefined, { hub })
    const { status, body } = await server.ask('{ notices { nodes { number } } }')
    expect(status).toBe(503)
    expect(body).toEqual({
      errors: [{ message: expect.stringContaining('nothing is disclosed'), extensions: { code: 'AUDIT_UNAVAILABLE' } }],
    })
    expect(JSON.stringify(body)).not.toContain('canary')
    expect(onFailure).toHaveBeenCalled()
  })

  it('is no refusal either when that cannot be put on record', async () => {
    const hub = hubThatRecords(() => {
      throw new Error('disk full')
    })
    await using server = await memoryServer(undefined, { hub })
    const { status, body } = await server.ask('{ notices { nodes { number } } }', undefined, { 'comity-purpose': 'SANCTIONS' })
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'AUDIT_UNAVAILABLE'])
  })

  it('leaves after its entry was written, and not before', async () => {
    let written = 0
    const hub = hubThatRecords((batch) => {
      written += batch.filter(({ entry }) => 'operation' in JSON.parse(entry)).length
    })
    await using server = await memoryServer(undefined, { hub })
    for (let n = 1; n <= 3; n++) {
      await server.ask('{ notices { nodes { number } } }')
      expect(written).toBe(n)
    }
  })
})
