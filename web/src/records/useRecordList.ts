import { useCallback, useEffect, useRef, useState } from 'react'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'
import type { Declaration } from '../session/declaration.ts'
import { useDesk } from '../shell/deskContext.ts'
import { type FoundPage, firstPage, nextPage, type Sought } from './recordList.ts'

/** Rows that the table holds at most: more than anybody reads, and as much as a page of a browser bears. */
export const mostRows = 20_000

/** A list as far as it has come. */
export interface RecordList {
  readonly page: FoundPage
  readonly loading: boolean
  readonly problem: HubProblem | null
  /** What was declared when it was asked for. */
  readonly askedFor: Declaration
}

const nothing: FoundPage = { rows: [], sources: [], facets: [], total: null, endCursor: null, hasNextPage: false, problems: [] }

/** Loads what is looked for: the first page as the bureaus answer, the next ones when they are asked for. Asking anew stops what was under way. */
export function useRecordList(sought: Sought) {
  const { hub, declared } = useDesk()
  const [list, setList] = useState<RecordList>(() => ({ page: nothing, loading: true, problem: null, askedFor: declared() }))
  const running = useRef(new AbortController())
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again
  useEffect(() => {
    running.current.abort()
    const run = new AbortController()
    running.current = run
    const askedFor = declared()
    setList({ page: nothing, loading: true, problem: null, askedFor })
    const load = async () => {
      for await (const page of firstPage(hub, sought, run.signal)) {
        if (run.signal.aborted) return
        setList({ page, loading: true, problem: page.problems[0] ?? null, askedFor })
      }
    }
    load().then(
      () => !run.signal.aborted && setList((before) => ({ ...before, loading: false })),
      (error: unknown) => !run.signal.aborted && setList((before) => ({ ...before, loading: false, problem: asProblem(error) })),
    )
    return () => run.abort()
  }, [hub, declared, sought, round])

  /** Loads one more page, or all that follow. */
  const more = useCallback(
    async (all: boolean, from: FoundPage): Promise<void> => {
      const askedFor = declared()
      const run = running.current
      let page = from
      setList((before) => ({ ...before, loading: true, problem: null }))
      try {
        do {
          const next = await nextPage(hub, sought, page.endCursor, run.signal)
          page = { ...next, rows: [...page.rows, ...next.rows], facets: page.facets, total: page.total }
          const loading = all && page.hasNextPage && page.rows.length < mostRows
          setList({ page, loading, problem: next.problems[0] ?? null, askedFor })
          if (!loading) return
        } while (!run.signal.aborted)
      } catch (error) {
        if (!run.signal.aborted) setList((before) => ({ ...before, loading: false, problem: asProblem(error) }))
      }
    },
    [hub, declared, sought],
  )
  const stop = useCallback(() => {
    running.current.abort()
    running.current = new AbortController()
    setList((before) => ({ ...before, loading: false }))
  }, [])
  const again = useCallback(() => setRound((before) => before + 1), [])
  return { ...list, more, stop, again }
}
