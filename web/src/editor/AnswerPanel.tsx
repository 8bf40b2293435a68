import { useGraphiQL } from '@graphiql/react'
import { useMemo } from 'react'
import { useWords } from '../words/words.ts'
import { BureauList } from './BureauList.tsx'
import { FieldList } from './FieldList.tsx'
import { readAnswer } from './readAnswer.ts'

/** Under the answer of the open tab: which bureaus it covers, and what they keep to themselves. Before there is one, a hint. */
export function AnswerPanel({ hint }: { readonly hint: string }) {
  const { say } = useWords()
  const response = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.response ?? '')
  const { bureaus, fields } = useMemo(() => readAnswer(response), [response])
  if (bureaus.length === 0 && fields.length === 0) return <p className="editor-hint">{response === '' ? hint : say('answer.select')}</p>
  return (
    <aside className="answer-panel" aria-label={say('answer.about')}>
      {bureaus.length > 0 && <BureauList bureaus={bureaus} />}
      {fields.length > 0 && <FieldList fields={fields} />}
    </aside>
  )
}
