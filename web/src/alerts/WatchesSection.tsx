import { type FormEvent, useCallback, useEffect, useState } from 'react'
import {
  CreateWatchDocument,
  type CreateWatchInput,
  DeleteWatchDocument,
  type NoticeKind,
  RenewWatchDocument,
  WatchesDocument,
  type WatchLineFragment,
} from '../generated/graphql.ts'
import { asProblem, type HubProblem } from '../hub/hubProblem.ts'
import { Problem } from '../look/Problem.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'

const noticeKinds = ['RED', 'BLUE', 'GREEN', 'YELLOW', 'BLACK', 'ORANGE', 'PURPLE', 'SILVER', 'UNSC_SPECIAL', 'STOLEN_ART'] as const
const sorts = ['persons', 'notices', 'requests', 'operations'] as const
const typeOf = { persons: 'Person', notices: 'Notice', requests: 'AssistanceRequest', operations: 'Operation' } as const

/** The caller's standing questions, and a form for a new one. */
export function WatchesSection() {
  const { say, name, date } = useWords()
  const { hub, bureaus } = useDesk()
  const [watches, setWatches] = useState<readonly WatchLineFragment[]>([])
  const [problem, setProblem] = useState<HubProblem | null>(null)
  const [sort, setSort] = useState<(typeof sorts)[number]>('persons')
  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    try {
      await work()
      setProblem(null)
    } catch (error) {
      setProblem(asProblem(error))
    }
  }, [])
  const load = useCallback(
    async () =>
      await attempt(async () => {
        const { data } = await hub.ask(WatchesDocument, {})
        setWatches(data.watches)
      }),
    [hub, attempt],
  )
  useEffect(() => void load(), [load])

  const create = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form)
    const text = (key: string): string => String(typed.get(key) ?? '').trim()
    const filter = {
      ...(text('owner') === '' ? {} : { owner: { eq: text('owner') } }),
      ...(sort === 'notices' && text('kind') !== '' ? { kind: { eq: text('kind') as NoticeKind } } : {}),
      ...(sort === 'persons' && text('family') !== '' ? { names: { family: { startsWith: text('family') } } } : {}),
    }
    const input = { note: text('note'), [sort]: filter } as unknown as CreateWatchInput
    await attempt(async () => {
      await hub.ask(CreateWatchDocument, { input })
      form.reset()
      await load()
    })
  }
  const act = (document: typeof RenewWatchDocument | typeof DeleteWatchDocument, id: string) =>
    attempt(async () => {
      await hub.ask(document as typeof DeleteWatchDocument, { id })
      await load()
    })
  return (
    <section className="watches" aria-label={say('watches')}>
      <h2>{say('watches')}</h2>
      <Problem problem={problem} />
      <ul>
        {watches.map((watch) => (
          <li key={watch.id}>
            <strong>
              <bdi>{watch.note}</bdi>
            </strong>
            <small>
              {name(watch.recordType)} · {say('watch.matches', { n: watch.matches })} · {say('watch.until', { day: date(watch.expiresAt) })}
            </small>
            <span>
              <button type="button" className="plain" onClick={() => void act(RenewWatchDocument, watch.id)}>
                {say('watch.renew')}
              </button>
              <button type="button" className="plain" onClick={() => void act(DeleteWatchDocument, watch.id)}>
                {say('watch.delete')}
              </button>
            </span>
          </li>
        ))}
        {watches.length === 0 && <li className="none">{say('watches.none')}</li>}
      </ul>
      <form onSubmit={create} autoComplete="off">
        <label className="field">
          <small>{say('watch.note')}</small>
          <input name="note" required maxLength={200} />
        </label>
        <label className="field">
          <small>{say('records.sort')}</small>
          <select value={sort} onChange={(event) => setSort(event.target.value as (typeof sorts)[number])}>
            {sorts.map((one) => (
              <option key={one} value={one}>
                {name(typeOf[one])}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <small>{say('owner')}</small>
          <select name="owner">
            <option value="">{say('all')}</option>
            {bureaus.map(({ code }) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
        {sort === 'notices' && (
          <label className="field">
            <small>{say('watch.kind')}</small>
            <select name="kind">
              <option value="">{say('all')}</option>
              {noticeKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {name(kind)}
                </option>
              ))}
            </select>
          </label>
        )}
        {sort === 'persons' && (
          <label className="field">
            <small>{say('watch.family')}</small>
            <input name="family" dir="auto" />
          </label>
        )}
        <button type="submit" className="primary">
          {say('watch.create')}
        </button>
      </form>
    </section>
  )
}
