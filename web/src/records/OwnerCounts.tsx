import type { DivisionFragment } from '../generated/graphql.ts'
import { useWords } from '../words/words.ts'

interface Props {
  readonly facets: readonly DivisionFragment[]
  /** The bureau chosen; empty for all. */
  readonly owner: string
  readonly onChoose: (owner: string) => void
}

/** How what was found divides by bureau and by state; a bureau that is chosen stands alone. */
export function OwnerCounts({ facets, owner, onChoose }: Props) {
  const { say, name, count } = useWords()
  const owners = facets.find(({ field }) => field === 'owner')?.buckets ?? []
  const others = facets.filter(({ field }) => field !== 'owner')
  if (owners.length === 0 && owner === '') return null
  const most = Math.max(1, ...owners.map((bucket) => bucket.count))
  return (
    <section className="owner-counts" aria-label={say('counts')}>
      <ul>
        {owners.map((bucket) => (
          <li key={bucket.value}>
            <button
              type="button"
              aria-pressed={bucket.value === owner}
              onClick={() => onChoose(bucket.value === owner ? '' : bucket.value)}
            >
              <strong>{bucket.value}</strong> <span>{count(bucket.count)}</span>
              <i style={{ inlineSize: `${(bucket.count / most) * 100}%` }} />
            </button>
          </li>
        ))}
        {owner !== '' && (
          <li>
            <button type="button" className="plain" onClick={() => onChoose('')}>
              {say('counts.all')}
            </button>
          </li>
        )}
      </ul>
      {others.map(({ field, buckets, withheld, unknown }) => (
        <ul key={field} className="divided">
          {[...buckets]
            .sort((a, b) => b.count - a.count)
            .slice(0, 6)
            .map((bucket) => (
              <li key={bucket.value}>
                {name(bucket.value)} <b>{count(bucket.count)}</b>
              </li>
            ))}
          {withheld > 0 && (
            <li className="mark" data-level="NONE">
              {name('NONE')} <b>{count(withheld)}</b>
            </li>
          )}
          {unknown > 0 && (
            <li>
              {say('unknown')} <b>{count(unknown)}</b>
            </li>
          )}
        </ul>
      ))}
    </section>
  )
}
