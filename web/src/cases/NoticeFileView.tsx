import { useCallback } from 'react'
import { ActOnNoticeDocument, type NoticeAct, NoticeFileDocument, type NoticeFileViewFragment } from '../generated/graphql.ts'
import { Problem } from '../look/Problem.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { ActForm } from './ActForm.tsx'
import { StepList } from './StepList.tsx'
import { useCaseFile } from './useCaseFile.ts'

/** Written in other forms, or done by the hub itself. */
const without = new Set<NoticeAct>(['CREATE', 'AMEND', 'EXPIRE'])

/** A notice as its owner and the Secretariat work on it. */
export function NoticeFileView({ id, onMoved }: { readonly id: string; readonly onMoved: () => Promise<void> }) {
  const { say, name, date } = useWords()
  const { hub, open } = useDesk()
  const ask = useCallback(async () => (await hub.ask(NoticeFileDocument, { id })).data.noticeFile, [hub, id])
  const { file, act, problem, choose, load, carryOut } = useCaseFile<NoticeFileViewFragment, NoticeAct>(ask, onMoved)
  const submit = async (chosen: NoticeAct, version: number, typed: Readonly<Record<string, unknown>>): Promise<void> => {
    await carryOut(async () => (await hub.ask(ActOnNoticeDocument, { input: { id, version, act: chosen, ...typed } as never })).data.file)
  }
  if (file === 'asking')
    return problem === null ? <p className="wait">{say('records.loading')}</p> : <Problem problem={problem} onRetry={() => void load()} />
  if (file === null)
    return (
      <div className="wait">
        <p>{say('case.elsewhere')}</p>
        <button type="button" onClick={() => open({ type: 'Notice', id })}>
          {say('card.open')}
        </button>
      </div>
    )
  return (
    <section className="case-file" aria-labelledby="case-title">
      <header>
        <h2 id="case-title">
          <bdi>{file.notice?.number ?? say('case.notice')}</bdi>
        </h2>
        <span className="tag" data-value={file.state}>
          {name(file.state)}
        </span>
        <p>
          <strong className="owner">{file.owner.code}</strong> {file.owner.name} › {file.reviewer.name} · {name(file.review)}
          {file.endsAt !== null && ` · ${date(file.endsAt)}`}
        </p>
      </header>
      <Problem problem={problem} onRetry={() => void load()} />
      {act === null ? (
        <fieldset className="next-steps" aria-label={say('case.next')}>
          {file.possible
            .filter((one) => !without.has(one))
            .map((one) => (
              <button key={one} type="button" className="primary" onClick={() => choose(one)}>
                {name(one)}
              </button>
            ))}
          {file.possible.length === 0 && <span className="none">{say('case.nothing')}</span>}
        </fieldset>
      ) : (
        <ActForm
          key={act}
          act={act}
          fields={act === 'ADDRESS' ? ['recipients', 'message'] : ['message']}
          onSubmit={async (typed) => await submit(act, file.version, typed)}
          onCancel={() => choose(null)}
        />
      )}
      {file.notice?.summary != null && (
        <p>
          <bdi>{file.notice.summary}</bdi>
        </p>
      )}
      <StepList steps={file.steps} />
    </section>
  )
}
