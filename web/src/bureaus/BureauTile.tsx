import type { BureauCardFragment, SourceTileFragment } from '../generated/graphql.ts'
import { ContactRoute } from '../records/ContactRoute.tsx'
import { useWords } from '../words/words.ts'

interface Props {
  readonly bureau: BureauCardFragment
  /** What it answered when all were asked; undefined before. */
  readonly answer: SourceTileFragment | undefined
  /** Whether it is the caller's own. */
  readonly own: boolean
}

/** A feed further behind than this is shown as late, in milliseconds. */
const lateFeed = 300_000

/** One bureau. */
export function BureauTile({ bureau, answer, own }: Props) {
  const { say, name, count, date } = useWords()
  const { code, health, feeds, status } = bureau
  const state = status === 'READY' ? (answer?.state ?? health.state) : status
  const latency = answer === undefined ? health.latencyMs : answer.latencyMs
  return (
    <li className="bureau-tile" data-state={state}>
      <header>
        <strong className="owner">{code}</strong>
        <h2>
          <bdi>{bureau.name}</bdi> {own && <small className="tag">{say('bureaus.own')}</small>}
        </h2>
        <span className="state">{name(state)}</span>
      </header>
      <dl className="figures">
        <div>
          <dt>{say('bureaus.latency')}</dt>
          <dd>{latency === null ? '–' : `${count(latency)} ms`}</dd>
        </div>
        <div>
          <dt>{say('bureaus.breaker')}</dt>
          <dd>{health.breaker === null ? '–' : say(`breaker.${health.breaker}`)}</dd>
        </div>
        <div>
          <dt>{say('bureaus.lastAnswer')}</dt>
          <dd>{health.lastAnsweredAt === null ? '–' : date(health.lastAnsweredAt)}</dd>
        </div>
      </dl>
      <ul className="feeds" aria-label={say('bureaus.feeds')}>
        {feeds.map(({ type, mode, lagMs, gap, lastError }) => (
          <li key={type} data-late={gap || lastError !== null || (lagMs ?? 0) > lateFeed}>
            <span>{name(type)}</span> <small>{name(mode)}</small>
            <b>{lagMs === null ? '–' : say('bureaus.lag', { s: Math.round(lagMs / 1000) })}</b>
            {gap && <span className="warning">{say('bureaus.gap')}</span>}
            {lastError !== null && <span className="warning">{name(lastError)}</span>}
          </li>
        ))}
        {feeds.length === 0 && <li className="none">{say('bureaus.noFeeds')}</li>}
      </ul>
      <ContactRoute owner={code} lead={false} />
    </li>
  )
}
