import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ComityError, type ErrorCode, errorTable } from '../../src/model/errors.ts'

const root = join(import.meta.dirname, '..', '..')
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.startsWith('generated'),
)

/** Codes that graphql-js and Apollo Server give themselves. */
const givenByLibraries = ['GRAPHQL_VALIDATION_FAILED']

function codesUsed(): Set<string> {
  const used = new Set<string>(givenByLibraries)
  for (const name of sources) {
    if (name.endsWith('errors.ts')) continue
    const text = readFileSync(join(root, 'src', name), 'utf8')
    for (const match of text.matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)) if (match[1] !== undefined && match[1] in errorTable) used.add(match[1])
    for (const match of text.matchAll(/new ComityError\(\s*'(\w+)'/g)) if (match[1] !== undefined) used.add(match[1])
  }
  return used
}

describe('the error table', () => {
  it('is the codes that the hub gives, no more and no fewer', () => {
    expect([...codesUsed()].sort()).toEqual(Object.keys(errorTable).sort())
  })

  it('is the table in docs/errors.md, with the same statuses and an anchor each', () => {
    const rows = [...readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/^\| <a id="(\w+)"><\/a>`(\w+)` \| (\d+) \|/gm)]
    expect(rows.map(([, , code, status]) => [code, Number(status)])).toEqual(
      Object.entries(errorTable).map(([code, { status }]) => [code, status]),
    )
    for (const [, anchor, code] of rows) expect(anchor).toBe(code?.toLowerCase())
  })

  it('fills what a message leaves open, and nothing else', () => {
    for (const code of Object.keys(errorTable) as ErrorCode[]) {
      expect(new ComityError(code, { reason: 'r', reference: 'x' }).message).not.toMatch(/[{}]/)
    }
  })
})
