import { describe, expect, it } from 'vitest'
import { recordTypeNames } from '../support/house/schemaRules.ts'
import { type SourceFile, sourceFiles } from '../support/house/sourceFile.ts'
import {
  domainProblems,
  generic,
  hostPathProblems,
  realCountryProblems,
  secretProblems,
  unfinishedProblems,
} from '../support/house/wordRules.ts'

const written = sourceFiles(/\.(ts|tsx|js|mjs|json|ya?ml|md|graphql|css|html|sh|sql)$|(^|\/)(run|install-test-tools|\.\w+)$/).filter(
  ({ path }) => !path.endsWith('package-lock.json'),
)
const bureaus = sourceFiles(/\/bureau\.yaml$/, 'examples/bureaus')
const sample = (text: string): readonly SourceFile[] => [{ path: 'src/plan/x.ts', text }]

describe('words', () => {
  it('name no record type where types are data', () => {
    expect(recordTypeNames()).toContain('Notice')
    expect(
      domainProblems(
        written.filter(({ path }) => generic.test(path)),
        recordTypeNames(),
      ),
    ).toEqual([])
  })

  it('leave nothing unfinished', () => {
    expect(unfinishedProblems(written)).toEqual([])
  })

  it('name no place on one machine', () => {
    expect(hostPathProblems(written)).toEqual([])
  })

  it('hold no secrets', () => {
    expect(secretProblems(written)).toEqual([])
  })

  it('give the demo bureaus fictional codes', () => {
    expect(bureaus.length).toBeGreaterThanOrEqual(5)
    expect(realCountryProblems(bureaus)).toEqual([])
  })
})

describe('the rules of words', () => {
  const types = ['Notice', 'Person', 'Operation', 'AssistanceRequest']

  it.each([
    "const type = 'Person'",
    'function readNotices() {}',
    '// as Person.birthDate',
    "if (type === 'Operation') return",
    'interface PersonRow {}',
  ])('find the record type in: %s', (text) => {
    expect(domainProblems(sample(text), types)).toHaveLength(1)
  })

  it.each([
    'class PlannedOperation {}',
    '// one GraphQL operation',
    'principal.personRef',
    'personal data',
    "import type { HubOperation } from './x.ts'",
  ])('find none in: %s', (text) => {
    expect(domainProblems(sample(text), types)).toEqual([])
  })

  it('find unfinished work', () => {
    expect(unfinishedProblems(sample(`// ${'TO'}${'DO'} later`))).toHaveLength(1)
    expect(unfinishedProblems(sample('const toDo = 1'))).toEqual([])
  })

  it('find places on one machine', () => {
    expect(hostPathProblems(sample(`const file = '${['', 'home', 'someone', 'x.ts'].join('/')}'`))).toHaveLength(1)
    expect(hostPathProblems(sample("fetch('https://hub.example/home/page'); import './work/x.ts'"))).toEqual([])
  })

  it('find secrets', () => {
    const token = [`eyJ${'a'.repeat(30)}`, `eyJ${'b'.repeat(30)}`, 'c'.repeat(43)].join('.')
    expect(secretProblems(sample(`const token = '${token}'`))).toHaveLength(1)
    expect(secretProblems(sample(['-----BEGIN', 'PRIVATE KEY-----'].join(' ')))).toHaveLength(1)
    expect(secretProblems(sample(['url: postgres://app:', 'correct-horse-battery', '@db/x'].join('')))).toHaveLength(1)
    expect(secretProblems(sample(['url: postgres://app:$', '{PASSWORD_OF_APP}@db/x'].join('')))).toEqual([])
  })

  it('find a bureau of a real country', () => {
    expect(realCountryProblems([{ path: 'examples/bureaus/PT/bureau.yaml', text: 'code: PT\n' }])).toHaveLength(1)
  })
})
