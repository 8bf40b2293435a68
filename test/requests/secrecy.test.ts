import { describe, expect, it } from 'vitest'
import { requestWorld } from './requestWorld.ts'

const questions = [
  '{ requests { nodes { id owner { code } state question _disclosure { field level } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } sources { bureau { code } state } completeness { asked answered complete } } }',
  '{ requests(last: 2) { nodes { id } edges { cursor late } } }',
  '{ requests(orderBy: [{ field: DUE_AT }], where: { owner: { eq: "XA" } }) { nodes { id } totalCount } }',
  '{ requests(where: { not: { state: { eq: CLOSED } } }) { nodes { id } } }',
  '{ requests(where: { requestedBureaus: { eq: "XB" } }) { nodes { id } facets(by: [OWNER, STATE, REQUESTED_BUREAUS]) { field buckets { value count } below { level count } withheld unknown } } }',
  '{ persons { nodes { id requests { id } } } }',
  '{ deskEntries { nodes { kind request } } }',
]

/** Everything that a caller is told, but for how long it took. */
async function toldTo(world: ReturnType<typeof requestWorld>, who: ReturnType<typeof world.officer>, id: string) {
  const told: unknown[] = []
  for (const query of questions) told.push(await world.ask(who, query))
  const byId = ['node', 'requestFile'].map((door) => `{ ${door}(id: "${id}") { id } }`)
  for (const query of byId) told.push(await world.ask(who, query))
  for (const act of ['acknowledgeRequest', 'withdrawRequest', 'closeRequest'])
    told.push(await world.act(who, act, { id, version: 2 }, { clientMutationId: act, message: 'x' }))
  return told
}

describe('who is no party to a request', () => {
  /** Two worlds that differ in one request alone, and a number for it that only one of them has given out. */
  async function worlds(sent: boolean) {
    const parts = { cursorNonce: () => new Uint8Array(12).fill(1) }
    const [without, having] = [requestWorld(parts), requestWorld(parts)]
    const ids: string[] = []
    for (const world of [without, having]) {
      // Both have requests between the same bureaus already: one that the caller is party to, and one that the caller is not.
      for (const requestedBureaus of [['XC'], ['XB']]) {
        const { files } = await world.create(world.officer('XA'), { requestedBureaus, legalBasis: 'RECIPROCITY' })
        for (const file of files) await world.act(world.officer('XA'), 'sendRequest', file)
      }
    }
    const { data } = await having.ask(having.officer('XA'), '{ persons { nodes { id owner { code } } } }')
    const persons = (data['persons'] as { nodes: { id: string; owner: { code: string } }[] }).nodes
    const subjects = persons.filter(({ owner }) => owner.code === 'XC').map(({ id }) => id)
    const { files } = await having.create(having.officer('XA'), { requestedBureaus: ['XB'], subjects })
    for (const file of files) {
      ids.push(file.id)
      if (sent) await having.act(having.officer('XA'), 'sendRequest', file)
    }
    return { without, having, id: ids[0] ?? '' }
  }
  /** The same but for the ids of what both have, and cursors at them, which are drawn anew in each world: of those the lengths. */
  const shape = (told: unknown) => JSON.stringify(told).replaceAll(/[\w-]{60,}/g, ({ length }) => `of ${length}`)

  it('is told the same whether there is one or not, on every way of asking', async () => {
    const { without, having, id } = await worlds(true)
    for (const role of ['INVESTIGATOR', 'NCB_OFFICER']) {
      const [one, other] = [await toldTo(without, without.officer('XC', role), id), await toldTo(having, having.officer('XC', role), id)]
      expect(shape(other)).toBe(shape(one))
    }
    // The requested bureau is told more: the questions do ask.
    const [one, other] = [await toldTo(without, without.officer('XB'), id), await toldTo(having, having.officer('XB'), id)]
    expect(shape(other)).not.toBe(shape(one))
  })

  it('includes the requested bureau as long as it has not been sent', async () => {
    const { without, having, id } = await worlds(false)
    const [one, other] = [await toldTo(without, without.officer('XB'), id), await toldTo(having, having.officer('XB'), id)]
    expect(shape(other)).toBe(shape(one))
  })
})
