import type { CaseListQuery } from '../generated/graphql.ts'
import { useWords } from '../words/words.ts'
import { ClockBar } from './ClockBar.tsx'

type CaseNode = CaseListQuery['asked']['nodes'][number] | CaseListQuery['notices']['nodes'][number]
const ended = new Set(['ANSWERED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'CLOSED'])

interface Props {
  readonly node: CaseNode
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** A request or a notice on two lines, with its clock. */
export function CaseRow({ node, chosen, onChoose }: Props) {
  const { name } = useWords()
  const isRequest = 'reference' in node
  const title = (isRequest ? node.reference : node.number) ?? name('NONE')
  return (
    <li>
      <button type="button" className="case-row" aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        {node.state !== null && (
          <span className="tag" data-value={node.state}>
            {name(node.state)}
          </span>
        )}
        <small>
          {node.owner.code}
          {isRequest && node.requestedBureaus !== null && ` › ${node.requestedBureaus.join(', ')}`} ·{' '}
          {node.kind === null ? name('NONE') : name(node.kind)}
          {isRequest && node.urgency !== null && ` · ${name(node.urgency)}`}
        </small>
        {isRequest ? (
          <ClockBar from={node.sentAt} due={node.dueAt} over={node.state !== null && ended.has(node.state)} />
        ) : (
          <ClockBar from={node.issuedOn} due={node.expiresOn} over={node.state !== 'PUBLISHED'} />
        )}
      </button>
    </li>
  )
}
