import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readAgreements } from '../../src/config/agreements.ts'
import { bureauSchema } from '../../src/config/bureauSchema.ts'
import { compileMapping } from '../../src/mapping/compileMapping.ts'
import { catalogue } from '../support/catalogue.ts'

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'adding-a-bureau.md'), 'utf8')
const blocks = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => text)
const directory = new Set(['XA', 'XB', 'XF'])

describe('docs/adding-a-bureau.md', () => {
  it('shows a whole file that has no mistake', () => {
    const file = bureauSchema.parse(parse(blocks.find((text) => text.includes('comity: bureau/v1')) ?? ''))
    expect(compileMapping(file.mapping, file.code, catalogue, directory).problems).toEqual([])
  })

  it('shows an agreements.yaml that has no mistake', () => {
    expect(readAgreements(blocks.find((text) => text.startsWith('agreements:')) ?? '', 'agreements.yaml', directory).problems).toEqual([])
  })

  it('shows fields that a mapping understands', () => {
    const snippets = blocks.filter((text) => !text.includes('comity:')).map((text) => parse(text) as Record<string, unknown>)
    const people = catalogue.types.get('Person')?.fields
    const known = [...catalogue.types.values()].flatMap((type) => snippets.map((snippet) => ({ type, snippet })))
    let checked = 0
    for (const { type, snippet } of known) {
      const own = { ...snippet, ...(snippet?.['fields'] as Record<string, unknown> | undefined) }
      const fields = Object.fromEntries(
        Object.entries(own).filter(([name]) => type.fields.has(name) && !(type.name !== 'Person' && people?.has(name))),
      )
      if (Object.keys(fields).length === 0) continue
      const table = ['sex', 'country', 'notice', 'paper', 'language', 'offence', 'armed', 'job'].map((name) => [name, {}])
      const types = {
        [type.name]: { from: 't', key: 'k', children: { papers: { from: 'p', on: 'k' }, parties: { from: 'q', on: 'k' } }, fields },
      }
      const file = bureauSchema.shape.mapping.parse({ codes: Object.fromEntries(table), types })
      const errors = compileMapping(file, 'XF', catalogue, directory).problems.filter((one) => one.severity === 'error')
      expect(errors).toEqual([])
      checked += Object.keys(fields).length
    }
    expect(checked).toBeGreaterThan(8)
  })
})
