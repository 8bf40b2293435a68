import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { printSearchKeys } from '../../src/cli/searchKeys.ts'
import { readName } from '../../src/names/readName.ts'
import { lookupKeys } from '../../src/names/searchKeys.ts'

async function print(...lines: readonly string[]) {
  const written = { out: '', err: '' }
  const code = await printSearchKeys(Readable.from(lines.map((line) => `${line}\n`)), {
    out: { write: (text: string) => (written.out += text) },
    err: { write: (text: string) => (written.err += text) },
  })
  return { code, ...written }
}

describe('comity search-keys', () => {
  it('prints for each person the keys under which a search finds them', async () => {
    const { code, out } = await print(
      '{"key": 7, "names": ["Мухаммед Алиев"], "birthDate": "1980-06-15", "documents": ["L8-98902C3"]}',
      '',
      '{"key": "x", "names": []}',
    )
    expect(code).toBe(0)
    const [first, second] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { key: unknown; searchKeys: string[] })
    expect(second).toEqual({ key: 'x', searchKeys: [] })
    expect(first?.key).toBe(7)
    const { names, documents } = lookupKeys({
      names: [readName('Mohamed Aliyev')],
      birthDates: [],
      documents: [{ number: 'L898902C3', country: null }],
    })
    expect(names.some((key) => first?.searchKeys.includes(key))).toBe(true)
    expect(documents.some((key) => first?.searchKeys.includes(key))).toBe(true)
  })

  it.each([
    ['not json', 'line 1: is no JSON'],
    ['[]', 'line 1: is no JSON object'],
    ['{"names": ["Ali"]}', 'line 1: key: a text or a number is wanted'],
    ['{"key": 1, "names": "Ali"}', 'line 1: names: a list of texts is wanted'],
    ['{"key": 1, "birthDate": "1980-02-31"}', 'line 1: birthDate: a day known in part is wanted'],
  ])('stops at what is no person, and does not repeat it: %s', async (line, message) => {
    const { code, out, err } = await print(line)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain(message)
    expect(err).not.toContain('Ali')
  })
})
