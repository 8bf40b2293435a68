import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandProblems, decisionProblems, linkProblems } from '../support/house/docRules.ts'
import { root, sourceFiles } from '../support/house/sourceFile.ts'

const docs = sourceFiles(/\.md$/)
const records = docs.filter(({ path }) => path.startsWith('docs/decisions/'))
const scripts = new Set(Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts))
const program = ['comity.ts', 'installationCommands.ts'].map((file) => readFileSync(join(root, 'src/cli', file), 'utf8')).join()
const commands = new Set([...program.matchAll(/\.command\('([\w-]+)/g)].map((match) => match[1] ?? ''))
const doc = (text: string, path = 'docs/a.md') => [{ path, text }]

describe('documents', () => {
  it('link to what exists', () => {
    expect(docs.map(({ path }) => path)).toContain('README.md')
    expect(linkProblems(docs, (path) => existsSync(join(root, path)))).toEqual([])
  })

  it('name scripts and commands that exist', () => {
    expect([...commands]).toContain('demo')
    expect(commandProblems(docs, scripts, commands)).toEqual([])
  })

  it('record decisions in under 80 lines, each with its context, consequences and drawbacks', () => {
    expect(records.length).toBeGreaterThan(3)
    expect(decisionProblems(records)).toEqual([])
  })
})

describe('the rules of documents', () => {
  const known = (path: string) => ['docs/a.md', 'docs/b.md', 'docs'].includes(path)

  it('find links and anchors that lead nowhere', () => {
    const b = { path: 'docs/b.md', text: '# Two words\n\n## `code` & more\n' }
    const links = (text: string) => linkProblems([...doc(text), b], known)
    expect(links('[x](c.md)')).toEqual(['docs/a.md links to c.md, which does not exist'])
    expect(links('[x](b.md#three-words)')).toEqual(['docs/a.md links to b.md#three-words, and docs/b.md has no such heading'])
    expect(links('[x]: ../c.md')).toHaveLength(1)
    expect(links('[x](#here)')).toHaveLength(1)
    expect(links('[x](b.md#two-words) [y](b.md#code--more) [z](https://example.org/c.md) ../docs [d](../docs/)')).toEqual([])
    expect(links('`[x](c.md)`\n\n```\n[x](c.md)\n```\n')).toEqual([])
  })

  it('find scripts and commands that do not exist', () => {
    const find = (text: string) => commandProblems(doc(text), new Set(['test']), new Set(['demo']))
    expect(find('`npm run nothing`')).toEqual(['docs/a.md names "npm run nothing": no such script'])
    expect(find('npm start')).toEqual(['docs/a.md names "npm run start": no such script'])
    expect(find('npx comity fly')).toEqual(['docs/a.md names "comity fly": no such command'])
    expect(find('npm test, npm run test, npx comity demo')).toEqual([])
  })

  it('find decision records that are too long, incomplete or share a number', () => {
    const whole = '# 001 Title\n\n## Context\n\n## Decision\n\n## Consequences\n\n## Drawbacks\n'
    const check = (text: string, path = 'docs/decisions/001-a.md') => decisionProblems(doc(text, path))
    expect(check(whole)).toEqual([])
    expect(check(whole.replace('Drawbacks', 'Others'))).toEqual(['docs/decisions/001-a.md has no part "Drawbacks"'])
    expect(check(whole + '\n'.repeat(80))).toHaveLength(1)
    expect(check(whole, 'docs/decisions/1-a.md')).toHaveLength(1)
    expect(decisionProblems([...doc(whole, 'docs/decisions/001-a.md'), ...doc(whole, 'docs/decisions/001-b.md')])).toHaveLength(1)
  })
})
