import { describe, expect, it } from 'vitest'
import { standingOf } from '../../src/hub/member.ts'
import { Roster } from '../../src/hub/roster.ts'
import { memoryBureau } from '../support/memoryBureau.ts'

/** A member whose connection notes that it was closed. */
function member(code: string, closed: string[], name = code) {
  const { source } = memoryBureau(code, { rows: {} })
  const connection = { close: async () => void closed.push(name) }
  return { profile: source.profile, source, connection }
}

describe('members that are replaced', () => {
  it('are closed at once when nobody holds them, and those that stay are not', () => {
    const closed: string[] = []
    const [xa, xb] = [member('XA', closed), member('XB', closed)]
    const roster = new Roster([xb, xa])
    expect(roster.members.map(({ profile }) => profile.code)).toEqual(['XA', 'XB'])
    roster.replace([xa])
    expect(closed).toEqual(['XB'])
    expect(roster.member('XB')).toBeNull()
  })

  it('are closed when the last operation that holds them has ended, and not before', () => {
    const closed: string[] = []
    const [xa, old, changed] = [member('XA', closed), member('XB', closed, 'old'), member('XB', closed, 'new')]
    const roster = new Roster([xa, old])
    const [first, second] = [roster.hold(), roster.hold()]
    roster.replace([xa, changed])
    const third = roster.hold()
    expect(third.members).toEqual([xa, changed])
    expect(first.members).toEqual([xa, old])
    first.release()
    first.release()
    expect(closed).toEqual([])
    second.release()
    expect(closed).toEqual(['old'])
    third.release()
    expect(closed).toEqual(['old'])
  })

  it('stay open through lists that come and go while an operation holds an old one', () => {
    const closed: string[] = []
    const [xa, xb] = [member('XA', closed), member('XB', closed)]
    const roster = new Roster([xa, xb])
    const held = roster.hold()
    roster.replace([xa])
    roster.replace([xa, xb])
    held.release()
    expect(closed).toEqual([])
    roster.replace([])
    expect(closed).toEqual(['XA', 'XB'])
  })

  it('share a connection that is closed once, and are told of when it cannot be', async () => {
    const told: unknown[] = []
    const connection = { close: () => Promise.reject(new Error('stuck')) }
    const { source } = memoryBureau('XA', { rows: {} })
    const both = [1, 2].map(() => ({ profile: source.profile, source, connection }))
    const roster = new Roster([], (bureau, error) => told.push([bureau, (error as Error).message]))
    for (const one of both) roster.replace([one])
    roster.replace([])
    await Promise.resolve()
    await Promise.resolve()
    expect(told).toEqual([['XA', 'stuck']])
  })

  it('are all closed when the hub closes, those included that somebody holds', async () => {
    const closed: string[] = []
    const roster = new Roster([member('XA', closed)])
    roster.hold()
    roster.replace([member('XB', closed)])
    await roster.close()
    expect(closed.sort()).toEqual(['XA', 'XB'])
  })
})

it('a member without a source is broken unless it says otherwise', () => {
  const { source } = memoryBureau('XA', { rows: {} })
  expect(standingOf({ profile: source.profile, source: null })).toBe('BROKEN')
  expect(standingOf({ profile: source.profile, source })).toBe('READY')
})
