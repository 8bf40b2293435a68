import 'graphiql/setup-workers/vite'
import '@graphiql/react/style.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import 'graphiql/graphiql.css'
import './editor.css'
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql'
import { type RefObject, useMemo } from 'react'
import { createHubFetcher } from '../hub/hubFetcher.ts'
import type { Declaration } from '../session/declaration.ts'
import type { Session } from '../session/session.ts'
import { useWords } from '../words/words.ts'
import { AnswerPanel } from './AnswerPanel.tsx'
import { examples } from './examples.ts'
import type { MemoryStorage } from './memoryStorage.ts'

const plugins = [HISTORY_PLUGIN]

interface Props {
  readonly session: Session
  readonly declared: RefObject<Declaration>
  readonly storage: MemoryStorage
}

/** GraphiQL, asking the hub as the session's holder. */
export function QueryEditor({ session, declared, storage }: Props) {
  const { say } = useWords()
  const fetcher = useMemo(() => createHubFetcher(session, () => declared.current), [session, declared])
  return (
    <GraphiQL
      fetcher={fetcher}
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
        <AnswerPanel hint={say('query.run')} />
      </GraphiQL.Footer>
    </GraphiQL>
  )
}
