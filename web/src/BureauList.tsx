import { inWords } from './inWords.ts'
import type { BureauState } from './readAnswer.ts'

/** The bureaus with how each took part; the state is written out, never shown by colour alone. */
export function BureauList({ bureaus }: { readonly bureaus: readonly BureauState[] }) {
  const waiting = bureaus.filter(({ state }) => state === 'PENDING').length
  return (
    <section>
      <h2>Bureaus</h2>
      {waiting > 0 && (
        <p role="status">
          {bureaus.length - waiting} of {bureaus.length} answered
        </p>
      )}
      <ul aria-label="Bureaus">
        {bureaus.map(({ bureau, state, latencyMs }) => (
          <li key={bureau} data-state={state}>
            <strong>{bureau}</strong> {state === 'OK' ? 'OK' : inWords(state).toLowerCase()}
            {latencyMs !== null && <small> {latencyMs} ms</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
