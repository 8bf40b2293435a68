import { type FormEvent, useState } from 'react'
import { ExplainRecordDocument, type ExplainRecordQuery, type Purpose, type Role } from '../generated/graphql.ts'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'
import { Problem } from '../look/Problem.tsx'
import { purposes } from '../session/purposes.ts'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'

const explainers = ['POLICY_OFFICER', 'DATA_PROTECTION_OFFICER', 'AUDITOR']
const roles: readonly Role[] = [
  'NCB_OFFICER',
  'BORDER_OFFICER',
  'INVESTIGATOR',
  'ANALYST',
  'LIAISON',
  'JUDICIAL_AUTHORITY',
  'DUTY_OFFICER',
  'MACHINE',
]

/** For those who answer for the owner's rules: why somebody would learn what they learn of this record. Asking gives nobody their view. */
export function ExplainForm({ id, owner }: { readonly id: string; readonly owner: string }) {
  const { say, name, field } = useWords()
  const { hub, viewer, bureaus } = useDesk()
  const [explained, setExplained] = useState<ExplainRecordQuery['explainDisclosure']>(null)
  const [problem, setProblem] = useState<HubProblem | null>(null)
  if (viewer === null || viewer.bureau.code !== owner || !viewer.roles.some((role) => explainers.includes(role))) return null
  const explain = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const caller = {
      country: String(form.get('country')),
      roles: [String(form.get('role')) as Role],
      purpose: String(form.get('purpose')) as Purpose,
      clearance: Number(form.get('clearance')),
    }
    setProblem(null)
    hub.ask(ExplainRecordDocument, { id, caller }).then(
      ({ data }) => setExplained(data.explainDisclosure),
      (error: unknown) => setProblem(asProblem(error)),
    )
  }
  const choice = (key: string, title: string, values: readonly string[]) => (
    <label className="field">
      <small>{title}</small>
      <select name={key}>
        {values.map((value) => (
          <option key={value} value={value}>
            {/^\d|^[A-Z]{2}$/.test(value) ? value : name(value)}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <section className="explain" aria-label={say('explain')}>
      <h3>{say('explain')}</h3>
      <form onSubmit={explain}>
        {choice(
          'country',
          say('bureau'),
          bureaus.map(({ code }) => code),
        )}
        {choice('role', say('role'), roles)}
        {choice('purpose', say('purpose'), purposes)}
        {choice('clearance', say('clearance'), ['0', '1', '2', '3'])}
        <button type="submit" className="primary">
          {say('explain.go')}
        </button>
      </form>
      <Problem problem={problem} />
      {explained !== null && (
        <>
          <p>
            <span className="tag">{name(explained.record.level)}</span> {explained.record.because}
          </p>
          <ul className="explained">
            {explained.fields.map((one) => (
              <li key={one.field} data-level={one.level}>
                <b>{field(one.field)}</b>{' '}
                <span className="mark" data-level={one.level}>
                  {name(one.level)}
                </span>{' '}
                <small>{one.because}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
