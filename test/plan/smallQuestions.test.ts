import { describe, expect, it } from 'vitest'
import { caller } from '../support/caller.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

const hub = memoryHub([memoryBureau('XA', { rows: { Notice: [{ key: '1', number: '2026/1', kind: 'RED_NOTICE' }] }, filters: false })])

describe('a small question', () => {
  it('compares with short texts only: each is brought into one form for every row', async () => {
    const asked = 'query ($text: String!) { notices(where: { number: { in: [$text] } }) { nodes { id } } }'
    expect((await hub.ask(asked, { text: 'x'.repeat(256) }, caller())).errors).toBeUndefined()
    const { errors } = await hub.ask(asked, { text: 'x'.repeat(257) }, caller())
    expect(errors?.map(({ extensions, originalError }) => extensions['code'] ?? (originalError as { code?: string }).code)).toEqual([
      'BAD_USER_INPUT',
    ])
  })

  it('is given each facet once, however often it names it', async () => {
    const { data } = await hub.ask('{ notices { facets(by: [KIND, OWNER, KIND, KIND]) { field } } }', {}, caller())
    expect(data).toEqual({ notices: { facets: [{ field: 'kind' }, { field: 'owner' }] } })
  })
})
