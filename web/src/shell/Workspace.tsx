import { lazy, type RefObject, Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { AlertsPanel } from '../alerts/AlertsPanel.tsx'
import { createAlertStream } from '../alerts/alertStream.ts'
import { BureausPanel } from '../bureaus/BureausPanel.tsx'
import { CasesPanel } from '../cases/CasesPanel.tsx'
import { CheckPanel } from '../check/CheckPanel.tsx'
import { createMemoryStorage } from '../editor/memoryStorage.ts'
import { WhoAsksDocument, type WhoAsksQuery } from '../generated/graphql.ts'
import { createHub } from '../hub/hub.ts'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'
import { LedgerPanel } from '../ledger/LedgerPanel.tsx'
import { Problem } from '../look/Problem.tsx'
import { NetworkPanel } from '../network/NetworkPanel.tsx'
import { RecordCard } from '../records/RecordCard.tsx'
import { RecordsPanel } from '../records/RecordsPanel.tsx'
import type { RecordRef } from '../records/recordRef.ts'
import type { Declaration } from '../session/declaration.ts'
import type { Session } from '../session/session.ts'
import { useWords } from '../words/words.ts'
import { ContextBar } from './ContextBar.tsx'
import { type DeskContent, DeskContext } from './deskContext.ts'
import { NavRail } from './NavRail.tsx'
import { type Panel, panels } from './panels.ts'

// The editor is most of the desk's size: it comes when somebody wants to write a query.
const QueryEditor = lazy(async () => ({ default: (await import('../editor/QueryEditor.tsx')).QueryEditor }))

interface Props {
  readonly session: Session
  readonly declared: RefObject<Declaration>
  readonly declaration: Declaration
  readonly endsAt: number | null
  readonly onDeclare: (declaration: Declaration) => void
  readonly onSignOut: () => void
  readonly onSignInAgain: () => void
}

/** The panels of one person's session. Each keeps what was typed into it while another is shown. */
export function Workspace({ session, declared, ...bar }: Props) {
  const { say } = useWords()
  const hub = useMemo(() => createHub(session, () => declared.current), [session, declared])
  const [alerts] = useState(() => createAlertStream(hub, session.signal))
  const { unread } = useSyncExternalStore(alerts.subscribe, alerts.state)
  const [shown, setShown] = useState<Panel>('records')
  const [visited, setVisited] = useState<ReadonlySet<Panel>>(new Set(['records']))
  const [opened, setOpened] = useState<RecordRef | null>(null)
  const [seed, setSeed] = useState<RecordRef | null>(null)
  const [known, setKnown] = useState<WhoAsksQuery | null>(null)
  const [problem, setProblem] = useState<HubProblem | null>(null)
  const [storage] = useState(createMemoryStorage)

  const show = useCallback((panel: Panel) => {
    setVisited((before) => (before.has(panel) ? before : new Set([...before, panel])))
    setShown(panel)
  }, [])
  const showNetwork = useCallback(
    (record: RecordRef) => {
      setSeed(record)
      show('network')
    },
    [show],
  )
  const { purpose, caseReference } = bar.declaration
  // The purpose decides on what the hub says of the caller, and nothing can be asked before there is one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when they change
  useEffect(() => {
    if (purpose === '') return
    hub.ask(WhoAsksDocument, {}).then(
      ({ data }) => {
        setKnown(data)
        setProblem(null)
      },
      (error: unknown) => !session.signal.aborted && setProblem(asProblem(error)),
    )
  }, [hub, purpose, caseReference])
  useEffect(() => () => alerts.stop(), [alerts])

  const desk = useMemo<DeskContent>(
    () => ({
      hub,
      declared: () => declared.current,
      viewer: known?.viewer ?? null,
      bureaus: known?.bureaus ?? [],
      open: setOpened,
      showNetwork,
      seed,
      show,
    }),
    [hub, declared, known, showNetwork, seed, show],
  )
  const content: Readonly<Record<Panel, () => React.ReactNode>> = {
    records: () => <RecordsPanel />,
    check: () => <CheckPanel />,
    query: () => (
      <Suspense fallback={<p className="wait">{say('query.loading')}</p>}>
        <QueryEditor session={session} declared={declared} storage={storage} />
      </Suspense>
    ),
    alerts: () => <AlertsPanel stream={alerts} />,
    cases: () => <CasesPanel />,
    network: () => <NetworkPanel />,
    bureaus: () => <BureausPanel />,
    ledger: () => <LedgerPanel />,
  }

  return (
    <DeskContext value={desk}>
      <a className="skip" href="#panel">
        {say('skip')}
      </a>
      <div className="workspace">
        <NavRail shown={shown} onShow={show} unread={unread} />
        <div className="workspace-main">
          <ContextBar session={session} {...bar} />
          <Problem problem={problem} />
          <div className="workspace-panels" data-card={opened !== null}>
            <main id="panel" tabIndex={-1} aria-label={say(`panel.${shown}`)}>
              {panels
                .filter((panel) => visited.has(panel))
                .map((panel) => (
                  <div key={panel} className={`panel panel-${panel}`} hidden={panel !== shown}>
                    {content[panel]()}
                  </div>
                ))}
            </main>
            {opened !== null && <RecordCard key={opened.id} record={opened} onClose={() => setOpened(null)} />}
          </div>
        </div>
      </div>
    </DeskContext>
  )
}
