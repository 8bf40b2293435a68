import { describe, expect, it } from 'vitest'
import { OpenStreams } from '../../../src/api/limits/openStreams.ts'

const officer = (n: number, bureau = 'XA') => ({ bureau, personRef: `p${n}` })

describe('open event streams', () => {
  it('are bounded for each person and for the node', () => {
    const streams = new OpenStreams({ perPerson: 2, all: 5 })
    const [first] = [streams.open(officer(1)), streams.open(officer(1))]
    expect(() => streams.open(officer(1))).toThrow('2 of yours')
    // The same reference in another bureau is another person.
    streams.open(officer(1, 'XB'))
    streams.open(officer(2))
    streams.open(officer(2))
    expect(() => streams.open(officer(3))).toThrow('as many as this node takes')
    first?.()
    streams.open(officer(3))
    expect(() => streams.open(officer(4))).toThrow('as many as this node takes')
  })

  it('give their place back once, however often they are closed', () => {
    const streams = new OpenStreams({ perPerson: 1, all: 2 })
    const close = streams.open(officer(1))
    close()
    close()
    streams.open(officer(1))
    expect(() => streams.open(officer(1))).toThrow('1 of yours')
    streams.open(officer(2))
    expect(() => streams.open(officer(3))).toThrow('as many as this node takes')
  })
})
