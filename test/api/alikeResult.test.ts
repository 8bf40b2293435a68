import { describe, expect, it } from 'vitest'
import { AlikeResult, cursorsPlace, resultText } from '../../src/api/alikeResult.ts'

const alert = { __typename: 'Alert', cursor: cursorsPlace, id: 'a', record: { summary: 'cursor "\u0000" $& \\' } }

describe('a result that many get alike', () => {
  it('holds each caller’s own cursor and is otherwise the same', () => {
    const alike = new AlikeResult({ data: { alerts: alert, again: { cursor: cursorsPlace } }, extensions: { completeness: true } })
    for (const cursor of ['one', '$&two']) {
      const own = { data: { alerts: { ...alert, cursor }, again: { cursor } }, extensions: { completeness: true } }
      const result = alike.withCursor(cursor)
      expect(JSON.parse(resultText(result))).toEqual(own)
      expect(JSON.parse(JSON.stringify({ payload: result }))).toEqual({ payload: own })
      expect({ data: result.data, extensions: result.extensions }).toEqual(own)
    }
  })

  it('keeps the errors, and has nothing that was not there', () => {
    const errors = [{ message: 'm', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]
    const result = new AlikeResult({ errors, data: null }).withCursor('c')
    expect(JSON.parse(resultText(result))).toEqual({ errors, data: null })
    expect(Object.keys(result).sort()).toEqual(['errors', 'text'])
  })

  it('is text like any other result', () => {
    expect(resultText({ data: { a: 1 } })).toBe('{"data":{"a":1}}')
  })
})
