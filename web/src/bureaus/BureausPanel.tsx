import { useCallback, useEffect, useState } from 'react'
import { type BureauCardFragment, BureauStateDocument, RollCallDocument, type SourceTileFragment } from '../generated/graphql.ts'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'
import { Problem } from '../look/Problem.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { BureauTile } from './BureauTile.tsx'

/** The bureaus: how their systems are doing, how far behind their changes are, and, once they are all asked, who answers and how soon. */
export function BureausPanel() {
  const { say } = useWords()
  const { hub, bureaus: known, viewer } = useDesk()
  const [fresh, setFresh] = useState<readonly BureauCardFragment[] | null>(null)
  const [answers, setAnswers] = useState<readonly SourceTileFragment[]>([])
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<HubProblem | null>(null)
  const bureaus = fresh ?? known

  const ask = useCallback(async () => {
    setAsking(true)
    setAnswers([])
    try {
      for await (const { data } of hub.follow(RollCallDocument, {})) setAnswers(data.noticesProgress.sources)
      setFresh((await hub.ask(BureauStateDocument, {})).data.bureaus)
      setProblem(null)
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setAsking(false)
    }
  }, [hub])
  useEffect(() => void ask(), [ask])

  const waiting = answers.filter(({ state }) => state === 'PENDING').length
  return (
    <>
      <div className="toolbar">
        <p role="status">{answers.length === 0 ? '' : say('source.answered', { n: answers.length - waiting, of: answers.length })}</p>
        <span className="toolbar-end">
          <button type="button" className="primary" disabled={asking} onClick={() => void ask()}>
            {say('bureaus.ask')}
          </button>
        </span>
      </div>
      <Problem problem={problem} onRetry={() => void ask()} />
      <ul className="bureau-tiles">
        {bureaus.map((bureau) => (
          <BureauTile
            key={bureau.code}
            bureau={bureau}
            answer={answers.find((one) => one.bureau.code === bureau.code)}
            own={bureau.code === viewer?.bureau.code}
          />
        ))}
      </ul>
    </>
  )
}
