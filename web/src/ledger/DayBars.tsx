import { useWords } from '../words/words.ts'

interface Day {
  readonly value: string
  readonly accesses: number
  readonly records: number
}

/** Accesses by day, the oldest first, of the last thirty on which there were any. */
export function DayBars({ days }: { readonly days: readonly Day[] }) {
  const { say, count, date } = useWords()
  const shown = days.slice(0, 30).toReversed()
  const most = Math.max(1, ...shown.map(({ accesses }) => accesses))
  return (
    <ol className="day-bars" aria-label={say('ledger.days')}>
      {shown.map(({ value, accesses }) => (
        <li key={value} title={`${date(value)}: ${count(accesses)}`}>
          <i style={{ blockSize: `${(accesses / most) * 100}%` }} />
          <small>{value.slice(5)}</small>
          <span className="unseen">{count(accesses)}</span>
        </li>
      ))}
    </ol>
  )
}
