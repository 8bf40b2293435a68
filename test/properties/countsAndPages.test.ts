import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairedCase } from './cases.ts'
import { pageDocument } from './hub/documents.ts'
import { bureausOf } from './hub/hubWorld.ts'
import { hubOver } from './hub/observe.ts'
import { runs, seed, within } from './soak.ts'
import type { Question } from './world/questions.ts'

interface Page {
  readonly nodes: readonly object[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly totalCount: number
  readonly facets: readonly {
    readonly buckets: readonly { readonly count: number }[]
    readonly withheld: number
    readonly unknown: number
  }[]
}

/** The pages of generated questions, `first` records each, and the same question on one page. */
async function pagesOf(check: (pages: readonly Page[], whole: Page) => void): Promise<void> {
  const property = fc.asyncProperty(pairedCase, fc.constantFrom(1, 2, 3), async ({ setting, records, caller, questions }, first) => {
    const ask = await hubOver(bureausOf(setting, records))
    const pageOf = async (question: Question, after: string | null): Promise<Page> =>
      (JSON.parse(await ask(pageDocument(question, after), caller)) as { readonly data: { readonly page: Page } }).data.page
    for (const question of questions.slice(0, 2)) {
      const counted: Question = {
        ...question,
        from: 'START',
        mistake: null,
        count: true,
        facets: ['owner', 'kind'].slice(0, question.type === 'Person' ? 1 : 2),
      }
      const pages: Page[] = []
      let after: string | null = null
      do {
        const page: Page = await pageOf({ ...counted, first }, after)
        pages.push(page)
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      } while (after !== null)
      check(pages, await pageOf({ ...counted, first: 100 }, null))
    }
  })
  await fc.assert(property, { seed, numRuns: runs(30), endOnFailure: true })
}

describe('whatever is asked, of whatever bureaus', () => {
  it('gives on its pages, one after the other, what one page would give', { timeout: within(300_000) }, async () => {
    let several = 0
    await pagesOf((pages, whole) => {
      expect(pages.flatMap(({ nodes }) => nodes)).toEqual(whole.nodes)
      if (pages.length > 2) several++
    })
    expect(several).toBeGreaterThan(10)
  })

  it('counts what all pages together hold', { timeout: within(300_000) }, async () => {
    let some = 0
    await pagesOf((pages, whole) => {
      const length = pages.reduce((sum, { nodes }) => sum + nodes.length, 0)
      for (const page of [...pages, whole]) {
        expect(page.totalCount).toBe(length)
        // Owner and kind have one value each, so that every record is counted once.
        for (const { buckets, withheld, unknown } of page.facets) {
          expect(buckets.reduce((sum, { count }) => sum + count, 0) + withheld + unknown).toBe(length)
        }
      }
      if (length > 0) some++
    })
    expect(some).toBeGreaterThan(20)
  })
})
