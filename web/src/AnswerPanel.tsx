import { useGraphiQL } from '@graphiql/react'
import { useMemo } from 'react'
import { BureauList } from './BureauList.tsx'
import { FieldList } from './FieldList.tsx'
import { readAnswer } from './readAnswer.ts'

/** Under the answer of the open tab: which bureaus it covers, and what they keep to themselves. Before there is one, a hint. */
export function AnswerPanel({ hint }: { readonly hint: string }) {
  const response = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.response ?? '')
  const { bureaus, fields } = useMemo(() => readAnswer(response), [response])
  if (bureaus.length === 0 && fields.length === 0)
    return (
      <p className="desk-hint">
        {response === '' ? hint : 'Select sources and _disclosure to see whom an answer covers and what it leaves out.'}
      </p>
    )
  return (
    <aside className="answer-panel" aria-label="About this answer">
      {bureaus.length > 0 && <BureauList bureaus={bureaus} />}
      {fields.length > 0 && <FieldList fields={fields} />}
    </aside>
  )
}
