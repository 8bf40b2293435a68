import { useMemo } from 'react'
import { type RecordRef, recordTypes } from '../records/recordRef.ts'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { labelOf, type Network } from './labelOf.ts'
import { ringLayout } from './ringLayout.ts'

interface Props {
  readonly seed: string
  readonly network: Network
  readonly onExpand: (record: RecordRef) => void
}

const [width, height] = [150, 44]

/** A drawing in rings. Each record is a button that opens its card; double-click, or the card's own button, begins anew there. */
export function NetworkDrawing({ seed, network, onExpand }: Props) {
  const { say, name } = useWords()
  const { open } = useDesk()
  const places = useMemo(
    () =>
      ringLayout(
        seed,
        network.nodes.map(({ id }) => id),
        network.edges,
      ),
    [seed, network],
  )
  const all = [...places.values()]
  const [left, right] = [Math.min(...all.map(({ x }) => x)) - 100, Math.max(...all.map(({ x }) => x)) + 100]
  const [top, bottom] = [Math.min(...all.map(({ y }) => y)) - 50, Math.max(...all.map(({ y }) => y)) + 50]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="network-drawing" aria-label={say('network.drawing')} tabIndex={0} dir="ltr">
      <div style={{ inlineSize: right - left, blockSize: bottom - top }}>
        <svg aria-hidden="true" viewBox={`${left} ${top} ${right - left} ${bottom - top}`}>
          {network.edges.map(({ from, to, kind }) => {
            const [a, b] = [places.get(from), places.get(to)]
            if (a === undefined || b === undefined) return null
            return (
              <g key={`${from} ${to} ${kind}`}>
                <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
                <text x={(a.x + b.x) / 2} y={(a.y + b.y) / 2}>
                  {name(kind)}
                </text>
              </g>
            )
          })}
        </svg>
        {network.nodes.map(({ id, kind, record }) => {
          const at = places.get(id)
          if (at === undefined) return null
          const type = recordTypes.find((one) => one === record?.__typename)
          const style = {
            insetInlineStart: at.x - left - width / 2,
            insetBlockStart: at.y - top - height / 2,
            inlineSize: width,
            blockSize: height,
          }
          const words = (
            <>
              <small>
                {record === null ? name(kind) : name(record.__typename)} {record !== null && <b>{record.owner.code}</b>}
              </small>
              <bdi>{labelOf(network, id, name)}</bdi>
            </>
          )
          return type === undefined ? (
            <span key={id} className="node" data-kind={kind} style={style}>
              {words}
            </span>
          ) : (
            <button
              key={id}
              type="button"
              className="node"
              data-kind={type}
              data-seed={id === seed}
              style={style}
              onClick={() => open({ type, id })}
              onDoubleClick={() => onExpand({ type, id })}
            >
              {words}
            </button>
          )
        })}
      </div>
    </section>
  )
}
