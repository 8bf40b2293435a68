import { useCallback, useEffect, useState } from 'react'
import { AccessesDocument, type AccessesQuery, MyActsDocument, type MyActsQuery } from '../generated/graphql.ts'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'
import { Problem } from '../look/Problem.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { AccessTable } from './AccessTable.tsx'
import { ActTable } from './ActTable.tsx'
import { DayBars } from './DayBars.tsx'

type Accesses = NonNullable<AccessesQuery['disclosures']>
const readers = ['POLICY_OFFICER', 'DATA_PROTECTION_OFFICER', 'AUDITOR']

/** For those who watch over a bureau's records: who read what of them. For everybody: what they did themselves. */
export function LedgerPanel() {
  const { say } = useWords()
  const { hub, viewer } = useDesk()
  const [accesses, setAccesses] = useState<Accesses | null>(null)
  const [acts, setActs] = useState<MyActsQuery['myDisclosures'] | null>(null)
  const [problem, setProblem] = useState<HubProblem | null>(null)
  const [reader, setReader] = useState('')
  const watchesOver = viewer?.roles.some((role) => readers.includes(role)) === true

  const load = useCallback(
    async (after: string | null): Promise<void> => {
      if (viewer === null) return
      try {
        if (watchesOver) {
          const filter = reader === '' ? {} : { readerBureau: reader }
          const { disclosures } = (await hub.ask(AccessesDocument, { filter, after })).data
          setAccesses((before) =>
            disclosures === null || after === null || before === null
              ? disclosures
              : { ...disclosures, nodes: [...before.nodes, ...disclosures.nodes] },
          )
        } else {
          const { myDisclosures } = (await hub.ask(MyActsDocument, { after })).data
          setActs((before) =>
            after === null || before === null ? myDisclosures : { ...myDisclosures, nodes: [...before.nodes, ...myDisclosures.nodes] },
          )
        }
        setProblem(null)
      } catch (error) {
        setProblem(asProblem(error))
      }
    },
    [hub, viewer, watchesOver, reader],
  )
  useEffect(() => void load(null), [load])
  const page = accesses ?? acts
  return (
    <>
      <div className="toolbar">
        <h2>{say(watchesOver ? 'ledger.accesses' : 'ledger.mine')}</h2>
        {accesses !== null && <p role="status">{say('ledger.totals', { n: accesses.totalAccesses, records: accesses.totalRecords })}</p>}
        <span className="toolbar-end">
          <button type="button" onClick={() => void load(null)}>
            {say('reload')}
          </button>
        </span>
      </div>
      <Problem problem={problem} onRetry={() => void load(null)} />
      {page === null && problem === null && <p className="wait">{say('records.loading')}</p>}
      {accesses !== null && (
        <>
          <div className="ledger-figures">
            <DayBars days={accesses.byDay} />
            <ul className="reader-counts" aria-label={say('ledger.readers')}>
              {accesses.byReader.map(({ value, accesses: n }) => (
                <li key={value}>
                  <button type="button" aria-pressed={reader === value} onClick={() => setReader(reader === value ? '' : value)}>
                    <strong className="owner">{value}</strong> {say('ledger.readerAccesses', { n })}
                  </button>
                </li>
              ))}
              {reader !== '' && (
                <li>
                  <button type="button" className="plain" onClick={() => setReader('')}>
                    {say('counts.all')}
                  </button>
                </li>
              )}
            </ul>
          </div>
          <AccessTable accesses={accesses.nodes} />
        </>
      )}
      {acts !== null && <ActTable acts={acts.nodes} />}
      {page?.pageInfo.hasNextPage === true && (
        <button type="button" onClick={() => void load(page.pageInfo.endCursor)}>
          {say('records.more')}
        </button>
      )}
    </>
  )
}
