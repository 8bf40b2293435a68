import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../web/src/editor/readAnswer.ts'

const nothing = { bureaus: [], fields: [] }
const disclosed = (field: string, level: string, reason: string): object => ({ field, level, reason })

describe('reading what an answer says of itself', () => {
  it('lists the bureaus of extensions.sources by code', () => {
    const sources = [
      { bureau: 'XB', state: 'TIMEOUT', latencyMs: null },
      { bureau: 'XA', state: 'OK', latencyMs: 12 },
    ]
    expect(readAnswer(JSON.stringify({ data: {}, extensions: { sources } })).bureaus).toEqual([
      { bureau: 'XA', state: 'OK', latencyMs: 12 },
      { bureau: 'XB', state: 'TIMEOUT', latencyMs: null },
    ])
  })

  it('lists the bureaus that a connection selected when the extension is absent', () => {
    const notices = { sources: [{ bureau: { code: 'XC' }, state: 'BUSY' }] }
    expect(readAnswer(JSON.stringify({ data: { notices } })).bureaus).toEqual([{ bureau: 'XC', state: 'BUSY', latencyMs: null }])
  })

  it('shows the worst state when connections of one answer differ', () => {
    const silent = { sources: [{ bureau: { code: 'XC' }, state: 'TIMEOUT', latencyMs: 900 }] }
    const well = { sources: [{ bureau: { code: 'XC' }, state: 'OK', latencyMs: 20 }] }
    const worst = [{ bureau: 'XC', state: 'TIMEOUT', latencyMs: 900 }]
    expect(readAnswer(JSON.stringify({ data: { notices: silent, persons: well } })).bureaus).toEqual(worst)
    expect(readAnswer(JSON.stringify({ data: { notices: well, persons: silent } })).bureaus).toEqual(worst)
  })

  it('counts the records in which a field is less than full, at any depth', () => {
    const subject = { _disclosure: [disclosed('birthDate', 'GENERALISED', 'GENERALISED')] }
    const nodes = [
      { _disclosure: [disclosed('summary', 'NONE', 'PURPOSE')], subject },
      { _disclosure: [], subject },
    ]
    expect(readAnswer(JSON.stringify({ data: { notices: { nodes } } })).fields).toEqual([
      { field: 'birthDate', level: 'GENERALISED', reason: 'GENERALISED', records: 2 },
      { field: 'summary', level: 'NONE', reason: 'PURPOSE', records: 1 },
    ])
  })

  it('takes the counts of extensions.disclosure when no record carries markers', () => {
    const withheld = disclosed('birthDate', 'NONE', 'PURPOSE')
    const disclosure = [
      { owner: 'XA', type: 'Person', records: 5, below: [{ ...withheld, records: 4 }] },
      { owner: 'XB', type: 'Person', records: 3, below: [{ ...withheld, records: 3 }] },
    ]
    expect(readAnswer(JSON.stringify({ data: { notices: { nodes: [{}] } }, extensions: { disclosure } })).fields).toEqual([
      { field: 'birthDate', level: 'NONE', reason: 'PURPOSE', records: 7 },
    ])
  })

  it.each(['', 'Signed out.', 'null', '[]', '{"data":null}', '{"errors":[{"message":"no"}]}', '{"data":{"sources":[7,null,{}]}}'])(
    'finds nothing in %j',
    (text) => {
      expect(readAnswer(text)).toEqual(nothing)
    },
  )
})
