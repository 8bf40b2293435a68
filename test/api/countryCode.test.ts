import { describe, expect, it } from 'vitest'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryServer } from '../support/memoryServer.ts'

describe("a member's code", () => {
  it('may have digits, as its file may say', async () => {
    await using server = await memoryServer([
      memoryBureau('XB', { rows: {} }),
      memoryBureau('X1', { rows: {} }),
      memoryBureau('9XZ', { rows: {} }),
    ])
    const { body } = await server.ask('{ bureaus { code } notices { sources { bureau { code } state } } }')
    expect(body.errors).toBeUndefined()
    expect(body['data']).toMatchObject({ bureaus: [{ code: '9XZ' }, { code: 'X1' }, { code: 'XB' }] })
  })
})
