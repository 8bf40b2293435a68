import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { limits } from '../../../src/api/limits/limits.ts'
import { assertAffordable } from '../../../src/api/limits/measure.ts'

/** What a document is refused with, or null. */
function refusal(
  text: string,
  variables: Record<string, unknown> | null = null,
): { readonly code: string; readonly message: string } | null {
  try {
    assertAffordable(parse(text), variables)
    return null
  } catch (error) {
    return error as { code: string; message: string }
  }
}

const times = (count: number, text: (n: number) => string) => Array.from({ length: count }, (_, n) => text(n)).join(' ')
const nested = (levels: number) => `{ ${'owner { '.repeat(levels - 1)}id${' }'.repeat(levels)}`
const hitCheck = (n: number) => `c${n}: hitCheck(input: $i) { checksLeft rows { outcome } }`
const pages = (size: string) =>
  `notices(first: ${size}) { nodes { subject { notices(first: ${size}) { subject { notices(first: ${size}) { id } } } } } }`

describe('an operation', () => {
  it.each([
    ['levels', nested(limits.depth), nested(limits.depth + 1)],
    ['aliases', `{ ${times(limits.aliases, (n) => `a${n}: id`)} }`, `{ ${times(limits.aliases + 1, (n) => `a${n}: id`)} }`],
    ['directives', `{ id ${'@a '.repeat(limits.directives)} }`, `{ id ${'@a '.repeat(limits.directives + 1)} }`],
    ['fragments', `{ ${'... { id } '.repeat(limits.spreads)} }`, `{ ${'... { id } '.repeat(limits.spreads + 1)} }`],
    ['fields', `{ ${times(limits.fields, (n) => `f${n}`)} }`, `{ ${times(limits.fields + 1, (n) => `f${n}`)} }`],
    ['asked for again', `{ ${'id '.repeat(limits.repeats + 1)} }`, `{ ${'id '.repeat(limits.repeats + 2)} }`],
    [
      'counts and facets',
      `{ ${times(limits.counts / 2, (n) => `a${n}: notices(first: 100) { totalCount facets(by: [KIND]) { field } }`)} }`,
      `{ ${times(limits.counts / 2, (n) => `a${n}: notices(first: 1) { totalCount facets(by: [KIND]) { field } }`)} persons { ...c } } fragment c on C { totalCount }`,
    ],
    ['page sizes', `{ ${pages('40')} }`, `{ ${pages('50')} }`],
    ['hit checks', `mutation { ${times(9, hitCheck)} }`, `mutation { ${times(10, hitCheck)} }`],
  ])('may have as many %s as the limit, and not one more', (word, most, tooMany) => {
    expect(refusal(most)).toBe(null)
    expect(refusal(tooMany)).toMatchObject({ code: 'QUERY_TOO_COSTLY', message: expect.stringContaining(word) })
  })

  it('costs the same whether a page size is written, a variable, or the default of one', () => {
    const asked = `query ($n: Int = 100) { ${pages('$n')} }`
    expect(refusal(asked)).toMatchObject({ code: 'QUERY_TOO_COSTLY' })
    expect(refusal(asked, { n: 100 })).toMatchObject({ code: 'QUERY_TOO_COSTLY' })
    expect(refusal(asked, { n: 2 })).toBe(null)
    expect(refusal(`query ($n: Int) { ${pages('$n')} }`)).toBe(null)
  })

  it('may use as many values as the limit, those of a variable counted wherever it stands', () => {
    const asked = (uses: number) =>
      `query ($v: [String!]) { ${times(uses, (n) => `a${n}: notices(where: { number: { in: $v } }) { id }`)} }`
    const v = Array.from({ length: limits.values / 4 }, () => 'x')
    expect(refusal(asked(3), { v })).toBe(null)
    expect(refusal(asked(4), { v })).toMatchObject({ code: 'QUERY_TOO_COSTLY', message: expect.stringContaining('values') })
    const byDefault = asked(4).replace('[String!]', `[String!] = [${times(limits.values / 4, () => '"x"')}]`)
    expect(refusal(byDefault)).toMatchObject({ code: 'QUERY_TOO_COSTLY', message: expect.stringContaining('values') })
  })

  it.each(['0', '-1', '101', '99999999999'])('has no page of %s records', (size) => {
    expect(refusal(`{ notices(first: ${size}) { nodes { id } } }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('1 to 100'),
    })
    expect(refusal('query ($n: Int) { notices(first: $n) { nodes { id } } }', { n: Number(size) })).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })

  it('is measured through its fragments, repeats included', () => {
    const spread = (n: number) => `{ ...a ...b } fragment a on Query { ${'id '.repeat(n)} } fragment b on Query { ${'id '.repeat(n)} }`
    expect(refusal(spread(50))).toBe(null)
    expect(refusal(spread(52))).toMatchObject({ message: expect.stringContaining('asked for again') })
    expect(refusal(`{ a { ...f } } fragment f on X { ${nested(limits.depth).slice(1, -1)} }`)).toMatchObject({
      message: expect.stringContaining('levels'),
    })
  })

  it('is refused for its dearest part, also when another operation is named', () => {
    expect(refusal(`query A { id } query B { ${pages('100')} }`)).toMatchObject({ code: 'QUERY_TOO_COSTLY' })
  })

  it.each([
    [
      'fragments that triple twenty times',
      `{ ...f0 } ${times(20, (n) => `fragment f${n} on Query { ${`...f${n + 1} `.repeat(3)} }`)} fragment f20 on Query { id }`,
    ],
    ['a field a thousand times', `{ ${'id '.repeat(1900)} }`],
    ['a selection four hundred times', `{ ${'a { b } '.repeat(400)} }`],
    ['directives by the thousand', `{ id ${'@a '.repeat(900)} }`],
  ])('is refused within a twentieth of a second for %s', (_name, text) => {
    // Time of this process, whatever else the machine is doing.
    const started = process.cpuUsage()
    expect(refusal(text)).toMatchObject({ code: 'QUERY_TOO_COSTLY' })
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(50)
  })

  it('may have a fragment that circles: validation names it, and measuring ends', () => {
    expect(refusal('{ ...a } fragment a on Query { id ...b } fragment b on Query { id ...a }')).toBe(null)
    const all = times(9, (n) => `...f${n}`)
    expect(refusal(`{ ...f0 } ${times(9, (n) => `fragment f${n} on Query { ${all} }`)}`)).toBe(null)
  })
})

describe('variables', () => {
  const asked = 'query ($v: X) { a(v: $v) { id } }'
  it('are bounded in number and in nesting', () => {
    expect(refusal(asked, { v: Array.from({ length: limits.values - 1 }, () => 'x') })).toBe(null)
    expect(refusal(asked, { v: Array.from({ length: limits.values }, () => 'x') })).toMatchObject({
      message: expect.stringContaining('values in the variables'),
    })
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(refusal(asked, { v: deep })).toMatchObject({ message: expect.stringContaining('levels deep') })
  })
})
