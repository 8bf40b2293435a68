import { useWords } from '../words/words.ts'
import type { AlertStream, AlertStreamState } from './alertStream.ts'

/** How the stream is doing: live or lost, how far behind, and what became of each loss. */
export function StreamLine({ stream, state }: { readonly stream: AlertStream; readonly state: AlertStreamState }) {
  const { say, language } = useWords()
  const running = state.phase !== 'stopped' && state.phase !== 'refused'
  const time = (at: number) => new Date(at).toLocaleTimeString(language)
  return (
    <section className="stream-line" data-phase={state.phase} aria-label={say('stream')}>
      <p role="status">
        <i aria-hidden="true" />
        <strong>{say(`stream.${state.phase}`)}</strong>
        <span>{say('stream.received', { n: state.received })}</span>
        {state.lagMs !== null && <span>{say('stream.lag', { ms: state.lagMs })}</span>}
      </p>
      <button type="button" onClick={running ? stream.stop : stream.start}>
        {say(running ? 'stream.stop' : 'stream.start')}
      </button>
      <ol aria-label={say('stream.events')}>
        {state.events.slice(0, 4).map(({ at, what, ms }) => (
          <li key={`${at} ${what}`}>
            <time>{time(at)}</time> {say(`stream.event.${what}`, { s: Math.max(1, Math.round((ms ?? 0) / 1000)) })}
          </li>
        ))}
      </ol>
    </section>
  )
}
