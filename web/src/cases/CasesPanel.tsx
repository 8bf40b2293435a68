import { useCallback, useEffect, useState } from 'react'
import { CaseListDocument, type CaseListQuery } from '../generated/graphql.ts'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'
import { Problem } from '../look/Problem.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { CaseRow } from './CaseRow.tsx'
import { NoticeFileView } from './NoticeFileView.tsx'
import { RequestFileView } from './RequestFileView.tsx'

type Group = 'asked' | 'sent' | 'notices'
const groups: readonly Group[] = ['asked', 'sent', 'notices']
const ended = new Set(['ANSWERED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'CLOSED', 'CANCELLED', 'EXPIRED', 'FULFILLED'])

/** The requests and notices that the caller's bureau is a party to; one of them opened beside the list. */
export function CasesPanel() {
  const { say, count } = useWords()
  const { hub, viewer } = useDesk()
  const [list, setList] = useState<CaseListQuery | null>(null)
  const [problem, setProblem] = useState<HubProblem | null>(null)
  const [group, setGroup] = useState<Group>('asked')
  const [onlyOpen, setOnlyOpen] = useState(true)
  const [chosen, setChosen] = useState<string | null>(null)
  const bureau = viewer?.bureau.code

  const load = useCallback(async () => {
    if (bureau === undefined) return
    try {
      const { data, problems } = await hub.ask(CaseListDocument, { bureau, first: 50 })
      setList(data)
      setProblem(problems[0] ?? null)
    } catch (error) {
      setProblem(asProblem(error))
    }
  }, [hub, bureau])
  useEffect(() => void load(), [load])

  const more = async (which: 'asked' | 'sent'): Promise<void> => {
    if (list === null || bureau === undefined) return
    try {
      const after = { [`${which}After`]: list[which].pageInfo.endCursor }
      const { data } = await hub.ask(CaseListDocument, { bureau, first: 50, ...after })
      setList({ ...list, [which]: { ...data[which], nodes: [...list[which].nodes, ...data[which].nodes] } })
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  const nodes = list?.[group].nodes ?? []
  const shown = nodes.filter(({ state }) => !onlyOpen || state === null || !ended.has(state))
  return (
    <>
      <div className="toolbar">
        <fieldset className="segments">
          <legend className="unseen">{say('panel.cases')}</legend>
          {groups.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="group"
                checked={group === one}
                onChange={() => {
                  setGroup(one)
                  setChosen(null)
                }}
              />
              <span>
                {say(`cases.${one}`)}{' '}
                {list !== null && one !== 'notices' && <small>{count(list[one].totalCount ?? list[one].nodes.length)}</small>}
              </span>
            </label>
          ))}
        </fieldset>
        <label className="check">
          <input type="checkbox" checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)} /> {say('cases.open')}
        </label>
        <span className="toolbar-end">
          <button type="button" onClick={() => void load()}>
            {say('reload')}
          </button>
        </span>
      </div>
      <Problem problem={problem} onRetry={() => void load()} />
      <div className="two-columns cases">
        <section className="case-list" aria-label={say(`cases.${group}`)}>
          <ul>
            {shown.map((node) => (
              <CaseRow key={node.id} node={node} chosen={node.id === chosen} onChoose={() => setChosen(node.id)} />
            ))}
          </ul>
          {list !== null && shown.length === 0 && <p className="wait">{say('cases.none')}</p>}
          {list === null && problem === null && <p className="wait">{say('records.loading')}</p>}
          {group !== 'notices' && list?.[group].pageInfo.hasNextPage === true && (
            <button type="button" onClick={() => void more(group)}>
              {say('records.more')}
            </button>
          )}
        </section>
        {chosen === null ? (
          <p className="wait">{say('cases.choose')}</p>
        ) : group === 'notices' ? (
          <NoticeFileView key={chosen} id={chosen} onMoved={load} />
        ) : (
          <RequestFileView key={chosen} id={chosen} onMoved={load} />
        )}
      </div>
    </>
  )
}
