import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainMessage } from '../../src/api/plainMessage.ts'
import { memoryServer } from '../support/memoryServer.ts'

let server: Awaited<ReturnType<typeof memoryServer>>
beforeAll(async () => {
  server = await memoryServer()
})
afterAll(() => server[Symbol.asyncDispose]())

const asking = (type: string, where: string) => `query ($v: ${type}) { notices(${where}) { nodes { id } } }`
const kind = asking('NoticeKind', 'where: { kind: { eq: $v } }')

describe('a message about a value', () => {
  it.each([
    [kind, 'secret-canary', 'Variable "$v" got an invalid value. It is no value of "NoticeKind".'],
    [kind, 'x; secret-canary', 'Variable "$v" got an invalid value. It is no value of "NoticeKind".'],
    [kind, 'x at "secret.canary"; y', 'Variable "$v" got an invalid value. It is no value of "NoticeKind".'],
    [kind, 777_777, 'Variable "$v" got an invalid value. It is no value of "NoticeKind".'],
    [
      asking('NoticeFilter', 'where: $v'),
      { kind: { eq: 'secret-canary' } },
      'Variable "$v" got an invalid value at "v.kind.eq". It is no value of "NoticeKind".',
    ],
    [
      asking('NoticeFilter', 'where: $v'),
      { 'secret-canary': 1 },
      'Variable "$v" got an invalid value. It has a field that "NoticeFilter" does not have.',
    ],
    [
      asking('NoticeFilter', 'where: $v'),
      'secret-canary',
      'Variable "$v" got an invalid value. Expected type "NoticeFilter" to be an object.',
    ],
    [asking('NoticeFilter', 'where: $v'), { ' at "v.secret_canary"; ': { x: 1 } }, 'Variable "$v" got an invalid value.'],
    [asking('Int', 'first: $v'), 'secret-canary', 'Variable "$v" got an invalid value. It is no "Int".'],
    [
      asking('Date', 'where: { issuedOn: { eq: $v } }'),
      'x; secret-canary',
      'Variable "$v" got an invalid value. Date wants a day, YYYY-MM-DD.',
    ],
    [kind, 'secret-canary'.repeat(1000), 'A value does not have the form that the schema wants.'],
  ])('in a variable says what is wanted and not what came: %s, case %#', async (query, v, message) => {
    const { body } = await server.ask(query, { v })
    expect(body.errors).toEqual([
      { message: expect.stringContaining(message), locations: expect.anything(), extensions: { code: 'BAD_USER_INPUT' } },
    ])
    expect(JSON.stringify(body) + server.lines.join()).not.toMatch(/secret.canary|777777/)
  })

  it.each([
    ['where: { kind: { eq: secret_canary } }', 'The value is none of enum "NoticeKind".'],
    ['where: { kind: { eq: "secret_canary" } }', 'The value is none of enum "NoticeKind".'],
    ['where: { issuedOn: { eq: "secret_canary" } }', 'Expected a value of type "Date": Date wants a day, YYYY-MM-DD.'],
    ['where: { number: { eq: 777777 } }', 'The value is no "String".'],
    ['where: "secret_canary"', 'Expected a value of type "NoticeFilter".'],
    ['first: "secret_canary"', 'The value is no "Int".'],
    ['first: 3 "secret_canary"', 'Syntax Error: Expected Name, found String.'],
    ['first: 3 """secret_canary"""', 'Syntax Error: Expected Name, found BlockString.'],
    ['where: { number: { eq: "secret_canary', 'Syntax Error: Unterminated string.'],
    ['where: { number: { eq: "\\ux secret_canary" } }', 'Syntax Error: Invalid Unicode escape sequence.'],
  ])('in the document says what is wanted and not what stands there: %s', async (args, message) => {
    const { body } = await server.ask(`{ notices(${args}) { nodes { id } } }`)
    expect(body.errors?.[0]?.message).toBe(message)
    expect(JSON.stringify(body) + server.lines.join()).not.toMatch(/secret_canary|777777/)
  })
})

describe('a message without a value', () => {
  it('stays as it is, but for suggestions', () => {
    expect(plainMessage('Cannot query field "notises" on type "Query". Did you mean "notices" or "node"?')).toBe(
      'Cannot query field "notises" on type "Query".',
    )
    expect(plainMessage('Unknown type "Nope".')).toBe('Unknown type "Nope".')
  })

  it('costs next to nothing to read, whatever was sent', () => {
    const started = performance.now()
    for (const part of ['Did you mean ', ' at "a.a.a', '; Enum "', 'Variable "$v" got invalid value '])
      plainMessage(`Variable "$v" got invalid value "${part.repeat(100_000)}"; x`)
    expect(performance.now() - started).toBeLessThan(100)
  })
})
