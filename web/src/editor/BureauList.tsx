import { useWords } from '../words/words.ts'
import type { BureauState } from './readAnswer.ts'

/** The bureaus with how each took part; the state is written out, never shown by colour alone. */
export function BureauList({ bureaus }: { readonly bureaus: readonly BureauState[] }) {
  const { say, name, count } = useWords()
  const waiting = bureaus.filter(({ state }) => state === 'PENDING').length
  return (
    <section>
      <h2>{say('bureaus')}</h2>
      {waiting > 0 && <p role="status">{say('source.answered', { n: bureaus.length - waiting, of: bureaus.length })}</p>}
      <ul aria-label={say('bureaus')}>
        {bureaus.map(({ bureau, state, latencyMs }) => (
          <li key={bureau} data-state={state}>
            <strong>{bureau}</strong> {name(state)}
            {latencyMs !== null && <small> {count(latencyMs)} ms</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
