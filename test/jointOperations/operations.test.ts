import { describe, expect, it } from 'vitest'
import { operationWorld, terms } from './operationWorld.ts'

const codesOf = (parties: readonly { readonly bureau: { readonly code: string } }[]) => parties.map(({ bureau }) => bureau.code)

describe('a joint operation', () => {
  it('is nobody else’s to know before they are invited, and runs once all have signed', async () => {
    const world = operationWorld()
    const [xa, xb, xc] = [world.officer('XA'), world.officer('XB'), world.officer('XC')]
    const { file: proposed } = await world.propose(xa)
    expect(proposed).toMatchObject({ state: 'PROPOSED', name: 'XA/NIGHTFALL', side: 'LEAD', version: 1 })
    expect(proposed.possible).toEqual(['AMEND', 'INVITE', 'EXCLUDE', 'TERMINATE'])
    expect(await world.file(xb, proposed.id)).toBeNull()
    const { id } = proposed
    await world.invite(xa, id, 'XB')
    const invited = await world.file(xb, id)
    expect(invited).toMatchObject({
      side: 'INVITED',
      version: 1,
      terms: { purpose: terms['purpose'] },
      possible: ['ACCEPT', 'DECLINE'],
      operation: null,
    })
    expect(await world.desk('XB')).toMatchObject([{ kind: 'OPERATION_MOVED', readerBureau: { code: 'XA' }, operation: id }])
    const { file: accepted } = await world.act(xb, 'ACCEPT', id)
    expect(accepted).toMatchObject({ state: 'NEGOTIATED', side: 'PARTY' })
    await world.act(xb, 'SIGN', id)
    expect(await world.listed(xb, 'operations', 'XA')).toEqual([])
    const { file: agreed } = await world.act(xa, 'SIGN', id)
    expect(agreed.state).toBe('AGREED')
    expect(await world.listed(xb, 'operations', 'XA')).toEqual([id])
    expect(await world.listed(xc, 'operations', 'XA')).toEqual([])
    expect(await world.file(xc, id)).toBeNull()
    expect((await world.act(xa, 'ACTIVATE', id)).file.state).toBe('ACTIVE')
    expect((await world.act(xa, 'BEGIN_ACTION', id)).file.state).toBe('ACTION_PHASE')
    expect((await world.act(xa, 'DEBRIEF', id)).file.state).toBe('DEBRIEF')
    expect((await world.act(xa, 'CLOSE', id)).code).toBe('ILLEGAL_TRANSITION')
    await world.act(xb, 'REPORT', id, { message: 'Three arrests.' })
    await world.act(xa, 'REPORT', id, { message: 'Forty cars.' })
    const { file: closed } = await world.act(xa, 'CLOSE', id)
    expect(closed).toMatchObject({ state: 'CLOSED', operation: { results: 'XA: Forty cars.\nXB: Three arrests.' } })
    expect((await world.act(xa, 'ARCHIVE', id)).file.state).toBe('ARCHIVED')
  })

  it('does not let those who are invited learn of each other before both have accepted, not even by its version or state', async () => {
    const world = operationWorld()
    const [xa, xb, xc] = [world.officer('XA'), world.officer('XB'), world.officer('XC')]
    const { id } = (await world.propose(xa)).file
    await world.invite(xa, id, 'XB')
    await world.invite(xa, id, 'XC')
    const before = await world.file(xc, id)
    expect(codesOf(before?.parties ?? [])).toEqual(['XA', 'XC'])
    const wrong = async () => (await world.act(xc, 'SIGN', id)).message
    const told = await wrong()
    await world.act(xb, 'ACCEPT', id)
    expect(await world.file(xc, id)).toEqual(before)
    expect(await wrong()).toBe(told)
    expect(codesOf((await world.file(xb, id))?.parties ?? [])).toEqual(['XA', 'XB'])
    expect((await world.desk('XC')).length).toBe(1)
    // The version that XC read before XB accepted is still good.
    const input = { clientMutationId: 'x', id, version: before?.version, act: 'ACCEPT' }
    const { file } = await world.mutate(xc, 'actOnOperation', 'OperationActInput', input)
    expect(codesOf(file.parties)).toEqual(['XA', 'XB', 'XC'])
    expect(codesOf((await world.file(xb, id))?.parties ?? [])).toEqual(['XA', 'XB', 'XC'])
    // Neither has a step of what was before they could know of each other.
    expect(file.steps.map(({ act, about }) => [act, about?.['code'] ?? null])).toEqual([
      ['INVITE', 'XC'],
      ['ACCEPT', null],
    ])
  })

  it('does not tell a bureau that declines of anybody, nor others of it', async () => {
    const world = operationWorld()
    const [xa, xb, xc] = [world.officer('XA'), world.officer('XB'), world.officer('XC')]
    const { id } = (await world.propose(xa)).file
    await world.invite(xa, id, 'XB')
    await world.invite(xa, id, 'XC')
    await world.act(xb, 'ACCEPT', id)
    const known = await world.file(xb, id)
    const { file } = await world.act(xc, 'DECLINE', id, { message: 'No officers.' })
    expect(file).toMatchObject({ side: 'INVITED', possible: [], targets: [] })
    expect(codesOf(file.parties)).toEqual(['XA'])
    expect(await world.file(xc, id)).toBeNull()
    expect(await world.file(xb, id)).toEqual(known)
    expect((await world.file(xa, id))?.steps.at(-1)).toMatchObject({
      act: 'DECLINE',
      bureau: { code: 'XC' },
      message: 'No officers.',
      personRef: null,
    })
  })

  it('has every change of the terms and of the parties signed anew before it counts', async () => {
    const world = operationWorld()
    const [xa, xb, xc] = [world.officer('XA'), world.officer('XB'), world.officer('XC')]
    const id = await world.running('XB')
    const { file: amended } = await world.amend(xa, id, { endsOn: '2026-08-15' })
    expect(amended).toMatchObject({ terms: { endsOn: '2026-07-15' }, pendingTerms: { endsOn: '2026-08-15' }, state: 'ACTIVE' })
    await world.act(xa, 'SIGN', id)
    expect(await world.file(xb, id)).toMatchObject({ terms: { endsOn: '2026-07-15' } })
    await world.act(xb, 'SIGN', id)
    expect(await world.file(xb, id)).toMatchObject({ terms: { endsOn: '2026-08-15' }, pendingTerms: null, state: 'ACTIVE' })
    await world.invite(xa, id, 'XC')
    await world.act(xc, 'ACCEPT', id)
    expect((await world.name(xc, id, 'XC-9')).message).toContain('first all have to sign')
    for (const one of [xa, xc]) await world.act(one, 'SIGN', id)
    expect(await world.listed(xc, 'operations', 'XA')).toEqual([])
    await world.act(xb, 'SIGN', id)
    expect(await world.listed(xc, 'operations', 'XA')).toEqual([id])
  })

  it('gives whoever has no business with it the answer of one that does not exist', async () => {
    const world = operationWorld()
    const id = await world.agreed('XB')
    const absent = await world.own('XA', 'persons')
    const tries = [
      [world.officer('XC'), id],
      [world.officer('XB', 'BORDER_OFFICER'), id],
      [world.officer('XA'), absent],
      [world.officer('XA'), 'nonsense'],
    ] as const
    for (const [who, one] of tries) {
      expect(await world.file(who, one)).toBeNull()
      const { code, message } = await world.act(who, 'SIGN', one)
      expect([code, message]).toEqual(['OPERATION_NOT_FOUND', 'There is no joint operation with this id that you may work on.'])
    }
  })

  it('is shown by the lead’s rules alone: whom they show nothing of it cannot be invited', async () => {
    const world = operationWorld()
    const xe = world.officer('XE')
    const { id } = (await world.propose(xe, { codename: 'CLOSED' })).file
    expect((await world.invite(xe, id, 'XB')).code).toBe('OPERATION_UNDISCLOSED')
    expect(await world.file(world.officer('XB'), id)).toBeNull()
    expect((await world.invite(xe, id, 'XX')).code).toBe('BAD_USER_INPUT')
  })

  it('happens once under a name, counts only for the version that was read, and refuses bad input where it is', async () => {
    const world = operationWorld()
    const xa = world.officer('XA')
    const input = { clientMutationId: 'same', codename: 'ONCE', terms }
    const first = await world.mutate(xa, 'proposeOperation', 'ProposeOperationInput', input)
    const again = await world.mutate(xa, 'proposeOperation', 'ProposeOperationInput', input)
    expect(again.file.id).toBe(first.file.id)
    expect((await world.mutate(xa, 'proposeOperation', 'ProposeOperationInput', { ...input, codename: 'TWICE' })).code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    )
    expect((await world.propose(xa, { codename: 'ONCE' })).message).toContain('codename: one that your bureau has not used yet')
    expect((await world.propose(xa, { codename: 'no good' })).message).toContain('codename:')
    expect((await world.propose(xa, { codename: 'LATE', terms: { ...terms, endsOn: '2026-06-01' } })).message).toContain('terms.endsOn')
    expect((await world.propose(world.officer('XA', 'ANALYST'), { codename: 'ROLE' })).code).toBe('ILLEGAL_TRANSITION')
    const { id } = first.file
    await world.invite(xa, id, 'XB')
    const stale = { clientMutationId: 'v', id, version: 1, bureau: 'XC' }
    expect((await world.mutate(xa, 'inviteToOperation', 'InviteToOperationInput', stale)).code).toBe('VERSION_CONFLICT')
    const acts = world.memory.entries.flatMap((entry) => ('jointOperations' in entry ? (entry.jointOperations ?? []) : []))
    expect(acts.map(({ act, about }) => [act, about ?? null])).toContainEqual(['INVITE', 'XB'])
  })

  it('gives a bureau that left the same answer again under the same name', async () => {
    const world = operationWorld()
    const id = await world.running('XB', 'XC')
    const xb = world.officer('XB')
    const input = { ...(await world.named(xb, id)), act: 'LEAVE' }
    const first = await world.mutate(xb, 'actOnOperation', 'OperationActInput', input)
    expect(first.code).toBeNull()
    expect(await world.mutate(xb, 'actOnOperation', 'OperationActInput', input)).toEqual(first)
    expect(await world.file(xb, id)).toBeNull()
  })
})
