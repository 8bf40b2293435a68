import { type FormEvent, useState } from 'react'
import { HitCheckDocument, type HitCheckInput, type HitCheckMutation } from '../generated/graphql.ts'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'
import { Problem } from '../look/Problem.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { CheckAnswer } from './CheckAnswer.tsx'

const keys = ['document', 'person'] as const
const countryPattern = '[A-Za-z]{2}'

/** Whether anybody knows the document or the person before one: yes or no of each bureau, and whom to call. It is asked by a button alone: it costs a check of the day, and an owner whose record it meets is told. */
export function CheckPanel() {
  const { say } = useWords()
  const { hub } = useDesk()
  const [key, setKey] = useState<(typeof keys)[number]>('document')
  const [answer, setAnswer] = useState<HitCheckMutation['hitCheck'] | null>(null)
  const [asked, setAsked] = useState('')
  const [problem, setProblem] = useState<HubProblem | null>(null)
  const [asking, setAsking] = useState(false)
  const check = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const text = (name: string): string => String(typed.get(name) ?? '').trim()
    const input: HitCheckInput =
      key === 'document'
        ? { document: { number: text('number'), issuingCountry: text('country').toUpperCase() } }
        : { person: { familyName: text('family'), givenNames: text('given'), birthDate: text('birthDate') } }
    setAsking(true)
    setAnswer(null)
    setProblem(null)
    try {
      setAnswer((await hub.ask(HitCheckDocument, { input })).data.hitCheck)
      setAsked(
        key === 'document'
          ? `${text('number')} ${text('country').toUpperCase()}`
          : `${text('family')} ${text('given')} ${text('birthDate')}`,
      )
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setAsking(false)
    }
  }
  const field = (name: string, title: string, more: object = {}) => (
    <label className="field">
      <small>{title}</small>
      <input name={name} required autoComplete="off" spellCheck={false} dir="auto" {...more} />
    </label>
  )
  return (
    <>
      <p className="check-lead">{say('check.lead')}</p>
      <form className="sought" onSubmit={(event) => void check(event)}>
        <fieldset className="segments">
          <legend className="unseen">{say('check.key')}</legend>
          {keys.map((one) => (
            <label key={one}>
              <input type="radio" name="key" checked={key === one} onChange={() => setKey(one)} />
              <span>{say(`check.${one}`)}</span>
            </label>
          ))}
        </fieldset>
        {key === 'document' ? (
          <>
            {field('number', say('search.document'), { size: 16 })}
            {field('country', say('check.country'), { size: 4, pattern: countryPattern })}
          </>
        ) : (
          <>
            {field('family', say('check.family'))}
            {field('given', say('check.given'))}
            {field('birthDate', say('search.birthDate'), { type: 'date' })}
          </>
        )}
        <button type="submit" className="primary" disabled={asking}>
          {say('check.go')}
        </button>
      </form>
      <Problem problem={problem} />
      {asking && <p className="wait">{say('records.loading')}</p>}
      {answer !== null && <CheckAnswer answer={answer} asked={asked} />}
    </>
  )
}
