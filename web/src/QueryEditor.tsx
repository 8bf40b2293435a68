import { GraphiQL, HISTORY_PLUGIN } from 'graphiql'
import { type RefObject, useMemo } from 'react'
import { AnswerPanel } from './AnswerPanel.tsx'
import type { Declaration } from './declaration.ts'
import { examples } from './examples.ts'
import { createHubFetcher } from './hubFetcher.ts'
import type { MemoryStorage } from './memoryStorage.ts'
import type { Session } from './session.ts'

const plugins = [HISTORY_PLUGIN]

interface Props {
  readonly session: Session | null
  readonly declared: RefObject<Declaration>
  readonly storage: MemoryStorage
}

/** GraphiQL, asking the hub as the session's holder. The schema is read once somebody is signed in. */
export function QueryEditor({ session, declared, storage }: Props) {
  const fetcher = useMemo(() => createHubFetcher(session, () => declared.current), [session, declared])
  return (
    <GraphiQL
      fetcher={fetcher}
      {...(session === null ? { schema: null } : {})}
      storage={storage}
      plugins={plugins}
      defaultTabs={[...examples]}
      defaultEditorToolsVisibility={false}
      isHeadersEditorEnabled={false}
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
      <GraphiQL.Footer>
        <AnswerPanel hint={session === null ? 'Say who asks and why, then run one of these queries.' : 'Run the query with Ctrl-Enter.'} />
      </GraphiQL.Footer>
    </GraphiQL>
  )
}
