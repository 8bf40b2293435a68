import { useCallback } from 'react'
import { type RequestAct, RequestFileDocument, type RequestFileViewFragment } from '../generated/graphql.ts'
import { Problem } from '../look/Problem.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { ActForm } from './ActForm.tsx'
import { ClockBar } from './ClockBar.tsx'
import { requestActs } from './requestActs.ts'
import { StepList } from './StepList.tsx'
import { useCaseFile } from './useCaseFile.ts'

/** A request as the two bureaus work on it. The buttons are what the hub says the caller may do now, and nothing else. */
export function RequestFileView({ id, onMoved }: { readonly id: string; readonly onMoved: () => Promise<void> }) {
  const { say, name, count } = useWords()
  const { hub, open } = useDesk()
  const ask = useCallback(async () => (await hub.ask(RequestFileDocument, { id })).data.requestFile, [hub, id])
  const { file, act, problem, choose, load, carryOut } = useCaseFile<RequestFileViewFragment, RequestAct>(ask, onMoved)
  const submit = async (chosen: RequestAct, version: number, typed: Readonly<Record<string, unknown>>): Promise<void> => {
    const form = requestActs[chosen]
    if (form === undefined) return
    await carryOut(async () => (await hub.ask(form.document, { input: { id, version, ...form.fixed, ...typed } as never })).data.file)
  }
  if (file === 'asking')
    return problem === null ? <p className="wait">{say('records.loading')}</p> : <Problem problem={problem} onRetry={() => void load()} />
  if (file === null)
    return (
      <div className="wait">
        <p>{say('case.elsewhere')}</p>
        <button type="button" onClick={() => open({ type: 'AssistanceRequest', id })}>
          {say('card.open')}
        </button>
      </div>
    )
  const { request, requester, requested, state, possible, steps, attachments, delivery, dueAt, version } = file
  const form = act === null ? undefined : requestActs[act]
  return (
    <section className="case-file" aria-labelledby="case-title">
      <header>
        <h2 id="case-title">
          <bdi>{request?.reference ?? say('case.request')}</bdi>
        </h2>
        <span className="tag" data-value={state}>
          {name(state)}
        </span>
        <p>
          <strong className="owner">{requester.code}</strong> {requester.name} › <strong className="owner">{requested.code}</strong>{' '}
          {requested.name}
        </p>
        <ClockBar from={request?.sentAt ?? null} due={dueAt} over={false} />
      </header>
      <Problem problem={problem} onRetry={() => void load()} />
      {form === undefined || act === null ? (
        <fieldset className="next-steps" aria-label={say('case.next')}>
          {possible
            .filter((one) => requestActs[one] !== undefined)
            .map((one) => (
              <button
                key={one}
                type="button"
                className={one === 'REFUSE' || one === 'WITHDRAW' ? 'grave' : 'primary'}
                onClick={() => choose(one)}
              >
                {name(one)}
              </button>
            ))}
          {possible.length === 0 && <span className="none">{say('case.nothing')}</span>}
        </fieldset>
      ) : (
        <ActForm
          key={act}
          act={act}
          fields={form.fields}
          onSubmit={async (typed) => await submit(act, version, typed)}
          onCancel={() => choose(null)}
        />
      )}
      <dl className="card-fields">
        {(['question', 'facts', 'justification'] as const).map(
          (one) =>
            request?.[one] != null && (
              <div key={one}>
                <dt>{say(`case.${one}`)}</dt>
                <dd>
                  <bdi>{request[one]}</bdi>
                </dd>
              </div>
            ),
        )}
        {delivery !== null && (
          <div>
            <dt>{say('case.delivery')}</dt>
            <dd>
              {name(delivery.state)} <small>{say('case.attempts', { n: delivery.attempts })}</small>
            </dd>
          </div>
        )}
        {attachments.length > 0 && (
          <div>
            <dt>{say('case.attachments')}</dt>
            <dd>
              <ul className="values">
                {attachments.map((one) => (
                  <li key={one.sha256}>
                    <bdi>{one.name}</bdi> <small>{count(one.bytes)} B</small>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <StepList steps={steps} />
    </section>
  )
}
