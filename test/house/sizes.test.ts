import { describe, expect, it } from 'vitest'
import { longFiles, sizeProblems } from '../support/house/sizeRules.ts'
import { handWritten, sourceFiles } from '../support/house/sourceFile.ts'

const files = [...handWritten(), ...sourceFiles(/\.(ts|tsx)$/, 'test', 'client/operations'), ...sourceFiles(/^[\w.]+\.(ts|js)$/)]
const lines = (count: number) => 'x\n'.repeat(count)

describe('files', () => {
  it('have at most 400 lines and a name that says what they do', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(sizeProblems(files)).toEqual([])
  })

  it('need no exception that nobody uses', () => {
    expect(Object.keys(longFiles).filter((path) => !files.some((file) => file.path === path))).toEqual([])
  })
})

describe('the rules of sizes and names', () => {
  it('refuse the 401st line, unless it has a reason', () => {
    const long = [{ path: 'src/plan/page.ts', text: lines(401) }]
    expect(sizeProblems(long)).toEqual(['src/plan/page.ts has 401 lines: 400 is the most'])
    expect(sizeProblems(long, { 'src/plan/page.ts': 'a table' })).toEqual([])
    expect(sizeProblems([{ path: 'src/plan/page.ts', text: lines(400) }])).toEqual([])
  })

  it.each(['src/plan/index.ts', 'src/utils/x.ts', 'src/plan/pageHelper.ts', 'src/alerts/alertManager.ts', 'src/plan/page-size.ts'])(
    'refuse %s',
    (path) => {
      expect(sizeProblems([{ path, text: '' }])).toHaveLength(1)
    },
  )

  it.each(['src/config/bureauFile.ts', 'web/vite.config.ts', 'web/src/Desk.tsx', 'test/plan/page.test.ts'])('allow %s', (path) => {
    expect(sizeProblems([{ path, text: '' }])).toEqual([])
  })
})
