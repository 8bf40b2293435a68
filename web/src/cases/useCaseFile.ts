import { useCallback, useEffect, useState } from 'react'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'

/** A file that is worked on, act by act. */
export interface CaseFile<File, Act> {
  /** Null: it is kept elsewhere, or there is none. */
  readonly file: File | null | 'asking'
  /** What is being written; null: nothing is chosen. */
  readonly act: Act | null
  readonly problem: HubProblem | null
  choose(act: Act | null): void
  load(): Promise<void>
  /** Does something about the file and takes what it has become; what was typed stays where it is when it fails. */
  carryOut(doing: () => Promise<File>): Promise<void>
}

/** Asks for a file, and anew when `ask` is another. */
export function useCaseFile<File, Act>(ask: () => Promise<File | null>, onMoved: () => Promise<void>): CaseFile<File, Act> {
  const [file, setFile] = useState<File | null | 'asking'>('asking')
  const [act, choose] = useState<Act | null>(null)
  const [problem, setProblem] = useState<HubProblem | null>(null)
  const load = useCallback(async () => {
    try {
      setFile(await ask())
      setProblem(null)
    } catch (error) {
      setProblem(asProblem(error))
    }
  }, [ask])
  useEffect(() => void load(), [load])
  const carryOut = async (doing: () => Promise<File>): Promise<void> => {
    try {
      setFile(await doing())
      setProblem(null)
      choose(null)
      await onMoved()
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return { file, act, problem, choose, load, carryOut }
}
