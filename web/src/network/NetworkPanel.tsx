import { useEffect, useState } from 'react'
import { NetworkDocument } from '../generated/graphql.ts'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'
import { Problem } from '../look/Problem.tsx'
import { SourceTiles } from '../look/SourceTiles.tsx'
import type { RecordRef } from '../records/recordRef.ts'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { labelOf, type Network } from './labelOf.ts'
import { NetworkDrawing } from './NetworkDrawing.tsx'

/** What hangs together with a record, as far as the caller may see it. It is asked for by a button: it costs one search of the hour. */
export function NetworkPanel() {
  const { say, name } = useWords()
  const { hub, seed, show, showNetwork } = useDesk()
  const [depth, setDepth] = useState(2)
  const [found, setFound] = useState<{ readonly seed: RecordRef; readonly network: Network | null } | null>(null)
  const [problem, setProblem] = useState<HubProblem | null>(null)
  const [asking, setAsking] = useState(false)
  const ask = async (from: RecordRef, links: number): Promise<void> => {
    setAsking(true)
    setProblem(null)
    try {
      const { data } = await hub.ask(NetworkDocument, { seed: from.id, depth: links })
      setFound({ seed: from, network: data.network })
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setAsking(false)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record is asked for at once; another depth by the button
  useEffect(() => {
    if (seed !== null) void ask(seed, depth)
  }, [seed])
  if (seed === null)
    return (
      <div className="wait">
        <p>{say('network.choose')}</p>
        <button type="button" onClick={() => show('records')}>
          {say('panel.records')}
        </button>
      </div>
    )
  const network = found?.network ?? null
  return (
    <>
      <div className="toolbar">
        <label className="field">
          <small>{say('network.depth')}</small>
          <select value={depth} onChange={(event) => setDepth(Number(event.target.value))}>
            {[1, 2, 3].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <button type="button" disabled={asking} onClick={() => void ask(seed, depth)}>
          {say('network.ask')}
        </button>
        <p role="status">
          {asking && say('records.loading')}
          {network !== null && !asking && say('network.found', { n: network.nodes.length, links: network.edges.length })}
          {network?.truncated === true && <strong className="warning">{say('network.truncated')}</strong>}
        </p>
      </div>
      <Problem problem={problem} onRetry={() => void ask(seed, depth)} />
      {network !== null && <SourceTiles sources={network.sources} />}
      {found !== null && network === null && <p className="wait">{say('card.absent')}</p>}
      {found !== null && network !== null && (
        <>
          <NetworkDrawing seed={found.seed.id} network={network} onExpand={showNetwork} />
          <details className="network-list">
            <summary>{say('network.list')}</summary>
            <ul>
              {network.edges.map(({ from, to, kind }) => (
                <li key={`${from} ${to} ${kind}`}>
                  <bdi>{labelOf(network, from, name)}</bdi> — {name(kind)} — <bdi>{labelOf(network, to, name)}</bdi>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </>
  )
}
