import { Icon } from '../look/Icon.tsx'
import { useWords } from '../words/words.ts'
import type { Mark } from './recordRow.ts'

const signs = { NONE: '', MASKED: '◐', GENERALISED: '≈', FULL: '' } as const

/** Says in place that a field is not given in full. The word is written where there is no value; beside a value stands a sign, with the words for those who ask. */
export function MarkChip({ mark }: { readonly mark: Mark }) {
  const { name } = useWords()
  const words = `${name(mark.level)}: ${name(mark.reason)}`
  if (mark.level === 'NONE')
    return (
      <span className="mark" data-level="NONE" title={words}>
        <Icon name="withheld" size={13} /> {name('NONE')}
      </span>
    )
  return (
    <span className="mark" data-level={mark.level} title={words}>
      <span aria-hidden="true">{signs[mark.level]}</span>
      <span className="unseen">{words}</span>
    </span>
  )
}
