import type { SourceTileFragment } from '../generated/graphql.ts'
import { useWords } from '../words/words.ts'

/** The bureaus of an answer, each with how it took part; they fill as they answer. The state is written out, never shown by colour alone. */
export function SourceTiles({ sources }: { readonly sources: readonly SourceTileFragment[] }) {
  const { say, name, count } = useWords()
  const waiting = sources.filter(({ state }) => state === 'PENDING').length
  const slowest = Math.max(1, ...sources.map(({ latencyMs }) => latencyMs ?? 0))
  return (
    <section className="source-tiles" aria-label={say('bureaus')}>
      <ul>
        {sources.map(({ bureau, state, latencyMs, retryAfterMs }) => (
          <li key={bureau.code} data-state={state}>
            <strong>{bureau.code}</strong> <span>{name(state)}</span>
            {latencyMs !== null && <small>{count(latencyMs)} ms</small>}
            {retryAfterMs !== null && <small>{say('source.retry', { s: Math.ceil(retryAfterMs / 1000) })}</small>}
            {/* How long it took, against the slowest. */}
            <i style={{ inlineSize: `${latencyMs === null ? 0 : Math.max(4, (latencyMs / slowest) * 100)}%` }} />
          </li>
        ))}
      </ul>
      <p role="status" className="unseen">
        {sources.length === 0 ? '' : say('source.answered', { n: sources.length - waiting, of: sources.length })}
      </p>
    </section>
  )
}
