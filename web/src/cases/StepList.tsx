import { useWords } from '../words/words.ts'

/** A step, of a request or of a notice. */
interface Step {
  readonly number: number
  readonly at: string
  readonly act: string
  readonly side: string
  readonly bureau: { readonly code: string } | null
  readonly state: string
  readonly message: string | null
  readonly grounds?: readonly string[]
  readonly reply?: { readonly kind: string | null; readonly text: string | null } | null
}

/** All that was done, as a line of time. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  const { say, name, date } = useWords()
  return (
    <ol className="steps" aria-label={say('case.steps')}>
      {steps.map((step) => (
        <li key={step.number}>
          <time dateTime={step.at}>{date(step.at)}</time>
          <p>
            <strong className="owner">{step.bureau?.code ?? say('hub')}</strong> {name(step.act)}
            <span className="tag" data-value={step.state}>
              {name(step.state)}
            </span>
          </p>
          {step.message !== null && (
            <p>
              <bdi>{step.message}</bdi>
            </p>
          )}
          {step.grounds !== undefined && step.grounds.length > 0 && <p>{step.grounds.map(name).join(', ')}</p>}
          {step.reply != null && (
            <p>
              {step.reply.kind !== null && <span className="tag">{name(step.reply.kind)}</span>} <bdi>{step.reply.text}</bdi>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
